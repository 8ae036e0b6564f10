//! A form of the service's Google Forms, with sections, branching and every kind of item, goes in, is
//! filled with no network, and its answers come out as Google writes them; then it is changed under an
//! open draft, and nothing is lost.

use std::{fs, path::Path, process::Command};

use serde_json::{Value, json};

use crate::{
    acts,
    driver::{Window, built},
};

#[tokio::test(flavor = "multi_thread")]
async fn window_a_google_form_goes_in_is_filled_offline_and_changed_under_an_open_draft() {
    let folder = tempfile::tempdir().unwrap();
    let casebook = folder.path().join("casebook");
    let window = Window::open(&casebook).await;
    acts::first_run(&window).await;
    acts::add_person(&window, "Zoë Sample").await;
    look_after_forms(&window).await;

    let google = fs::read_to_string(every_kind()).unwrap();
    take_form(&window, &google).await;
    publish(&window, "As we had it in Google Forms").await;

    begin(&window).await;
    window.picture("11-google-form-filled").await;
    acts::answer_form(&window).await;
    file(&window).await;

    // A second draft, half filled, and then somebody changes the form.
    begin(&window).await;
    window.type_into("Where you met", "At the library").await;
    acts::saved(&window).await;
    let form = form_id(&window).await;
    change_form(&window, &form).await;
    window.press("Caseload").await;
    window.press("Drafts").await;
    window.heading("Drafts").await;
    window.find("//a[contains(@href, '/drafts/')]").await.click().await.unwrap();
    window.says("This form has a newer version (2).").await;
    window.press("See what would change, and move this draft").await;
    window.says("At the library").await;
    window.picture("12-a-draft-before-it-moves").await;
    window.press("Move this draft").await;
    window.find("//*[contains(@class, 'save-line')]").await;
    window.says("1 answer no longer asked").await;
    acts::answer_form(&window).await;
    window.says("1 answer no longer asked").await;
    let open = "document.querySelectorAll('details').forEach((one) => (one.open = true))";
    window.client.execute(open, vec![]).await.unwrap();
    window.says("At the library").await;
    window.picture("13-an-answer-no-longer-asked").await;
    file(&window).await;
    window.kill();

    let csv = export(&casebook, folder.path(), &form, "google-sheet");
    let mut rows = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let headings: Vec<String> = rows.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(headings[0], "Timestamp");
    let asked = headings_of(&serde_json::from_str(&google).unwrap());
    // The place was taken out of the second version; everything else stands in Google's order.
    let asked: Vec<&String> = asked.iter().filter(|heading| *heading != "Where you met").collect();
    assert_eq!(headings[1..=asked.len()].iter().collect::<Vec<_>>(), asked);
    assert_eq!(rows.records().count(), 2);
    let everything = export(&casebook, folder.path(), &form, "lossless");
    assert!(everything.contains("At the library"), "an answer no longer asked is exported");
}

fn every_kind() -> std::path::PathBuf {
    let here = std::env::var("CARGO_MANIFEST_DIR").unwrap();
    Path::new(&here).join("../crates/exchange/tests/data/google/every_kind.json")
}

async fn look_after_forms(window: &Window) {
    window.press("Settings").await;
    window.heading("Settings").await;
    window.tick("I look after the forms of my service").await;
    window.press("Save settings").await;
    window.says("Settings saved").await;
}

/// Hands the file in and takes the form, having looked at everything that the file cannot say.
async fn take_form(window: &Window, google: &str) {
    window.press("Forms").await;
    window.heading("Forms").await;
    window.press("Import a form").await;
    window.find("//input[@id='import-file']").await;
    // A dialog of the system cannot be driven; the file stands in the field as the dialog puts it.
    let put = "const input = document.getElementById('import-file');
        const files = new DataTransfer();
        files.items.add(new File([arguments[0]], 'duty-visit.json', { type: 'application/json' }));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));";
    window.client.execute(put, vec![json!(google)]).await.unwrap();
    window.says("Duty visit").await;
    window.picture("9-what-a-google-form-cannot-say").await;
    window.press("I have looked at all of them").await;
    window.press("Take this form").await;
    window.says("Heading of a new section").await;
    window.picture("10-the-form-editor").await;
}

async fn publish(window: &Window, note: &str) {
    window.press("Compare and publish").await;
    window.heading("Publish Duty visit").await;
    window.type_into("What was changed, and why?", note).await;
    window.press("Publish version 1").await;
    window.says("Duty visit is published").await;
}

/// Starts the form for the child.
async fn begin(window: &Window) {
    window.press("Caseload").await;
    window.heading("Caseload").await;
    window.press("Zoë Sample").await;
    window.heading("Zoë Sample").await;
    window.press("Add a record").await;
    // The child's page has a record of this name too.
    window.find("//a[contains(@href, '/new/google_')]").await.click().await.unwrap();
    window.heading("Duty visit").await;
    window.press("Start").await;
    window.find("//*[contains(@class, 'question')]").await;
}

async fn file(window: &Window) {
    let button = "//button[starts-with(normalize-space(), 'File this')]";
    window.find(button).await;
    let words = window.words_of(button).await.unwrap();
    window.press(&words).await;
    window.heading("filed").await;
}

async fn form_id(window: &Window) -> String {
    let answered = window.ask("answered_forms", json!({})).await.unwrap();
    answered["forms"][0]["form"].as_str().unwrap().to_owned()
}

/// Publishes a version that no longer asks where it was.
async fn change_form(window: &Window, form: &str) {
    let draft = window.ask("edit_form", json!({ "from": "form", "id": form })).await.unwrap();
    let mut definition = draft["definition"].clone();
    let questions = definition["sections"][0]["questions"].as_array_mut().unwrap();
    let before = questions.len();
    questions.retain(|question| question["text"] != "Where you met");
    assert_eq!(questions.len(), before - 1);
    let saved = window
        .ask("save_form_draft", json!({ "id": draft["id"], "definition": definition, "revision": draft["revision"] }))
        .await
        .unwrap();
    let note = "The place is on the calendar";
    let against = &draft["base"];
    let publish = json!({ "id": draft["id"], "revision": saved["revision"], "against": against, "note": note });
    window.ask("publish_form", publish).await.unwrap();
}

/// The headings of a linked sheet, in the order of the form.
fn headings_of(google: &Value) -> Vec<String> {
    let mut headings = Vec::new();
    for item in google["items"].as_array().unwrap() {
        let title = item["title"].as_str().unwrap_or_default();
        if item.get("questionItem").is_some() {
            headings.push(title.to_owned());
        }
        for row in item["questionGroupItem"]["questions"].as_array().into_iter().flatten() {
            headings.push(format!("{title} [{}]", row["rowQuestion"]["title"].as_str().unwrap()));
        }
    }
    headings
}

fn export(casebook: &Path, folder: &Path, form: &str, layout: &str) -> String {
    let passphrase = folder.join("passphrase");
    fs::write(&passphrase, acts::PASSPHRASE).unwrap();
    let out = Command::new(built("holdfast"))
        .args(["--casebook".as_ref(), casebook.as_os_str(), "--passphrase-file".as_ref(), passphrase.as_os_str()])
        .args(["responses", "export", "--form", form, "--layout", layout, "--file", "csv", "--output", "-"])
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}
