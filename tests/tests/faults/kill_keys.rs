//! The devhost is killed while it makes a casebook, opens one, and changes a passphrase: there is a
//! casebook that opens or none, and one passphrase that opens it.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use serde_json::json;

use crate::{
    lots::{Lots, Run},
    programs::{Devhost, PASSPHRASE, assert_sound},
};

#[test]
fn a_kill_leaves_a_casebook_that_opens_or_none() {
    let run = Run::of(30, 1_500);
    let mut lots = Lots::of(run.seed);
    let home = tempfile::tempdir().unwrap();
    let mut changed = Changed::new(&home.path().join("changed"));
    let mut made = 0;
    for round in 0..run.count {
        match round % 3 {
            0 => made += u32::from(making(&home.path().join(format!("made-{round}")), changed.making, &mut lots)),
            1 => opening(&changed, &mut lots),
            _ => changed.round(&mut lots),
        }
    }
    assert_sound(&changed.folder, &changed.passphrase);
    println!("{made} casebooks made, {} passphrases changed", changed.times);
    run.done("kills at the keys");
}

/// Half of the kills come at any time, half about the moment when it is done: when files change.
fn moment(lots: &mut Lots, whole: Duration) -> Duration {
    let (from, to) = if lots.coin() { (0.0, 1.1) } else { (0.8, 1.1) };
    whole.mul_f64(from + (to - from) * f64::from(u32::try_from(lots.below(1000)).unwrap()) / 1000.0)
}

fn making(folder: &Path, takes: Duration, lots: &mut Lots) -> bool {
    let confirmed = {
        let mut devhost = Devhost::start(folder);
        let killer = devhost.kill_after(moment(lots, takes));
        let confirmed = devhost.create().is_ok_and(|made| made.is_ok());
        killer.join().unwrap();
        confirmed
    };
    let mut devhost = Devhost::start(folder);
    let standing = devhost.done("session", &json!({}))["standing"].clone();
    if standing == "no_casebook" {
        assert!(!confirmed, "what was confirmed is there");
        devhost.create().unwrap().unwrap();
    } else {
        devhost.unlock(PASSPHRASE).unwrap();
    }
    drop(devhost);
    assert_sound(folder, PASSPHRASE);
    confirmed
}

fn opening(Changed { folder, passphrase, opening, .. }: &Changed, lots: &mut Lots) {
    {
        let mut devhost = Devhost::start(folder);
        let killer = devhost.kill_after(moment(lots, *opening));
        let request = json!({ "way": "passphrase", "secret": passphrase });
        assert!(devhost.call("unlock", &request).map_or(true, |answer| answer.is_ok()));
        killer.join().unwrap();
    }
    Devhost::start(folder).unlock(passphrase).unwrap();
}

fn taken(act: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    act();
    begun.elapsed()
}

fn passphrase(number: u32) -> String {
    format!("gantry mizzen cobalt {} thistle", number + 100)
}

/// A casebook whose passphrase is changed again and again.
struct Changed {
    folder: std::path::PathBuf,
    passphrase: String,
    times: u32,
    /// How long it takes here to make a casebook, to open one, to change a passphrase.
    making: Duration,
    opening: Duration,
    changing: Duration,
}

impl Changed {
    fn new(folder: &Path) -> Self {
        let mut devhost = Devhost::start(folder);
        let making = taken(|| drop(devhost.create().unwrap().unwrap()));
        drop(devhost);
        let mut devhost = Devhost::start(folder);
        let opening = taken(|| devhost.unlock(PASSPHRASE).unwrap());
        let new = passphrase(0);
        let request = json!({ "way": "passphrase", "current": PASSPHRASE, "new": new });
        let changing = taken(|| drop(devhost.done("change_passphrase", &request)));
        Self { folder: folder.to_owned(), passphrase: new, times: 0, making, opening, changing }
    }

    fn round(&mut self, lots: &mut Lots) {
        self.times += 1;
        let new = passphrase(self.times);
        let confirmed = {
            let mut devhost = Devhost::start(&self.folder);
            devhost.unlock(&self.passphrase).unwrap();
            let killer = devhost.kill_after(moment(lots, self.changing));
            let request = json!({ "way": "passphrase", "current": self.passphrase, "new": new });
            let confirmed = devhost.call("change_passphrase", &request).is_ok_and(|answer| answer.is_ok());
            killer.join().unwrap();
            confirmed
        };
        let mut devhost = Devhost::start(&self.folder);
        match devhost.unlock(&new) {
            Ok(()) => self.passphrase = new,
            Err(code) => {
                assert!(!confirmed, "the new passphrase was confirmed: {code}");
                assert_eq!(code, "wrong_passphrase");
                devhost.unlock(&self.passphrase).unwrap();
                self.times -= 1;
            }
        }
        // Either way it is the newest key file that the casebook knows, and both copies are it.
        drop(devhost);
        let mut devhost = Devhost::start(&self.folder);
        devhost.unlock(&self.passphrase).unwrap();
        assert_eq!(devhost.done("session", &json!({}))["key_file_repaired"], json!(false), "put right the time before");
    }
}
