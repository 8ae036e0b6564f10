//! What the administrator types.

use std::process::{Command, Output, Stdio};

use tempfile::TempDir;
use testkit::{TempDatabase, TempPostgres};

pub struct Admin {
    folder: TempDir,
    database: TempDatabase,
}

impl Admin {
    pub fn new() -> Self {
        let database = TempPostgres::start().unwrap().database().unwrap();
        Self { folder: tempfile::tempdir().unwrap(), database }
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_holdfast-hub"));
        command.arg("--data").arg(self.folder.path().join("hub")).arg("--database").arg(self.database.url());
        command.args(arguments).env("RUST_LOG", "error").stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    pub fn says(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn refuses(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    }
}

#[test]
fn a_hub_is_set_up_once_and_its_key_is_its_own() {
    let admin = Admin::new();
    assert!(admin.refuses(&["custody"]).contains("holdfast-hub init"));
    assert!(admin.says(&["init"]).contains("is set up"));
    let key = admin.folder.path().join("hub/hub.key");
    let before = std::fs::read(&key).unwrap();
    assert!(admin.refuses(&["init"]).contains("set up already"));
    assert_eq!(std::fs::read(&key).unwrap(), before);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(admin.refuses(&["custody"]).contains("mode 600"));
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
    }
    std::fs::write(&key, b"{}").unwrap();
    assert!(admin.refuses(&["custody"]).contains("damaged"));
}

#[test]
fn codes_and_counts_are_printed_plainly() {
    let admin = Admin::new();
    admin.says(&["init"]);
    let code = admin.says(&["enrol-code", "--address", "http://127.0.0.1:8470"]);
    code.trim().parse::<journal::EnrolCode>().unwrap();
    assert!(admin.refuses(&["enrol-code", "--address", "http://hub.example"]).contains("https"));
    assert!(admin.says(&["custody"]).contains("Records held"));
    let count: serde_json::Value = serde_json::from_str(&admin.says(&["custody", "--json"])).unwrap();
    assert_eq!(count["records"], 0);
    assert!(admin.refuses(&["verdict", "--entry", "4F7K-Q2MT", "accepted"]).contains("holds no entry"));
    assert!(admin.refuses(&["verdict", "--entry", "nothing", "accepted"]).contains("4F7K-Q2MT"));
}

#[test]
fn a_hub_that_is_told_to_stop_ends_well() {
    let admin = Admin::new();
    admin.says(&["init"]);
    assert!(admin.refuses(&["serve", "--listen", "0.0.0.0:0"]).contains("--tls-cert"));
    let mut hub = admin.command(&["serve", "--listen", "127.0.0.1:0"]);
    let mut hub = hub.env("RUST_LOG", "hub=info").stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(hub.stderr.take().unwrap()));
    assert!(lines.by_ref().any(|line| line.unwrap().contains("listens")));
    let told = Command::new("kill").arg(hub.id().to_string()).status().unwrap();
    assert!(told.success());
    assert!(hub.wait().unwrap().success());
}
