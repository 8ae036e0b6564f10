//! kill -9 on the real window, ten times, at a random moment while somebody types.

use std::{process::Command, time::Duration};

use testkit::entries::Entries;

use crate::{
    acts,
    driver::{Window, built},
};

const KILLS: usize = 10;

#[tokio::test(flavor = "multi_thread")]
async fn window_ten_kills_while_typing_lose_nothing_that_was_said_to_be_saved() {
    let seed = std::env::var("HOLDFAST_SEED")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| u64::from(std::process::id()));
    let mut random = Entries::seeded(seed);
    let folder = tempfile::tempdir().unwrap();
    let casebook = folder.path().join("casebook");
    let window = Window::open(&casebook).await;
    acts::first_run(&window).await;
    acts::add_person(&window, "Zoë Sample").await;
    window.press("Zoë Sample").await;
    window.heading("Zoë Sample").await;
    window.press("Add a record").await;
    window.press("Case note").await;
    window.heading("Case note").await;
    window.press("Start").await;
    window.find("//*[contains(@class, 'question')]").await;
    // To a section with a long text.
    while window.words_of("//textarea").await.is_none() {
        assert!(acts::next_section(&window).await, "a case note has a long text");
    }
    let place = window.client.current_url().await.unwrap();
    let mut window = Some(window);
    for round in 0..KILLS {
        let open = window.take().unwrap();
        let area = open.find("(//textarea)[1]").await;
        area.send_keys(&format!(" round {round} begins")).await.unwrap();
        // The screen takes half a second of rest before it saves; then it says so.
        tokio::time::sleep(Duration::from_millis(700)).await;
        acts::saved(&open).await;
        let confirmed = acts::long_text(&open).await;
        area.send_keys(" and goes on without a pause").await.unwrap();
        tokio::time::sleep(Duration::from_millis(random.number(900))).await;
        open.kill();

        let open = Window::open(&casebook).await;
        acts::unlock(&open).await;
        open.client.goto(place.as_str()).await.unwrap();
        let found = acts::long_text(&open).await;
        assert!(
            found.starts_with(&confirmed),
            "round {round}, seed {seed}: said to be saved: {confirmed:?}, found: {found:?}"
        );
        window = Some(open);
    }
    drop(window);
    println!("window kills: {KILLS} of {KILLS}, seed {seed}");
    let passphrase = folder.path().join("passphrase");
    std::fs::write(&passphrase, acts::PASSPHRASE).unwrap();
    let check = Command::new(built("holdfast"))
        .arg("--casebook")
        .arg(&casebook)
        .arg("--passphrase-file")
        .arg(&passphrase)
        .arg("check")
        .output()
        .unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
}
