//! Locking ends the process and starts it again at the unlock screen.

use std::time::{Duration, Instant};

use crate::{acts, driver::Window};

#[tokio::test(flavor = "multi_thread")]
async fn window_locking_ends_the_process_and_a_new_one_waits_to_be_unlocked() {
    let folder = tempfile::tempdir().unwrap();
    let casebook = folder.path().join("casebook");
    let window = Window::open(&casebook).await;
    acts::first_run(&window).await;
    let before = window.processes();
    assert_eq!(before.len(), 1, "one process of ours");
    let body = window.find("//body").await;
    // Ctrl+L. The session of the driver ends with the process, so what it answers does not matter.
    let _ = body.send_keys("\u{e009}l").await;
    let begun = Instant::now();
    loop {
        let now = window.processes();
        if !now.is_empty() && now.iter().all(|id| !before.contains(id)) {
            break;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "the process is still {now:?}, it was {before:?}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    drop(window);
    let again = Window::open(&casebook).await;
    again.heading("Unlock").await;
    acts::unlock(&again).await;
    again.heading("Caseload").await;
}
