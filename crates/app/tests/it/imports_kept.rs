//! What an import keeps beside the answers: files, and words about a child whom nobody is.

use app::{
    files::{attach, read_attachment},
    records::{file_draft, open_record},
    responses::{Decided, ExportResponses, export_responses},
};
use domain::RecordId;
use serde_json::{Value, json};

use crate::{
    files::PNG,
    imports::{read, rows, take},
    world::{World, asks, asks_text, object, own_form},
};

fn with_upload() -> World {
    let world = World::of_editor();
    let upload = asks("photo", json!({ "type": "upload", "types": [], "max_files": 2, "max_mib": 1 }));
    world.publish(&own_form("ours", json!([upload, asks_text("say")])));
    world
}

/// A record with a file, as our own file writes it.
fn exported(world: &World, media: &str) -> Vec<u8> {
    let id = world.draft("ours", &[], json!({}));
    let upload = world.upload("room.png", &PNG);
    let file = attach(&world.session(), id, "photo", &upload).unwrap();
    let photo = json!([{ "blob": file.blob.to_string(), "name": file.name, "size": file.size, "media": file.media }]);
    let answers = object(json!({ "photo": photo, "say": "look" }));
    app::drafts::save_draft(&world.session(), id, answers, 2, None).unwrap();
    file_draft(&world.session(), id).unwrap();
    let mut csv = Vec::new();
    let export = ExportResponses {
        form: "ours".into(),
        layout: exchange::Layout::Lossless,
        file: exchange::FileKind::Csv,
        filters: Vec::new(),
    };
    export_responses(&world.session(), export, &mut csv, world.place(), str::to_owned).unwrap();
    String::from_utf8(csv).unwrap().replace("image/png", media).into_bytes()
}

fn imported(world: &World) -> (RecordId, Value, Vec<String>) {
    let body = world.records_on("ours").pop().unwrap();
    let Some(journal::Known::RecordFiled(filed)) = journal::Known::read(&body) else { panic!("a record") };
    assert!(filed.source.is_some());
    (filed.record, filed.answers, body.blobs.iter().map(|blob| blob.hash.to_string()).collect())
}

#[test]
fn a_file_that_is_not_in_this_casebook_is_kept_by_its_name_and_said_before() {
    let (one, two) = (with_upload(), with_upload());
    let csv = exported(&one, "image/png");
    let (_, found) = read(&two, "ours", "ours.csv", &csv);
    let said: Vec<_> = found.doubts.iter().map(|one| (one.row, one.doubt.code, one.doubt.cell.as_str())).collect();
    assert_eq!(said, [(2, "files_not_here", "room.png")]);
    take(&two, "ours", "ours.csv", &csv, Decided::None);
    let (_, answers, blobs) = imported(&two);
    assert_eq!(answers, json!({ "photo": { "as_imported": "room.png" }, "say": "look" }));
    assert_eq!(blobs.len(), 1, "the wording alone");
    let (_, again) = read(&two, "ours", "ours.csv", &csv);
    assert_eq!((again.new, again.changed, again.already_here), (0, 0, 1));
}

#[test]
fn a_file_that_is_here_is_part_of_the_record_and_is_what_its_bytes_say() {
    let (one, two) = (with_upload(), with_upload());
    let csv = exported(&one, "text/html");
    exported(&two, "image/png");
    take(&two, "ours", "ours.csv", &csv, Decided::None);
    let (record, answers, blobs) = imported(&two);
    let blob = answers["photo"][0]["blob"].as_str().unwrap();
    assert!(blobs.iter().any(|named| named == blob), "it is delivered with the entry");
    let content = read_attachment(&two.session(), None, Some(record), blob).unwrap();
    assert_eq!((content.media.as_str(), content.bytes.as_slice()), ("image/png", PNG.as_slice()));
}

#[test]
fn all_that_is_said_of_a_child_whom_nobody_is_is_kept_in_words() {
    let world = World::of_editor();
    let each = asks(
        "each",
        json!({ "type": "each_child", "questions": [
            asks_text("mood"),
            asks("went", json!({ "type": "one_choice", "choices": [{ "id": "ok", "label": "Went well" }] })),
        ] }),
    );
    let mut form = own_form("ours", json!([asks("asked", json!({ "type": "yes_no" })), asks_text("word")]));
    let aside = json!({
        "id": "aside", "title": "Aside", "questions": [each],
        "when": { "question": "asked", "is_yes": true },
    });
    form["sections"].as_array_mut().unwrap().push(aside);
    world.publish(&form);
    let csv = b"Timestamp,Child name,What of word?,Mood,Went\n30/07/2026 09:05:00,Ada Example,calm,sunny,Went well\n";
    let upload = world.upload("ours.csv", csv);
    let file = |mapping| app::responses::ReadFile { upload: upload.clone(), form: "ours".into(), mapping, order: None };
    let mut mapping = app::responses::read_responses(&world.session(), file(None)).unwrap().mapping;
    for (column, question) in [(3, "each/*/mood"), (4, "each/*/went")] {
        mapping.columns[column].target = exchange::Target::Question(question.into());
    }
    let found = app::responses::read_responses(&world.session(), file(Some(mapping))).unwrap();
    let import = crate::imports::decided(upload, &found, |_| Some(Decided::None));
    app::responses::import_responses(&world.session(), &import, &mut |_, _| true).unwrap();
    let record = rows(&world, "ours")[0].0.parse().unwrap();
    let extra = open_record(&world.session(), record).unwrap().imported.unwrap().extra;
    for said in [("What of mood?", "sunny"), ("What of went?", "Went well"), ("Child name", "Ada Example")] {
        let there = extra.iter().any(|(wording, text)| (wording.as_str(), text.as_str()) == said);
        assert!(there, "{said:?} though its section is on no way through the form");
    }
}
