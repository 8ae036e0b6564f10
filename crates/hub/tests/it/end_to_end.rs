//! The real program with a certificate in a file, and the client that every laptop has: enrolled,
//! sent, counted and judged, as an administrator and a practitioner do it.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, ChildStderr, Stdio},
    sync::Arc,
};

use casebook::{Casebook, CasebookFault, tables};
use domain::{Custody, RecordId, RecordState, Reference, Stamp};
use sync::{Outgoing, send_once};
use tempfile::TempDir;
use testkit::entries::{Entries, file_visit};

use crate::admin::Admin;

/// The program, serving until this is dropped.
struct Serving {
    hub: Child,
    port: u16,
    // Read no further, but not closed either: the hub writes to it.
    _log: BufReader<ChildStderr>,
}

impl Serving {
    fn start(admin: &Admin, listen: &str, (certificate, key): &(PathBuf, PathBuf)) -> Self {
        let mut command = admin.command(&["serve", "--listen", listen]);
        command.arg("--tls-cert").arg(certificate).arg("--tls-key").arg(key);
        let mut hub = command.env("RUST_LOG", "hub=info").env("NO_COLOR", "1").stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(hub.stderr.take().unwrap());
        let mut line = String::new();
        while !line.contains("listens") {
            line.clear();
            assert!(log.read_line(&mut line).unwrap() > 0, "it ended before it listened");
        }
        let address = line.split("127.0.0.1:").nth(1).unwrap();
        let port = address.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap();
        Self { hub, port, _log: log }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _gone = self.hub.kill();
        let _gone = self.hub.wait();
    }
}

fn certificate(folder: &Path, name: &str) -> (PathBuf, PathBuf) {
    let made = rcgen::generate_simple_self_signed(vec!["hub.example".to_owned()]).unwrap();
    let files = (folder.join(name).with_extension("pem"), folder.join(name).with_extension("key.pem"));
    std::fs::write(&files.0, made.cert.pem()).unwrap();
    std::fs::write(&files.1, made.signing_key.serialize_pem()).unwrap();
    files
}

/// A laptop with a casebook.
struct Laptop {
    casebook: Arc<Casebook>,
    entries: Entries,
    _folder: TempDir,
}

impl Laptop {
    fn new() -> Self {
        let (folder, entries) = (tempfile::tempdir().unwrap(), Entries::seeded(5));
        let casebook = Arc::new(testkit::create_in(folder.path(), &[5; 32], &entries).unwrap());
        Self { casebook, entries, _folder: folder }
    }

    fn file(&mut self) -> (RecordId, Reference) {
        let (record, appended) = file_visit(&self.casebook, &mut self.entries, &[]).unwrap();
        (record, Reference::of(appended.head.hash.as_bytes()))
    }

    fn outgoing(&self) -> Outgoing {
        Outgoing {
            casebook: self.casebook.clone(),
            clock: Arc::new(testkit::clock::monday_morning()),
            author: self.entries.author,
            app_version: "0.1.0".to_owned(),
        }
    }

    fn state(&self, record: RecordId) -> RecordState {
        let found = self.casebook.read(|reading| Ok::<_, CasebookFault>(tables::record::find(reading, record)?));
        found.unwrap().unwrap().state
    }

    fn custody(&self) -> Custody {
        self.casebook.read(|reading| Ok::<_, CasebookFault>(tables::record::custody(reading)?)).unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn by_tls_from_a_laptop_to_the_program_and_its_verdicts_back() {
    let (admin, files) = (Admin::new(), tempfile::tempdir().unwrap());
    admin.says(&["init"]);
    let shown = certificate(files.path(), "first");
    let hub = Serving::start(&admin, "127.0.0.1:0", &shown);
    let address = format!("https://127.0.0.1:{}", hub.port);
    let code = admin.says(&["enrol-code", "--address", &address, "--tls-cert", shown.0.to_str().unwrap()]);

    let mut laptop = Laptop::new();
    let out = laptop.outgoing();
    let stamp = Stamp::now(&*out.clock, false);
    sync::enrol(&laptop.casebook, &out.clock, &code.trim().parse().unwrap(), out.author, stamp).await.unwrap();
    let filed = [laptop.file(), laptop.file(), laptop.file()];
    send_once(&out).await.unwrap();
    assert_eq!((laptop.custody().filed, laptop.custody().received), (3, 3));
    let count = || serde_json::from_str::<serde_json::Value>(&admin.says(&["custody", "--json"])).unwrap();
    assert_eq!((&count()["records"], &count()["sent"]), (&3.into(), &3.into()));

    let verdict = |reference: &Reference, words: &[&str]| {
        admin.says(&[&["verdict", "--entry", &reference.to_string()], words].concat())
    };
    verdict(&filed[0].1, &["needs-person", "--cause", "School code 999 is not known"]);
    verdict(&filed[1].1, &["accepted", "--reference", "0083321"]);
    let later = laptop.file();
    send_once(&out).await.unwrap();
    let states = [filed[0].0, filed[1].0, filed[2].0, later.0].map(|record| laptop.state(record));
    assert_eq!(
        states,
        [RecordState::NeedsYou, RecordState::InCentralRecord, RecordState::Sent, RecordState::Sent],
        "a verdict is about one record and blocks no other"
    );
    assert_eq!(
        (&count()["records"], &count()["needs_person"], &count()["accepted"]),
        (&4.into(), &1.into(), &1.into())
    );

    // The same hub, the same place, a certificate that was not pinned.
    let port = hub.port;
    drop(hub);
    let other = certificate(files.path(), "second");
    let hub = Serving::start(&admin, &format!("127.0.0.1:{port}"), &other);
    laptop.file();
    assert_eq!(send_once(&out).await.unwrap_err().code(), "wrong_certificate");
    assert_eq!((laptop.custody().waiting, &count()["records"]), (1, &4.into()), "nothing was sent to it");
    drop(hub);
    let _hub = Serving::start(&admin, &format!("127.0.0.1:{port}"), &shown);
    send_once(&out).await.unwrap();
    assert_eq!((laptop.custody().waiting, &count()["records"]), (0, &5.into()));
}
