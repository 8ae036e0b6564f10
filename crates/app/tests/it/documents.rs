//! Documents on a person's file: what comes in, what is kept of it, and how it is looked at.

use app::{
    AppFault,
    documents::{NewDocument, Shown, add_document, document_page, open_document},
    facts::{FactShown, NewFact, record_fact},
    files::{attach, begin_upload, upload_part},
};
use domain::{
    Fact, PersonId,
    facts::{Document, DocumentFile},
};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use journal::Known;
use rstest::rstest;
use serde_json::json;

use crate::{
    fault,
    world::{World, asks, bytes, own_form},
};

/// A picture that no compression makes small.
pub(crate) fn picture(format: ImageFormat) -> Vec<u8> {
    let grain = |x: u32, y: u32| Rgb([(x * 7 + y * 13) as u8, (x * y) as u8, (x ^ y) as u8]);
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::from_fn(300, 200, grain)).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A PDF of one page that says these words, with more in its catalogue.
pub(crate) fn pdf(words: &str, more: &str) -> Vec<u8> {
    let draws = format!("BT /F 20 Tf 10 150 Td ({words}) Tj ET");
    let objects = [
        format!("<< /Type /Catalog /Pages 2 0 R {more} >>"),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R
            /Resources << /Font << /F 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{draws}\nendstream", draws.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    let mut file = "%PDF-1.7\n".to_owned();
    for (at, object) in objects.iter().enumerate() {
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    file.push_str("trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n");
    file.into_bytes()
}

fn letter(person: PersonId, upload: Option<String>) -> NewDocument {
    NewDocument {
        upload,
        about: vec![person],
        sort: "letter".into(),
        title: "From the school".into(),
        ..NewDocument::default()
    }
}

/// Adds a file to the person's documents.
fn add(world: &World, person: PersonId, name: &str, bytes: &[u8]) -> Result<FactShown, AppFault> {
    let upload = world.upload(name, bytes);
    add_document(&world.session(), letter(person, Some(upload)))
}

fn document(shown: &FactShown) -> &Document {
    match &shown.known.says {
        Fact::Document(document) => document,
        _ => panic!("this is a document"),
    }
}

/// The file as the newest entry about a fact has it.
fn in_the_entry(world: &World) -> (DocumentFile, Vec<u64>) {
    let bodies = world.entries().into_iter().filter_map(|entry| entry.body?.read().ok());
    let mut found = bodies.filter_map(|body| match Known::read(&body) {
        Some(Known::FactRecorded(recorded)) => match recorded.says {
            Fact::Document(document) => {
                Some((document.file?, body.blobs.iter().map(|blob| blob.size).collect::<Vec<_>>()))
            }
            _ => None,
        },
        _ => None,
    });
    found.next_back().unwrap()
}

#[test]
fn a_pdf_is_kept_as_it_is_with_its_words_and_drawn_page_by_page() {
    let world = World::open();
    let child = world.child("Zoë Example");
    let came = pdf("Attendance is a worry", "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>");
    let shown = add(&world, child, "letter.pdf", &came).unwrap();
    let file = document(&shown).file.clone().unwrap();
    assert_eq!((file.media.as_str(), file.size, file.re_encoded), ("application/pdf", came.len() as u64, false));
    assert_eq!(file.words, "", "a list carries no whole documents");
    let (kept, blobs) = in_the_entry(&world);
    assert_eq!(kept.words.trim(), "Attendance is a worry");
    assert_eq!(blobs, [came.len() as u64], "it goes out with the entry");
    let open = open_document(&world.session(), shown.known.id).unwrap();
    assert_eq!((open.shown, open.pages, open.notes), (Shown::Pages, 1, vec!["script_never_run"]));
    assert_eq!(open.words.trim(), "Attendance is a worry");
    let page = document_page(&world.session(), shown.known.id, 1, 400).unwrap();
    assert_eq!((page.media, page.width, page.height), ("image/png", 400, 600));
    let none = fault(document_page(&world.session(), shown.known.id, 2, 400));
    assert!(matches!(none, AppFault::NotFound { what: "page" }));
}

#[test]
fn a_picture_is_written_anew_and_nothing_of_it_lies_open_on_the_disk() {
    let world = World::open();
    let child = world.child("Zoë Example");
    let mut came = picture(ImageFormat::Png);
    came.extend(b"MZ what hides behind the picture");
    let shown = add(&world, child, "photo.png", &came).unwrap();
    let file = document(&shown).file.clone().unwrap();
    assert!(file.re_encoded);
    let open = open_document(&world.session(), shown.known.id).unwrap();
    assert_eq!((open.shown, open.notes), (Shown::Picture, vec!["re_encoded"]));
    let page = document_page(&world.session(), shown.known.id, 1, 200).unwrap();
    assert_eq!((page.width, page.height), (200, 133));
    for (path, content) in bytes(world.folder()) {
        assert!(!content.windows(8).any(|part| part == b"\x89PNG\r\n\x1a\n"), "{}", path.display());
        assert!(!content.windows(16).any(|part| part == b"what hides behin"), "{}", path.display());
    }
}

#[test]
fn a_picture_of_an_answer_is_written_anew_in_the_same_way() {
    let world = World::of_editor();
    world.publish(&own_form("ours", json!([asks("photo", json!({ "type": "upload", "max_files": 1, "max_mib": 1 }))])));
    let draft = world.draft("ours", &[], json!({}));
    let mut came = picture(ImageFormat::Jpeg);
    came.extend(b"GPSLatitude");
    let upload = world.upload("photo.jpg", &came);
    let attached = attach(&world.session(), draft, "photo", &upload).unwrap();
    let content = app::files::read_attachment(&world.session(), Some(draft), None, &attached.blob.to_string());
    assert!(matches!(content, Err(AppFault::NotFound { .. })), "it is no answer yet");
    assert_ne!(attached.blob, vault::Hash::of(&came));
    assert_eq!(attached.media, "image/jpeg");
}

#[rstest]
#[case("photo.jpg", b"MZ\x90\0 a program", "program")]
#[case("letter.doc", b"\xd0\xcf\x11\xe0 old", "macros")]
#[case("letter.pdf", b"%PDF-1.7 and no more", "damaged")]
#[case("photo.jpg", b"\xff\xd8\xff\xe0 no picture", "damaged")]
#[case("photo.heic", b"\0\0\0\x18ftypheic", "heic")]
fn what_is_refused_leaves_nothing_behind(#[case] name: &str, #[case] came: &[u8], #[case] why: &str) {
    let world = World::open();
    let child = world.child("Zoë Example");
    let before = (bytes(world.folder()).len(), world.entries().len());
    let refused = fault(add(&world, child, name, came));
    assert!(matches!(refused, AppFault::FileRefused { why: found } if found == why));
    assert_eq!((bytes(world.folder()).len(), world.entries().len()), before);
}

#[test]
fn an_empty_file_a_pdf_without_a_page_and_a_carrying_pdf_are_refused() {
    let world = World::open();
    let child = world.child("Zoë Example");
    let why = |name: &str, came: &[u8]| match fault(add(&world, child, name, came)) {
        AppFault::FileRefused { why } => why,
        _ => "another fault",
    };
    assert_eq!(why("a.txt", b""), "empty");
    let text = String::from_utf8(pdf("a", "")).unwrap();
    assert_eq!(why("a.pdf", text.replace("/Kids [3 0 R] /Count 1", "/Kids [] /Count 0").as_bytes()), "damaged");
    assert_eq!(why("a.pdf", &pdf("a", "/OpenAction << /S /Launch /F (a.exe) >>")), "carries");
}

#[test]
fn a_file_that_is_larger_than_the_limit_is_refused_before_any_of_it_comes() {
    let world = World::open();
    let refused = fault(begin_upload(&world.session(), "film.mp4", (64 << 20) + 1));
    assert!(matches!(refused, AppFault::FileTooLarge { most } if most == 64 << 20));
}

#[test]
fn a_file_that_changed_while_it_was_read_is_named_by_what_was_kept() {
    let world = World::open();
    let child = world.child("Zoë Example");
    let session = world.session();
    // Its first half is of one version and its second of another.
    let id = begin_upload(&session, "note.txt", 12).unwrap();
    upload_part(&session, &id, b"first ").unwrap();
    let half = fault(add_document(&session, letter(child, Some(id.clone()))));
    assert!(matches!(half, AppFault::NotFound { what: "file" }), "half a file is none");
    upload_part(&session, &id, b"second").unwrap();
    let shown = add_document(&session, letter(child, Some(id))).unwrap();
    assert_eq!(document(&shown).file.clone().unwrap().blob, vault::Hash::of(b"first second").to_string());
    let open = open_document(&session, shown.known.id).unwrap();
    assert_eq!((open.shown, open.text.as_str()), (Shown::Text, "first second"));
}

#[test]
fn a_document_known_to_exist_gets_its_file_later_and_only_once() {
    let world = World::open();
    let child = world.child("Zoë Example");
    let missing = NewDocument { thought_to_be: "with the court".into(), ..letter(child, None) };
    let shown = add_document(&world.session(), missing).unwrap();
    let open = open_document(&world.session(), shown.known.id).unwrap();
    assert_eq!((open.shown, document(&open.fact).thought_to_be.as_str()), (Shown::Not, "with the court"));
    let none = fault(document_page(&world.session(), shown.known.id, 1, 400));
    assert!(matches!(none, AppFault::NotFound { what: "file" }));

    let found = |name: &str| {
        let upload = Some(world.upload(name, &pdf("The order", "")));
        add_document(&world.session(), NewDocument { upload, id: Some(shown.known.id), ..NewDocument::default() })
    };
    let here = found("order.pdf").unwrap();
    let said = document(&here);
    assert_eq!((here.known.id, said.title.as_str(), said.sort.as_str()), (shown.known.id, "From the school", "letter"));
    assert!(said.file.is_some() && said.thought_to_be.is_empty());
    assert_eq!((here.known.heads, here.known.about), (1, vec![child]), "a new version and no clash");
    assert!(matches!(fault(found("again.pdf")), AppFault::NotFound { what: "document" }));
}

#[test]
fn a_document_stands_on_the_file_of_somebody_who_is_on_file_and_has_a_real_day() {
    let world = World::open();
    let child = world.child("Zoë Example");
    let session = world.session();
    let nobody = PersonId::from_bytes([9; 16]);
    assert!(matches!(fault(add_document(&session, letter(nobody, None))), AppFault::NotFound { what: "person" }));
    let no_one = NewDocument { about: Vec::new(), ..letter(child, None) };
    assert!(matches!(fault(add_document(&session, no_one)), AppFault::NotFound { what: "person" }));
    let tomorrow = NewDocument { on: "2099-01-01".parse().ok(), ..letter(child, None) };
    assert!(matches!(fault(add_document(&session, tomorrow)), AppFault::FactNotKept(_)));
    let nameless = NewDocument { title: " ".into(), ..letter(child, None) };
    assert!(matches!(fault(add_document(&session, nameless)), AppFault::FactNotKept(_)));
}

#[test]
fn who_looked_at_a_document_is_an_entry() {
    let world = World::open();
    let child = world.child("Zoë Example");
    let shown = add(&world, child, "note.txt", b"a note").unwrap();
    let before = world.entries().len();
    open_document(&world.session(), shown.known.id).unwrap();
    let entries = world.entries();
    assert_eq!(entries.len(), before + 1);
    let body = entries.last().unwrap().body.as_ref().unwrap().read().unwrap();
    let Some(Known::FileOpened(opened)) = Known::read(&body) else { panic!("somebody looked") };
    assert_eq!((opened.person, opened.document), (Some(child), Some(shown.known.id)));
}

/// Corrects a document as a screen does, which never had its words.
fn correct(world: &World, shown: &FactShown, change: impl FnOnce(&mut Document)) -> Result<FactShown, AppFault> {
    let mut says = document(shown).clone();
    says.file.iter_mut().for_each(|file| file.words.clear());
    change(&mut says);
    let new = NewFact { seen: None, id: Some(shown.known.id), about: vec![], says: Fact::Document(says) };
    record_fact(&world.session(), new)
}

#[test]
fn a_correction_keeps_the_file_and_its_words() {
    let world = World::open();
    let child = world.child("Zoë Example");
    let shown = add(&world, child, "letter.pdf", &pdf("Attendance", "")).unwrap();
    let (file, blobs) = in_the_entry(&world);
    assert!(file.words.contains("Attendance"));
    let before = world.entries().len();
    correct(&world, &shown, |_| ()).unwrap();
    assert_eq!(world.entries().len(), before, "the same again is no entry");
    correct(&world, &shown, |says| says.title = "About attendance".into()).unwrap();
    assert!(in_the_entry(&world) == (file.clone(), blobs.clone()));
    let other = DocumentFile { blob: "00".repeat(32), size: 3, words: "other".into(), ..file.clone() };
    correct(&world, &shown, |says| says.file = Some(other)).unwrap();
    correct(&world, &shown, |says| says.file = None).unwrap();
    assert!(in_the_entry(&world) == (file, blobs), "no correction changes or drops the file");
}

#[test]
fn no_fact_that_is_recorded_brings_a_file() {
    let world = World::open();
    let child = world.child("Zoë Example");
    let here = add(&world, child, "letter.pdf", &pdf("Attendance", "")).unwrap();
    let missing = NewDocument { thought_to_be: "with the court".into(), ..letter(child, None) };
    let elsewhere = add_document(&world.session(), missing).unwrap();
    let before = world.entries().len();
    let file = document(&here).file.clone();
    let brought = correct(&world, &elsewhere, |says| says.file = file);
    assert!(matches!(fault(brought), AppFault::NotFound { what: "file" }));
    let new = NewFact { seen: None, id: None, about: vec![child], says: here.known.says.clone() };
    assert!(matches!(fault(record_fact(&world.session(), new)), AppFault::NotFound { what: "file" }));
    assert_eq!(world.entries().len(), before);
    correct(&world, &elsewhere, |says| says.title = "The order".into()).unwrap();
}
