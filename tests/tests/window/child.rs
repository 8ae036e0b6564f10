//! The child's file, in the real window: a pack of a lost system with 3,151 children goes in, one of
//! them is found by a name that is misspelt, and everything that a worker does on the first day is
//! done to that file.

use std::{fs, path::Path, process::Command};

use app::SystemClock;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use casebook::Casebook;
use chrono::{Days, NaiveDate};
use domain::Clock as _;
use serde_json::{Value, json};
use vault::{BlobRef, KeyStore, Passphrase};

use crate::{
    acts,
    driver::{Window, built},
    lost_system::{has_camera_data, notes, people, photographed, warnings},
};

#[tokio::test(flavor = "multi_thread")]
async fn window_a_pack_goes_in_and_a_child_is_found_warned_of_and_worked_with() {
    let folder = tempfile::tempdir().unwrap();
    let casebook = folder.path().join("casebook");
    let window = Window::open(&casebook).await;
    acts::first_run(&window).await;
    take_pack(&window, "people.csv", &people(), "A person").await;
    window.says("3,151 rows were taken in").await;
    window.picture("14-a-pack-taken-in").await;
    take_pack(&window, "warnings.csv", &warnings(), "A warning").await;
    take_pack(&window, "notes.csv", &notes(), "An old note").await;

    find_misspelt(&window).await;
    read_warnings(&window).await;
    add_father(&window).await;
    let letter = attach_letter(&window).await;
    strategy_discussion(&window).await;
    assessment_clock(&window).await;
    history_with_its_gap(&window).await;
    window.kill();
    check(&casebook, folder.path());
    assert_nothing_of_the_place_is_kept(&casebook, &letter);
}

/// Goes to the packs and takes a file in with the columns that are suggested.
async fn take_pack(window: &Window, name: &str, csv: &str, rows: &str) {
    window.press("Packs").await;
    window.heading("Packs").await;
    window.press("Take a pack in").await;
    window.find("//input[@id='file']").await;
    put_file(window, "file", name, "text/csv", csv.as_bytes()).await;
    window.tick(rows).await;
    window.type_into("Which system is it from?", "Mosaic").await;
    date(window, "As at which day?", "2020-10-11".parse().unwrap()).await;
    window.press("Read the file").await;
    window.heading("Which column is what?").await;
    window.press("Continue").await;
    window.heading("What it would bring").await;
    let go = "//button[starts-with(normalize-space(), 'Take ')]";
    window.find(go).await;
    let words = window.words_of(go).await.unwrap();
    window.press(&words).await;
    window.says("taken in.").await;
}

/// Two letters of the surname are swapped and the dots are missing: she is the first that is offered,
/// with her warning in the row, before anything is opened.
async fn find_misspelt(window: &Window) {
    type_into_palette(window, "Zoe Sampelchild").await;
    window.find("//*[@role='option' and contains(., 'Zoë Samplechild')]").await;
    let first = window.words_of("(//*[@role='option'])[1]").await.unwrap();
    assert!(first.contains("Zoë Samplechild"), "she is offered first: {first}");
    assert!(first.contains("Warning: Risk to workers"), "her warning stands in the row: {first}");
    window.picture("15-found-by-a-misspelt-name").await;
    window.find("(//*[@role='option'])[1]").await.click().await.unwrap();
    window.heading("Zoë Samplechild").await;
}

/// What to know before the door stands before every part of the file, in sight without scrolling, and
/// is asked to be read.
async fn read_warnings(window: &Window) {
    window.says("Warning: Risk to workers").await;
    window.says("Two large dogs").await;
    let first = "const warnings = document.querySelector('.warnings');
        const others = document.querySelectorAll('.child-tabs, main h2');
        const before = [...others].every((other) => warnings.contains(other) ||
            warnings.compareDocumentPosition(other) === Node.DOCUMENT_POSITION_FOLLOWING);
        return before && warnings.getBoundingClientRect().bottom < window.innerHeight";
    assert_eq!(window.client.execute(first, vec![]).await.unwrap(), true, "the warnings come first");
    window.picture("16-warnings-first").await;
    window.press("I have read these warnings").await;
    window.gone("I have read these warnings").await;
    window.says("Two large dogs").await;
}

/// Puts a father on file and says whose he is: until then the file says that nobody knows of one.
async fn add_father(window: &Window) {
    let unknown = "The father is not recorded, and not why";
    window.press("People").await;
    window.says(unknown).await;
    window.press("Caseload").await;
    window.press("Add a person").await;
    window.heading("Add a person").await;
    window.tick("Adult").await;
    window.type_into("Full name", "Amir Samplechild").await;
    window.press("Add this person").await;
    window.heading("Amir Samplechild").await;

    find_again(window).await;
    window.press("People").await;
    window.find("//a[contains(@href, 'relation=father')]").await.click().await.unwrap();
    let who = window.find("//input[@role='combobox']").await;
    who.send_keys("amir").await.unwrap();
    window.find("//*[@role='option' and contains(., 'Amir')]").await.click().await.unwrap();
    window.press("Save").await;
    window.find("//td[contains(., 'father')]").await;
    window.gone(unknown).await;
    window.show("//*[contains(@class, 'network')]").await;
    window.picture("17-family-and-professionals").await;
}

/// Puts the photo of a letter on the file, and gives what is kept of it.
async fn attach_letter(window: &Window) -> Value {
    window.press("Documents").await;
    window.find("//input[@id='document-file']").await;
    let drawn = "const canvas = document.createElement('canvas');
        canvas.width = 640; canvas.height = 400;
        const pen = canvas.getContext('2d');
        pen.fillStyle = 'white'; pen.fillRect(0, 0, 640, 400);
        pen.fillStyle = 'black'; pen.font = '28px sans-serif';
        pen.fillText('Dear parents', 40, 80);
        pen.fillText('Zoë was not at school on Monday.', 40, 140);
        return canvas.toDataURL('image/jpeg').split(',')[1]";
    let letter = window.script(drawn, vec![]).await;
    let letter = photographed(&STANDARD.decode(letter.as_str().unwrap()).unwrap());
    assert!(has_camera_data(&letter));
    put_file(window, "document-file", "letter_home.jpg", "image/jpeg", &letter).await;
    window.says("What it is called").await;
    choose(window, "document-sort", "letter").await;
    window.press("Add to the file").await;
    window.says("letter home was added").await;
    window.press("letter home").await;
    window.heading("letter home").await;
    window.says("Location and camera data were taken out when it was added.").await;
    window.find("//img[@class='viewer__image']").await;
    window.picture("18-a-letter-on-the-file").await;
    let address = window.client.current_url().await.unwrap();
    let id = address.path_segments().unwrap().next_back().unwrap().to_owned();
    let open = window.ask("open_document", json!({ "id": id })).await.unwrap();
    window.press("Back to the documents").await;
    window.heading("Zoë Samplechild").await;
    open["fact"]["says"]["file"].clone()
}

/// Records a strategy discussion in which health took no part, and is told so before filing.
async fn strategy_discussion(window: &Window) {
    window.press("Overview").await;
    window.press("Add a record").await;
    window.find("//a[contains(@href, '/new/strategy_discussion')]").await.click().await.unwrap();
    window.heading("Strategy discussion").await;
    window.press("Start").await;
    window.find("//*[contains(@class, 'question')]").await;
    acts::answer_form(window).await;
    window.says("Health did not take part").await;
    window.picture("19-health-did-not-take-part").await;
    let file = "//button[starts-with(normalize-space(), 'File this')]";
    window.find(file).await;
    let words = window.words_of(file).await.unwrap();
    window.press(&words).await;
    window.heading("filed").await;
    find_again(window).await;
}

/// Begins an assessment thirty days ago: the clock runs from then, in working days, not from today.
async fn assessment_clock(window: &Window) {
    window.press("Due and episodes").await;
    window.press("Add an episode").await;
    choose(window, "episode", "assessment").await;
    let today = SystemClock.now().with_timezone(&SystemClock.zone()).date_naive();
    date(window, "Began", today - Days::new(30)).await;
    window.press("Save").await;
    window.says(" of 45").await;
    let said = window.text().await;
    let (before, _) = said.split_once(" of 45").unwrap();
    let day: u32 = before.rsplit_once("day ").unwrap().1.parse().unwrap();
    // Thirty days hold 20 to 22 working days, less up to four bank holidays at Christmas and Easter.
    assert!((16..=23).contains(&day), "day {day} of 45");
    window.picture("20-day-of-45").await;
}

/// What came back, and the years of which nothing did.
async fn history_with_its_gap(window: &Window) {
    window.press("Timeline").await;
    window.says("Gap in the file").await;
    window.says("Nothing was recovered from 12 October 2020 to").await;
    window.says("Recovered from Mosaic as at 11 October 2020, incomplete").await;
    window.says("Seen at home with her mother").await;
    let stands = "const rows = [...document.querySelectorAll('.timeline > li')];
        const gap = rows.findIndex((row) => row.matches('.timeline__gap'));
        return [gap > 0, rows[gap - 1]?.innerText, rows[gap + 1]?.innerText]";
    let stands = window.client.execute(stands, vec![]).await.unwrap();
    assert_eq!(stands[0], true, "the gap stands after what was recorded here: {stands}");
    assert!(stands[2].as_str().unwrap().contains("Recovered from Mosaic"), "and before what came back: {stands}");
    window.show("//li[contains(@class, 'timeline__gap')]").await;
    window.picture("21-history-with-its-gap").await;
}

/// Opens the child's file again, the names in another order.
async fn find_again(window: &Window) {
    type_into_palette(window, "samplechild zoe").await;
    window.find("//*[@role='option' and contains(., 'Zoë Samplechild')]").await.click().await.unwrap();
    window.heading("Zoë Samplechild").await;
}

async fn type_into_palette(window: &Window, text: &str) {
    let press = "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }))";
    window.client.execute(press, vec![]).await.unwrap();
    window.find("//input[@id='palette-box']").await.send_keys(text).await.unwrap();
}

/// A dialog of the system cannot be driven; the file stands in the field as the dialog puts it.
async fn put_file(window: &Window, id: &str, name: &str, media: &str, content: &[u8]) {
    let put = "const input = document.getElementById(arguments[0]);
        const bytes = Uint8Array.from(atob(arguments[3]), (letter) => letter.charCodeAt(0));
        const files = new DataTransfer();
        files.items.add(new File([bytes], arguments[1], { type: arguments[2] }));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));";
    let arguments = vec![json!(id), json!(name), json!(media), json!(STANDARD.encode(content))];
    window.client.execute(put, arguments).await.unwrap();
}

/// Chooses from a list by the value.
async fn choose(window: &Window, id: &str, value: &str) {
    window.find(&format!("//select[@id='{id}']")).await;
    let choose = "const select = document.getElementById(arguments[0]);
        select.value = arguments[1];
        select.dispatchEvent(new Event('input', { bubbles: true }));
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return select.value";
    let chosen = window.client.execute(choose, vec![json!(id), json!(value)]).await.unwrap();
    assert_eq!(chosen, value);
}

/// Types a day into its three boxes.
async fn date(window: &Window, legend: &str, day: NaiveDate) {
    for (part, value) in [("day", day.format("%-d")), ("month", day.format("%-m")), ("year", day.format("%Y"))] {
        let path = format!("//fieldset[legend[contains(normalize-space(), '{legend}')]]//input[@name='{part}']");
        let field = window.find(&path).await;
        field.clear().await.unwrap();
        field.send_keys(&value.to_string()).await.unwrap();
    }
}

/// The picture as it lies in the casebook says nothing of where it was taken.
fn assert_nothing_of_the_place_is_kept(casebook: &Path, letter: &Value) {
    let key_file = KeyStore::new(casebook).read().unwrap().key_file;
    let passphrase = Passphrase::from(acts::PASSPHRASE.to_owned());
    let key = key_file.unlock(vault::Unlock::Passphrase(&passphrase)).unwrap();
    let store = Casebook::open(casebook, &key, key_file.database_salt()).unwrap();
    let hash = letter["blob"].as_str().unwrap().parse().unwrap();
    let mut kept = Vec::new();
    store.blobs().get(&BlobRef { hash, size: letter["size"].as_u64().unwrap() }, &mut kept).unwrap();
    assert!(kept.starts_with(b"\xff\xd8"), "it is still a photograph");
    assert!(!has_camera_data(&kept), "its place is kept");
}

fn check(casebook: &Path, folder: &Path) {
    let passphrase = folder.join("passphrase");
    fs::write(&passphrase, acts::PASSPHRASE).unwrap();
    let out = Command::new(built("holdfast"))
        .args(["--casebook".as_ref(), casebook.as_os_str(), "--passphrase-file".as_ref(), passphrase.as_os_str()])
        .arg("check")
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
}
