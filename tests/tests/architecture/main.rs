//! The shape of the project, held by tests: who may import whom, what no source may contain, and
//! what may not be in the built screens. Each rule is a small function over text or edges, so that
//! beside every test of the project there is one that shows the rule catching a fault.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod rooms;
mod screens;
mod sources;

use std::path::{Path, PathBuf};

/// The folder of the workspace.
fn root() -> PathBuf {
    let room = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let tests = Path::new(&room);
    tests.parent().expect("`tests` is a folder of the workspace").to_path_buf()
}

/// A path below the root as text with forward slashes.
fn name(path: &Path) -> String {
    let below = path.strip_prefix(root()).unwrap_or(path);
    below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Every file below a folder, without folders of built and fetched things.
fn files(folder: &Path) -> Vec<PathBuf> {
    const NOT_OURS: [&str; 6] = ["node_modules", ".svelte-kit", "build", "target", "gen", "results"];
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.expect("a folder of the project is readable").path();
        let ours = path.file_name().is_some_and(|name| !NOT_OURS.iter().any(|not| name == *not));
        if path.is_dir() && ours {
            found.extend(files(&path));
        } else if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Fails with one fault a line.
#[track_caller]
fn none(rule: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}
