//! A file of a lost system that is chosen in a dialog: read where it lies, and its path told to nobody.

use std::{path::PathBuf, thread, time::Duration};

use api::{ApiError, Code, Host};
use domain::paper::Paper;
use serde_json::{Value, json};

use crate::World;

/// A window in which a person chooses this file.
struct Chooses(Option<PathBuf>);

impl Host for Chooses {
    fn is_window(&self) -> bool {
        true
    }

    fn ask_where_to_save(&self, _: &str) -> Result<Option<PathBuf>, ApiError> {
        Ok(None)
    }

    fn ask_which_file(&self, kinds: &[&str]) -> Result<Option<PathBuf>, ApiError> {
        assert!(kinds.contains(&"csv") && kinds.contains(&"xlsx"));
        Ok(self.0.clone())
    }

    fn pdf(&self, _: &Paper) -> Result<Vec<u8>, ApiError> {
        Err(ApiError::plain(Code::NotPrinted))
    }

    fn locked(&self) {}
}

fn file(world: &World, text: &str) -> PathBuf {
    let path = world.folder.path().join("people of Hackney.csv");
    std::fs::write(&path, text).unwrap();
    path
}

fn read(file: &Value) -> Value {
    json!({ "chosen": file["token"], "rows": "person", "system": "Mosaic", "as_at": "2020-10-11" })
}

/// What the import came to.
fn ended(world: &World) -> Value {
    for _ in 0..1_000 {
        let progress = world.call("pack_progress", json!({})).unwrap();
        if progress["running"] == false {
            return progress;
        }
        thread::sleep(Duration::from_millis(5));
    }
    panic!("the import did not end");
}

#[test]
fn a_file_of_a_dialog_is_named_by_a_token_alone() {
    let world = World::open();
    let path = file(&world, "ID,Name\n1,Zoë Example\n");
    let chosen = api::dispatch(&world.app, &Chooses(Some(path)), "choose_pack_file", json!({})).unwrap();
    let folder = world.folder.path().to_string_lossy().into_owned();
    assert!(!chosen.to_string().contains(&folder), "{chosen}");
    assert_eq!(chosen["file"]["name"], "people of Hackney.csv");
    assert_eq!(chosen["file"]["size"], 23);
    let preview = world.call("read_pack", read(&chosen["file"])).unwrap();
    assert_eq!(preview["counts"]["ready"], 1);
    let import = json!({ "read": read(&chosen["file"]), "remember": false });
    world.call("import_pack", import).unwrap();
    assert_eq!(ended(&world)["ended"]["counts"]["new_people"], 1);
    let again = world.call("read_pack", read(&chosen["file"])).unwrap_err();
    assert_eq!(again.code, Code::NotFound, "what was taken in is named by nothing any longer");
}

#[test]
fn a_dialog_that_is_closed_or_missing_is_no_fault_of_the_file() {
    let world = World::open();
    let closed = api::dispatch(&world.app, &Chooses(None), "choose_pack_file", json!({})).unwrap();
    assert_eq!(closed["file"], Value::Null);
    let none = world.call("choose_pack_file", json!({})).unwrap_err();
    assert_eq!(none.code, Code::NoDialog);
}

#[test]
fn a_file_is_named_in_one_way() {
    let world = World::open();
    let request = |more: Value| {
        let mut request = json!({ "rows": "person", "system": "Mosaic", "as_at": "2020-10-11" });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        world.call("read_pack", request).unwrap_err().code
    };
    assert_eq!(request(json!({})), Code::BadRequest);
    assert_eq!(request(json!({ "upload": "a", "chosen": "b" })), Code::BadRequest);
    assert_eq!(request(json!({ "chosen": "/etc/passwd" })), Code::NotFound);
}

#[test]
fn a_file_that_changed_since_it_was_looked_at_says_so_in_words() {
    let world = World::open();
    let path = file(&world, "ID,Name\n1,Zoë Example\n");
    let chosen = api::dispatch(&world.app, &Chooses(Some(path)), "choose_pack_file", json!({})).unwrap();
    world.call("read_pack", read(&chosen["file"])).unwrap();
    file(&world, "ID,Name\n1,Zoë Elpmaxe\n");
    world.call("import_pack", json!({ "read": read(&chosen["file"]), "remember": false })).unwrap();
    let failed = &ended(&world)["failed"];
    assert_eq!(failed["code"], "import_fault");
    assert!(failed["args"].to_string().contains("changed"), "{failed}");
    assert!(world.call("list_packs", json!({})).unwrap()["packs"].as_array().unwrap().is_empty());
}
