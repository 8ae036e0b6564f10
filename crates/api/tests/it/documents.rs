//! What of a document goes to a screen.

use serde_json::{Value, json};

use crate::World;

fn no_words(fact: &Value) -> bool {
    fact["says"]["file"]["name"] == "note.txt" && fact["says"]["file"].get("words").is_none()
}

#[test]
fn no_list_and_no_answer_carries_the_words_of_a_document() {
    let world = World::open();
    let child = world.call("add_person", json!({ "fields": { "name": "Zoë Example" } })).unwrap()["id"].clone();
    let upload = world.call("begin_upload", json!({ "name": "note.txt", "size": 8 })).unwrap()["id"].clone();
    world.call("upload_part", json!({ "id": upload, "data": "RGVhciBhbGw=" })).unwrap();
    let new = json!({ "upload": upload, "about": [child], "title": "A note", "sort": "letter" });
    let added = world.call("add_document", new).unwrap();
    assert!(no_words(&added), "{added}");
    let mut says = added["says"].clone();
    says["title"] = json!("A letter");
    let corrected = json!({ "id": added["id"], "about": [child], "says": says });
    assert!(no_words(&world.call("record_fact", corrected).unwrap()));
    let file = world.call("open_child", json!({ "id": child })).unwrap();
    assert!(file["facts"].as_array().unwrap().iter().any(no_words));
    let open = world.call("open_document", json!({ "id": added["id"] })).unwrap();
    assert!(no_words(&open["fact"]) && open["text"] == "Dear all");
}
