//! Files of answers: handed in by parts, looked into, sealed, and part of the record.

use app::{
    AppFault,
    drafts::{move_draft, open_draft, save_draft},
    files::{attach, begin_upload, read_attachment, upload_part},
    records::file_draft,
};
use domain::DraftId;
use image::{
    DynamicImage, Rgb, RgbImage,
    codecs::png::{CompressionType, FilterType, PngEncoder},
};
use serde_json::{Value, json};
use vault::Hash;

use crate::{
    fault,
    world::{World, asks, asks_text, bytes, object, own_form},
};

/// A picture of nobody, as Holdfast writes it: written anew it stays as it is.
pub(crate) static PNG: std::sync::LazyLock<Vec<u8>> = std::sync::LazyLock::new(|| {
    let grain = |x: u32, y: u32| Rgb([(x * 7) as u8, (y * 5) as u8, (x ^ y) as u8]);
    let picture = DynamicImage::ImageRgb8(RgbImage::from_fn(30, 20, grain));
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Fast, FilterType::Adaptive);
    picture.write_with_encoder(encoder).unwrap();
    bytes
});

fn with_upload(types: &[&str]) -> Value {
    own_form(
        "ours",
        json!([
            asks("photo", json!({ "type": "upload", "types": types, "max_files": 2, "max_mib": 1 })),
            asks_text("say")
        ]),
    )
}

/// A draft with a file among its answers; gives its name by content.
fn attached(world: &World) -> (DraftId, String) {
    let id = world.draft("ours", &[], json!({}));
    let upload = world.upload("C:\\Users\\ruth\\room.png", &PNG);
    let file = attach(&world.session(), id, "photo", &upload).unwrap();
    assert_eq!((file.name.as_str(), file.size, file.media), ("room.png", PNG.len() as u64, "image/png"));
    let blob = file.blob.to_string();
    let answer = json!([{ "blob": blob, "name": file.name, "size": file.size, "media": file.media }]);
    let revision = open_draft(&world.session(), id).unwrap().draft.revision;
    save_draft(&world.session(), id, object(json!({ "photo": answer })), revision, None).unwrap();
    (id, blob)
}

#[test]
fn a_file_is_read_back_by_its_draft_and_by_its_record() {
    let world = World::of_editor();
    world.publish(&with_upload(&["image"]));
    let (id, blob) = attached(&world);
    let content = read_attachment(&world.session(), Some(id), None, &blob).unwrap();
    assert_eq!((content.media.as_str(), content.bytes.as_slice()), ("image/png", PNG.as_slice()));
    let record = file_draft(&world.session(), id).unwrap().row.record.id;
    let content = read_attachment(&world.session(), None, Some(record), &blob).unwrap();
    assert_eq!(content.bytes, *PNG);
    for (_, bytes) in bytes(world.folder()) {
        assert!(!bytes.windows(PNG.len()).any(|part| part == PNG.as_slice()), "never in the clear on the disk");
    }
    let body = world.records_on("ours").remove(0);
    assert!(body.blobs.iter().any(|one| one.hash.to_string() == blob && one.size == PNG.len() as u64));
}

#[test]
fn only_files_that_the_answers_name_are_given() {
    let world = World::of_editor();
    world.publish(&with_upload(&[]));
    let (id, blob) = attached(&world);
    let other = world.draft("ours", &[], json!({}));
    let refused = |draft, record, blob: &str| fault(read_attachment(&world.session(), draft, record, blob));
    assert!(matches!(refused(Some(other), None, &blob), AppFault::NotFound { what: "file" }));
    let definition = Hash::from_bytes(open_draft(&world.session(), id).unwrap().form.hash()).to_string();
    assert!(matches!(refused(Some(id), None, &definition), AppFault::NotFound { what: "file" }), "nor any sealed file");
    assert!(matches!(refused(Some(id), None, "../../key"), AppFault::NotFound { what: "file" }));
    assert!(matches!(refused(None, None, &blob), AppFault::NotFound { what: "file" }));
    let nothing = domain::RecordId::from_bytes([7; 16]);
    assert!(matches!(refused(None, Some(nothing), &blob), AppFault::NotFound { what: "record" }));
}

#[test]
fn a_file_that_is_no_longer_asked_for_still_goes_with_the_record() {
    let world = World::of_editor();
    world.publish(&with_upload(&[]));
    let (id, blob) = attached(&world);
    world.publish(&own_form("ours", json!([asks_text("say")])));
    let revision = open_draft(&world.session(), id).unwrap().draft.revision;
    move_draft(&world.session(), id, revision).unwrap();
    assert_eq!(read_attachment(&world.session(), Some(id), None, &blob).unwrap().bytes, *PNG);
    let record = file_draft(&world.session(), id).unwrap().row.record.id;
    assert_eq!(read_attachment(&world.session(), None, Some(record), &blob).unwrap().bytes, *PNG);
    let body = world.records_on("ours").remove(0);
    assert!(body.blobs.iter().any(|one| one.hash.to_string() == blob), "it is delivered with the entry");
}

#[test]
fn a_record_is_not_filed_without_its_file() {
    let world = World::of_editor();
    world.publish(&with_upload(&[]));
    let before = bytes(world.folder());
    let (id, _) = attached(&world);
    for path in bytes(world.folder()).into_keys().filter(|path| !before.contains_key(path)) {
        if !path.to_string_lossy().contains("casebook.db") {
            std::fs::remove_file(path).unwrap();
        }
    }
    assert!(matches!(fault(file_draft(&world.session(), id)), AppFault::NotFound { what: "file" }));
    assert!(open_draft(&world.session(), id).is_ok(), "the draft is kept as it was");
    assert!(world.records_on("ours").is_empty());
}

#[test]
fn an_upload_takes_what_was_announced_and_no_more() {
    let world = World::open();
    let session = world.session();
    assert!(
        matches!(fault(begin_upload(&session, "a", (64 << 20) + 1)), AppFault::FileTooLarge { most } if most == 64 << 20)
    );
    let id = begin_upload(&session, "a", 4).unwrap();
    assert_eq!(upload_part(&session, &id, b"abc").unwrap(), 3);
    assert!(matches!(fault(upload_part(&session, &id, b"de")), AppFault::FileTooLarge { most: 4 }));
    let draft = world.draft("case_note", &[world.child("Zoë Example")], json!({}));
    assert!(matches!(fault(attach(&session, draft, "title", &id)), AppFault::NotFound { what: "question" }));
    assert!(matches!(fault(upload_part(&session, "unknown", b"d")), AppFault::NotFound { what: "file" }));
    assert_eq!(upload_part(&session, &id, b"d").unwrap(), 4, "what came too much was not taken");
}

#[test]
fn the_oldest_of_too_many_uploads_goes() {
    let world = World::open();
    let ids: Vec<String> = (0..5)
        .map(|_| {
            world.minutes(1);
            begin_upload(&world.session(), "a", 1).unwrap()
        })
        .collect();
    assert!(matches!(fault(upload_part(&world.session(), &ids[0], b"a")), AppFault::NotFound { what: "file" }));
    for id in &ids[1..] {
        upload_part(&world.session(), id, b"a").unwrap();
    }
}

#[test]
fn a_file_that_the_question_does_not_take_is_refused_and_not_kept() {
    let world = World::of_editor();
    world.publish(&with_upload(&["pdf"]));
    let id = world.draft("ours", &[], json!({}));
    let before = bytes(world.folder()).len();
    let attach = |name: &str, bytes: &[u8]| {
        let upload = world.upload(name, bytes);
        fault(attach(&world.session(), id, "photo", &upload))
    };
    let docm = b"PK\x03\x04....word/document.xml word/vbaProject.bin";
    for (name, bytes, why) in [
        ("room.png", PNG.as_slice(), "kind"),
        ("letter.pdf", b"MZ\x90\0 a program".as_slice(), "program"),
        ("letter.docm", docm.as_slice(), "macros"),
        ("letter.pdf", b"%PDF-1.7 cut short".as_slice(), "damaged"),
        ("letter.pdf", b"\0\x01\x02".as_slice(), "unknown"),
    ] {
        assert!(matches!(attach(name, bytes), AppFault::FileRefused { why: found } if found == why), "{name} {why}");
    }
    let large = [b"%PDF-1.7 ".as_slice(), &vec![b'x'; 1 << 20]].concat();
    assert!(matches!(attach("letter.pdf", &large), AppFault::FileTooLarge { most } if most == 1 << 20));
    let half = begin_upload(&world.session(), "letter.pdf", 100).unwrap();
    upload_part(&world.session(), &half, b"%PDF-1.7").unwrap();
    let refused = fault(app::files::attach(&world.session(), id, "photo", &half));
    assert!(matches!(refused, AppFault::NotFound { what: "file" }), "half a file is none");
    assert_eq!(bytes(world.folder()).len(), before);
}
