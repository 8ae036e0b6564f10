//! The devhost is killed while somebody types and files at full speed: every save and every filing
//! that was confirmed is there, once; one that was not is wholly there or not at all.

use std::{collections::BTreeMap, path::Path, time::Duration};

use serde_json::{Value, json};

use crate::{
    lots::{Lots, Run},
    programs::{Devhost, Gone, PASSPHRASE, assert_sound},
};

/// Rounds in one casebook.
const ROUNDS: u32 = 500;

/// What the person knows.
#[derive(Default)]
struct Known {
    child: String,
    /// Filings that were confirmed.
    filed: Vec<String>,
    /// Drafts with the revision and the answers that were confirmed last.
    drafts: BTreeMap<String, (u64, Value)>,
    /// What was sent and not answered.
    sent: Sent,
    number: u32,
    saves: u32,
}

#[derive(Default)]
enum Sent {
    #[default]
    Nothing,
    Start,
    Save {
        draft: String,
        answers: Value,
    },
    File {
        draft: String,
    },
}

#[test]
fn a_kill_loses_nothing_that_was_confirmed() {
    let run = Run::of(100, 5_000);
    let mut lots = Lots::of(run.seed);
    let (mut filed, mut saves) = (0, 0);
    for first in (0..run.count).step_by(ROUNDS.try_into().unwrap()) {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("casebook");
        let known = rounds(&folder, ROUNDS.min(run.count - first), &mut lots);
        filed += known.filed.len();
        saves += known.saves;
    }
    println!("{saves} saves and {filed} filings confirmed");
    assert!(saves > run.count && filed > 0, "typing goes on before the kill");
    run.done("kills");
}

fn rounds(folder: &Path, count: u32, lots: &mut Lots) -> Known {
    let mut known = Known::default();
    {
        let mut devhost = Devhost::start(folder);
        devhost.create().unwrap().unwrap();
        let child = devhost.done("add_person", &json!({ "fields": { "name": "Maya Testcase" } }));
        known.child = child["id"].as_str().unwrap().to_owned();
    }
    for round in 1..=count {
        let mut devhost = Devhost::start(folder);
        devhost.unlock(PASSPHRASE).unwrap();
        known.look(&mut devhost);
        let killer = devhost.kill_after(Duration::from_micros(lots.below(120_000).try_into().unwrap()));
        let Gone = known.work(&mut devhost, lots);
        killer.join().unwrap();
        if round % 10 == 0 || round == count {
            assert_sound(folder, PASSPHRASE);
        }
    }
    let mut devhost = Devhost::start(folder);
    devhost.unlock(PASSPHRASE).unwrap();
    known.look(&mut devhost);
    for record in &known.filed {
        devhost.done("open_record", &json!({ "id": record }));
    }
    known
}

impl Known {
    /// Types and files until the devhost is gone.
    fn work(&mut self, devhost: &mut Devhost, lots: &mut Lots) -> Gone {
        loop {
            let id = match self.drafts.keys().next() {
                Some(id) => id.clone(),
                None => match self.start(devhost) {
                    Ok(id) => id,
                    Err(gone) => return gone,
                },
            };
            if let Err(gone) = self.type_and_file(devhost, &id, lots) {
                return gone;
            }
        }
    }

    fn start(&mut self, devhost: &mut Devhost) -> Result<String, Gone> {
        self.sent = Sent::Start;
        let draft = devhost
            .call("start_draft", &json!({ "form": "case_note", "children": [self.child], "from_record": null }))?
            .unwrap();
        self.sent = Sent::Nothing;
        let id = draft["id"].as_str().unwrap().to_owned();
        self.drafts.insert(id.clone(), (draft["revision"].as_u64().unwrap(), draft["answers"].clone()));
        Ok(id)
    }

    fn type_and_file(&mut self, devhost: &mut Devhost, id: &str, lots: &mut Lots) -> Result<(), Gone> {
        self.number += 1;
        let text = format!("Note {}: she showed me her new bed. {}", self.number, "And then. ".repeat(lots.below(60)));
        for typed in 1..lots.below(8) {
            // Half-typed, the date too.
            let half = json!({ "when_date": &"2026-11-2"[..typed], "what_happened": &text[..typed * 4] });
            self.save(devhost, id, half)?;
        }
        let whole = json!({
            "note_kind": { "choice": "phone" }, "when_date": "2026-11-20", "title": format!("Note {}", self.number),
            "what_happened": text, "third_party": "no", "significant": "no",
        });
        self.save(devhost, id, whole)?;
        self.sent = Sent::File { draft: id.to_owned() };
        let filed = devhost.call("file_draft", &json!({ "id": id }))?.unwrap();
        self.sent = Sent::Nothing;
        self.drafts.remove(id);
        self.filed.push(filed["record"]["id"].as_str().unwrap().to_owned());
        Ok(())
    }

    fn save(&mut self, devhost: &mut Devhost, id: &str, answers: Value) -> Result<(), Gone> {
        let revision = self.drafts[id].0;
        self.sent = Sent::Save { draft: id.to_owned(), answers: answers.clone() };
        let saved = devhost
            .call("save_draft", &json!({ "id": id, "answers": answers, "revision": revision, "place": null }))?
            .unwrap();
        self.sent = Sent::Nothing;
        self.drafts.insert(id.to_owned(), (saved["revision"].as_u64().unwrap(), answers));
        self.saves += 1;
        Ok(())
    }

    /// Compares what is there with what is known, and learns what became of what was sent last.
    fn look(&mut self, devhost: &mut Devhost) {
        let sent = std::mem::take(&mut self.sent);
        let list = devhost.done("list_drafts", &json!({}));
        let there: Vec<&str> =
            list["drafts"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
        if let Sent::File { draft } = &sent
            && !there.contains(&draft.as_str())
        {
            self.drafts.remove(draft);
            self.filed.push(self.newest(devhost));
        }
        for id in &there {
            let draft = devhost.done("open_draft", &json!({ "id": id }));
            let found = (draft["revision"].as_u64().unwrap(), draft["answers"].clone());
            match (self.drafts.get(*id), &sent) {
                (Some(known), _) if *known == found => {}
                (Some((revision, _)), Sent::Save { draft, answers }) if draft == id => {
                    assert_eq!(
                        found,
                        (revision + 1, answers.clone()),
                        "what was sent last, or what was confirmed last"
                    );
                }
                (None, Sent::Start) => assert_eq!(there.len(), self.drafts.len() + 1),
                (known, _) => panic!("a draft is {found:?} and not {known:?}"),
            }
            self.drafts.insert((*id).to_owned(), found);
        }
        assert_eq!(there.len(), self.drafts.len(), "no draft is gone that was not filed");
        self.look_at_records(devhost);
    }

    fn look_at_records(&self, devhost: &mut Devhost) {
        let custody = devhost.done("status", &json!({}))["custody"].clone();
        assert_eq!(custody["filed"], json!(self.filed.len()), "each filing once");
        assert_eq!(custody["waiting"], custody["filed"], "nothing was sent");
        assert_eq!((&custody["received"], &custody["needs_you"]), (&json!(0), &json!(0)));
        assert_eq!(custody["drafts"], json!(self.drafts.len()));
        let timeline = devhost.done("timeline", &json!({ "id": self.child, "after": null }));
        assert_eq!(timeline["total"], json!(self.filed.len()));
        for record in self.filed.iter().rev().take(3) {
            let record = devhost.done("open_record", &json!({ "id": record }));
            assert_eq!(record["people"][0]["id"], json!(self.child), "whole");
        }
    }

    /// The record that nobody was told of.
    fn newest(&self, devhost: &mut Devhost) -> String {
        let timeline = devhost.done("timeline", &json!({ "id": self.child, "after": null }));
        let mut unknown = timeline["events"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|event| event["record"]["id"].as_str().map(str::to_owned))
            .filter(|id| !self.filed.contains(id));
        let record = unknown.next();
        assert!(unknown.next().is_none(), "one filing was sent");
        record.unwrap()
    }
}
