//! The child's file, in the real window: a pack of a lost system with 3,151 children goes in (the number
//! open on a full day: `docs/decisions/0022-packs.md`), one of them is found by a name that is misspelt,
//! and everything that a worker does on the first day is done to that file.

use std::{fmt::Write as _, fs, path::Path, process::Command};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use chrono::{Days, Local, NaiveDate};
use serde_json::json;

use crate::{
    acts,
    driver::{Window, built},
};

const CHILDREN: usize = 3_151;
/// Number of the child that this is about, in the lost system.
const ZOE: usize = 1_700;

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

    find(&window, "Zoe Sampelchild").await;
    // What to know before the door stands before everything else, and is asked to be read.
    window.says("Warning: Risk to workers").await;
    window.says("Two large dogs").await;
    window.picture("16-warnings-first").await;
    window.press("I have read these warnings").await;

    add_father(&window).await;
    attach_letter(&window).await;
    strategy_discussion(&window).await;
    assessment_clock(&window).await;

    window.press("Timeline").await;
    window.says("Gap in the file").await;
    window.says("recovered from Mosaic").await;
    window.says("Seen at home with her mother").await;
    window.picture("20-history-with-its-gap").await;
    window.kill();
    check(&casebook, folder.path());
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

/// Finds somebody by the box that is everywhere, and opens the file.
async fn find(window: &Window, typed: &str) {
    window
        .client
        .execute(
            "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }))",
            vec![],
        )
        .await
        .unwrap();
    let field = window.find("//input[@id='palette']").await;
    field.send_keys(typed).await.unwrap();
    let found = "//*[@role='option' and contains(., 'Zoë Samplechild')]";
    window.find(found).await;
    window.picture("15-found-by-a-misspelt-name").await;
    window.find(found).await.click().await.unwrap();
    window.heading("Zoë Samplechild").await;
}

/// Puts a father on file and says whose he is.
async fn add_father(window: &Window) {
    let fields = json!({ "name": "Amir Samplechild", "kind": "adult" });
    window.ask("add_person", json!({ "fields": fields })).await.unwrap();
    window.press("People").await;
    window.says("The father is not recorded, and not why").await;
    window.find("//a[contains(@href, 'relation=father')]").await.click().await.unwrap();
    let who = window.find("//input[@role='combobox']").await;
    who.send_keys("amir").await.unwrap();
    window.find("//*[@role='option' and contains(., 'Amir')]").await.click().await.unwrap();
    window.press("Save").await;
    window.find("//td[contains(., 'father')]").await;
    window.picture("17-family-and-professionals").await;
}

/// Puts the photo of a letter on the file: its location does not come along.
async fn attach_letter(window: &Window) {
    window.press("Documents").await;
    window.find("//input[@id='document-file']").await;
    let drawn = "const canvas = document.createElement('canvas');
        canvas.width = 640; canvas.height = 400;
        const pen = canvas.getContext('2d');
        pen.fillStyle = 'white'; pen.fillRect(0, 0, 640, 400);
        pen.fillStyle = 'black'; pen.font = '28px sans-serif'; pen.fillText('Dear parents', 40, 80);
        return canvas.toDataURL('image/jpeg').split(',')[1]";
    let letter = window.script(drawn, vec![]).await;
    let letter = STANDARD.decode(letter.as_str().unwrap()).unwrap();
    put_file(window, "document-file", "letter_home.jpg", "image/jpeg", &letter).await;
    window.says("What it is called").await;
    choose(window, "document-sort", "letter").await;
    window.press("Add to the file").await;
    window.says("letter home was added").await;
    window.picture("18-a-letter-on-the-file").await;
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

/// Begins an assessment thirty days ago: the clock runs from then, not from today.
async fn assessment_clock(window: &Window) {
    window.press("Due and episodes").await;
    window.find("(//a[contains(@href, 'kind=episode')])[1]").await.click().await.unwrap();
    choose(window, "episode", "assessment").await;
    date(window, "Began", Local::now().date_naive() - Days::new(30)).await;
    window.press("Save").await;
    window.says("of 45").await;
    window.picture("21-day-of-45").await;
}

/// Opens the child's file again from the caseload.
async fn find_again(window: &Window) {
    window
        .client
        .execute(
            "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }))",
            vec![],
        )
        .await
        .unwrap();
    window.find("//input[@id='palette']").await.send_keys("samplechild zoe").await.unwrap();
    window.find("//*[@role='option' and contains(., 'Zoë Samplechild')]").await.click().await.unwrap();
    window.heading("Zoë Samplechild").await;
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

/// Chooses from the list whose id ends so, by the value.
async fn choose(window: &Window, id: &str, value: &str) {
    window.find(&format!("//select[contains(@id, '{id}')]")).await;
    let choose = "const select = document.querySelector(`select[id*='${arguments[0]}']`);
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

fn people() -> String {
    let mut csv = String::from("Mosaic ID,Forename,Surname,DOB,Postcode\n");
    for number in 1..=CHILDREN {
        let born = NaiveDate::from_ymd_opt(2004, 1, 1).unwrap() + Days::new(number as u64);
        let (first, last) = if number == ZOE {
            ("Zoë".to_owned(), "Samplechild".to_owned())
        } else {
            (format!("{}{}", FIRST[number % FIRST.len()], number % 7), format!("{}{number}", LAST[number % LAST.len()]))
        };
        writeln!(csv, "{number},{first},{last},{born},E8 {}AA", number % 9 + 1).unwrap();
    }
    csv
}

const FIRST: [&str; 5] = ["Ada", "Bilal", "Chaim", "Dilan", "Efe"];
const LAST: [&str; 4] = ["Exampleson", "Testley", "Mockford", "Specimen"];

fn warnings() -> String {
    format!(
        "Mosaic ID,Warning type,Warning,Start date\n{ZOE},Risk to worker,Two large dogs. Visit in pairs.,2019-03-04\n"
    )
}

fn notes() -> String {
    let mut csv = String::from("Case Note ID,Mosaic ID,Date of event,Note type,Worker,Text\n");
    for number in 0..60 {
        let day = NaiveDate::from_ymd_opt(2018, 1, 5).unwrap() + Days::new(number * 14);
        writeln!(csv, "{number},{ZOE},{day},Home visit,Ada Worker,Seen at home with her mother. Visit {number}.")
            .unwrap();
    }
    csv
}

fn check(casebook: &Path, folder: &Path) {
    let passphrase = folder.join("passphrase");
    fs::write(&passphrase, acts::PASSPHRASE).unwrap();
    let out = Command::new(built("holdfast"))
        .args(["--casebook".as_ref(), casebook.as_os_str(), "--passphrase-file".as_ref(), passphrase.as_os_str()])
        .arg("check")
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stdout));
}
