//! First run → visit to two siblings → crash → resume → file → send → receipt, in the real window,
//! to the real hub on the real PostgreSQL. The pictures in docs/images are of this test.

use std::{process::Command, time::Duration};

use testkit::TestHub;

use crate::{
    acts,
    driver::{Window, built},
};

#[tokio::test(flavor = "multi_thread")]
async fn window_a_visit_recorded_with_no_network_survives_a_crash_and_is_received_once() {
    let folder = tempfile::tempdir().unwrap();
    let casebook = folder.path().join("casebook");
    let mut hub = TestHub::start().unwrap();
    let code = hub.enrol_code().unwrap().to_string();
    hub.stop().unwrap();

    let window = Window::open(&casebook).await;
    window.heading("Welcome to Holdfast").await;
    window.picture("1-welcome").await;
    acts::first_run(&window).await;
    acts::add_person(&window, "Zoë Sample").await;
    acts::add_person(&window, "Tomas Sample").await;
    window.picture("2-caseload").await;

    window.press("Zoë Sample").await;
    window.heading("Zoë Sample").await;
    window.press("Add a record").await;
    window.press("Visit").await;
    window.heading("Visit").await;
    for name in ["Tomas Sample", "Zoë Sample"] {
        tick_unless_ticked(&window, name).await;
    }
    window.press("Start").await;
    window.find("//*[contains(@class, 'question')]").await;
    // Half a date, which no form would take, and it is saved all the same.
    let day = window.find("(//input[@name='day'])[last()]").await;
    day.send_keys("3").await.unwrap();
    acts::saved(&window).await;
    window.picture("3-half-typed").await;
    window.kill();

    let window = Window::open(&casebook).await;
    window.heading("Unlock").await;
    window.picture("4-unlock-after-the-crash").await;
    acts::unlock(&window).await;
    window.press("Drafts").await;
    window.heading("Drafts").await;
    window.find("//a[contains(@href, '/drafts/')]").await.click().await.unwrap();
    let day = window.find("(//input[@name='day'])[last()]").await;
    assert_eq!(day.prop("value").await.unwrap().as_deref(), Some("3"), "the draft is as it was left");
    window.picture("5-the-draft-as-it-was").await;
    day.clear().await.unwrap();

    acts::answer_form(&window).await;
    window.picture("6-check").await;
    window.press("File this visit to 2 children").await;
    window.says("Filed – waiting to send").await;
    window.picture("7-filed").await;

    // The hub is down: enrolling says so, and nothing is lost.
    window.press("Settings").await;
    window.heading("Settings").await;
    window.type_into("One-time code from the hub", &code).await;
    window.press("Connect to the hub").await;
    window.says("The hub cannot be reached").await;
    hub.restart().unwrap();
    window.press("Connect to the hub").await;
    window.says(&hub.address()).await;
    window.press("Outbox").await;
    window.heading("Outbox").await;
    window.says("Sent").await;
    window.says("reference").await;
    window.picture("8-received").await;

    let count = hub.custody().unwrap();
    assert!(count.adds_up());
    assert_eq!((count.records, count.sent), (1, 1), "once");
    drop(window);
    // The same from the command line, on the same casebook.
    let passphrase = folder.path().join("passphrase");
    std::fs::write(&passphrase, acts::PASSPHRASE).unwrap();
    for verb in ["send", "check"] {
        let done = Command::new(built("holdfast"))
            .arg("--casebook")
            .arg(&casebook)
            .arg("--passphrase-file")
            .arg(&passphrase)
            .args(["--json", verb])
            .output()
            .unwrap();
        assert!(done.status.success(), "{verb}: {}", String::from_utf8_lossy(&done.stdout));
    }
    assert_eq!(hub.custody().unwrap().records, 1, "sending again changes nothing");
}

async fn tick_unless_ticked(window: &Window, name: &str) {
    let path = format!("//input[@id = //label[normalize-space()=\"{name}\"]/@for]");
    let ticked = window.find(&path).await.is_selected().await.unwrap();
    if !ticked {
        window.tick(name).await;
    }
    tokio::time::sleep(Duration::from_millis(50)).await;
}
