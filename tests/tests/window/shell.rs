//! The page of the window reaches one command of the program, and nothing else in the world.

use serde_json::{Value, json};

use crate::driver::Window;

/// Nothing listens there; the page must not even try.
const ELSEWHERE: &str = "http://127.0.0.1:9/";

#[tokio::test(flavor = "multi_thread")]
async fn window_page_reaches_nothing_but_the_one_command() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(&folder.path().join("casebook")).await;
    window.heading("Welcome").await;

    let session = window.ask("session", json!({})).await.unwrap();
    assert_eq!(session["window"], true, "the one command answers");
    let unknown = window.ask("no_such_verb", json!({})).await.unwrap_err();
    assert_eq!(unknown["code"], "bad_request");

    for command in [
        "plugin:app|version",
        "plugin:event|listen",
        "plugin:path|resolve_directory",
        "plugin:webview|create_webview",
        "plugin:window|close",
        "any_other",
    ] {
        let invoke = "return window.__TAURI_INTERNALS__.invoke(arguments[0], { label: 'main' })
            .then(() => 'allowed', (refusal) => String(refusal))";
        let answer = window.script(invoke, vec![json!(command)]).await.to_string();
        assert!(answer.contains("not allowed"), "{command}: {answer}");
    }

    for (what, script) in [
        ("an address elsewhere", "return fetch(arguments[0]).then(() => 'reached')"),
        ("text as code", "return (0, eval)('1 + 1')"),
        ("another window", "return window.open(arguments[0]) && 'opened'"),
        ("another page", "location.href = arguments[0]; await new Promise((later) => setTimeout(later, 500))"),
    ] {
        assert_eq!(window.script(script, vec![json!(ELSEWHERE)]).await, Value::Null, "the page may not use {what}");
    }
    assert_eq!(window.client.current_url().await.unwrap().scheme(), "tauri", "the page stays");
}
