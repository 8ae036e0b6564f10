//! The command line as a person and a script meet it: the real program, a real hub.

// Clippy takes only functions marked `#[test]` for tests; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::panic)]

mod chronology;
mod forms;
mod init;
mod journey;
mod json;
mod manual;
mod packs;
mod passphrase;
mod people;
mod responses;
mod transcripts;
mod words;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

const PASSPHRASE: &str = "marble otter glazing Tuesday";

/// A folder for a casebook, with a passphrase file beside it.
struct Desk {
    place: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { place: tempfile::tempdir().unwrap() };
        desk.write("passphrase", format!("{PASSPHRASE}\n"));
        desk
    }

    /// With a casebook.
    fn with_casebook() -> Self {
        let desk = Self::new();
        desk.done(&["init", "--name", "Ruth Exemplar", "--role", "Social worker"]);
        desk
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.place.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// The program on this desk's casebook, with nothing of ours in its environment.
    fn command(&self, passphrase_file: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_holdfast"));
        command
            .env_remove("HOLDFAST_CASEBOOK")
            .env("HOLDFAST_TEST_COST", "1")
            .stdin(Stdio::null())
            .arg("--casebook")
            .arg(self.place.path().join("casebook"))
            .arg("--passphrase-file")
            .arg(self.place.path().join(passphrase_file));
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command("passphrase").args(arguments).output().unwrap()
    }

    /// What it prints when all goes well.
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Its answer in JSON, whether it succeeds or not.
    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.command("passphrase").arg("--json").args(arguments).output().unwrap();
        serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|error| panic!("{arguments:?}: {error}: {}", String::from_utf8_lossy(&output.stdout)))
    }

    /// Exit code and what was said on the error output.
    fn refused(&self, arguments: &[&str]) -> (i32, String) {
        told(&self.run(arguments))
    }
}

/// The program in a folder with no casebook, no passphrase file and no terminal to ask at.
fn bare(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new("setsid");
    command.arg("--wait").arg(env!("CARGO_BIN_EXE_holdfast")).args(arguments);
    command.env_remove("HOLDFAST_CASEBOOK").env("HOME", folder).current_dir(folder).stdin(Stdio::null());
    command.output().unwrap()
}

fn told(output: &Output) -> (i32, String) {
    (output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// The visit to two siblings that the documentation gives as its example.
fn example_visit() -> String {
    format!("{}/../../docs/examples/visit.json", std::env::var("CARGO_MANIFEST_DIR").unwrap())
}
