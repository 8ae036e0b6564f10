//! One casebook, two programs: the second is refused, and the first goes on.

use serde_json::json;

use crate::programs::{Devhost, PASSPHRASE, assert_sound, holdfast, outcome};

#[test]
fn a_second_program_on_one_casebook_is_refused_and_the_first_goes_on() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("casebook");
    let mut first = Devhost::start(&folder);
    first.create().unwrap().unwrap();

    let mut second = Devhost::start(&folder);
    assert_eq!(second.unlock(PASSPHRASE), Err("open_elsewhere".to_owned()));
    assert_eq!(outcome(&holdfast(&folder, PASSPHRASE, &["status"])), (3, "open_elsewhere".to_owned()));

    let person = json!({ "fields": { "name": "Maya Testcase" } });
    first.done("add_person", &person);
    first.done("lock", &json!({ "place": null }));
    second.unlock(PASSPHRASE).unwrap();
    assert_eq!(second.done("list_people", &json!({}))["total"], json!(1), "what the first did is there");
    assert_eq!(first.unlock(PASSPHRASE), Err("open_elsewhere".to_owned()), "now the other way round");
    drop((first, second));
    assert_sound(&folder, PASSPHRASE);
}
