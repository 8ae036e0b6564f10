//! The real programs, as `cargo build` left them: the devhost with a client, and the command line.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::{Arc, Mutex},
    thread::JoinHandle,
    time::Duration,
};

use serde_json::{Value, json};
use tempfile::TempDir;

/// Strong enough to be taken, and nobody's.
pub const PASSPHRASE: &str = "plinth oxbow quaver tundra lichen";

/// A program beside this one.
fn program(name: &str) -> PathBuf {
    let here = std::env::current_exe().unwrap();
    let path = here.ancestors().nth(2).unwrap().join(name);
    assert!(path.is_file(), "build the programs first: cargo build --workspace");
    path
}

/// A running devhost.
pub struct Devhost {
    child: Arc<Mutex<Child>>,
    host: String,
    cookie: String,
    stream: BufReader<TcpStream>,
    _screens: TempDir,
}

/// A command that the devhost refused: its code.
pub type Refused = String;

/// The devhost is gone: whether it did the last command nobody knows.
#[derive(Debug)]
pub struct Gone;

impl Devhost {
    /// Starts it on a folder and enters.
    pub fn start(folder: &Path) -> Self {
        let screens = tempfile::tempdir().unwrap();
        std::fs::write(screens.path().join("index.html"), "<!doctype html><title>Test</title>").unwrap();
        let mut child = Command::new(program("holdfast-devhost"))
            .args(["--casebook".as_ref(), folder.as_os_str(), "--ui".as_ref(), screens.path().as_os_str()])
            .env("HOLDFAST_TEST_COST", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://").unwrap().to_owned();
        let (host, path) = address.split_once('/').unwrap();
        let child = Arc::new(Mutex::new(child));
        let stream = BufReader::new(TcpStream::connect(host).unwrap());
        let mut devhost = Self { child, host: host.to_owned(), cookie: String::new(), stream, _screens: screens };
        devhost.enter(path);
        devhost
    }

    fn enter(&mut self, path: &str) {
        let request = format!("GET /{path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        let (status, headers, _) = self.exchange(request.as_bytes()).unwrap();
        assert_eq!(status, 303, "the token is taken");
        let cookie = headers.iter().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        self.cookie = cookie.split(';').next().unwrap().to_owned();
    }

    /// Gives a command: its answer or its refusal, unless the devhost goes away meanwhile.
    pub fn call(&mut self, command: &str, request: &Value) -> Result<Result<Value, Refused>, Gone> {
        let body = request.to_string();
        let request = format!(
            "POST /rpc/{command} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.host,
            self.cookie,
            body.len()
        );
        let (status, _, answer) = self.exchange(request.as_bytes())?;
        let answer: Value = serde_json::from_slice(&answer).unwrap();
        Ok(if status == 200 { Ok(answer) } else { Err(answer["code"].as_str().unwrap().to_owned()) })
    }

    /// Gives a command that nothing stands in the way of.
    pub fn done(&mut self, command: &str, request: &Value) -> Value {
        match self.call(command, request) {
            Ok(Ok(answer)) => answer,
            other => panic!("{command}: {other:?}"),
        }
    }

    /// Opens the casebook.
    pub fn unlock(&mut self, passphrase: &str) -> Result<(), Refused> {
        let request = json!({ "way": "passphrase", "secret": passphrase });
        self.call("unlock", &request).unwrap().map(|_| ())
    }

    /// Makes a casebook.
    pub fn create(&mut self) -> Result<Result<Value, Refused>, Gone> {
        let sheet = self.call("begin_casebook", &json!({}))?.unwrap();
        let confirm: Vec<Value> = sheet["ask"]
            .as_array()
            .unwrap()
            .iter()
            .map(|group| {
                let at = usize::try_from(group.as_u64().unwrap() - 1).unwrap();
                json!({ "group": group, "typed": sheet["groups"][at] })
            })
            .collect();
        let author = json!({ "name": "Ruth Exemplar", "role": "Social worker", "team": null });
        self.call("create_casebook", &json!({ "passphrase": PASSPHRASE, "confirm": confirm, "author": author }))
    }

    fn exchange(&mut self, request: &[u8]) -> Result<(u16, Vec<String>, Vec<u8>), Gone> {
        self.stream.get_mut().write_all(request).map_err(|_| Gone)?;
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            match self.stream.read_line(&mut line) {
                Ok(read) if read > 0 => {}
                _ => return Err(Gone),
            }
            if line.trim().is_empty() {
                break;
            }
            lines.push(line.trim().to_owned());
        }
        let status = lines[0].split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap();
        let length =
            lines.iter().find_map(|line| line.strip_prefix("content-length: ")).map_or(0, |text| text.parse().unwrap());
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).map_err(|_| Gone)?;
        Ok((status, lines, body))
    }

    /// Kills it after so long, as the system does that has no memory left.
    pub fn kill_after(&self, time: Duration) -> JoinHandle<()> {
        let child = Arc::clone(&self.child);
        std::thread::spawn(move || {
            std::thread::sleep(time);
            kill(&child);
        })
    }
}

impl Drop for Devhost {
    fn drop(&mut self) {
        kill(&self.child);
    }
}

fn kill(child: &Mutex<Child>) {
    let mut child = child.lock().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Runs the command line on a folder.
pub fn holdfast(folder: &Path, passphrase: &str, verb: &[&str]) -> Output {
    let secret = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(secret.path(), passphrase).unwrap();
    Command::new(program("holdfast"))
        .args([
            "--json".as_ref(),
            "--casebook".as_ref(),
            folder.as_os_str(),
            "--passphrase-file".as_ref(),
            secret.path().as_os_str(),
        ])
        .args(verb)
        .env("HOLDFAST_TEST_COST", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// Its exit code, and the code of its error if it gave one.
pub fn outcome(output: &Output) -> (i32, String) {
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    (output.status.code().unwrap(), answer["error"]["code"].as_str().unwrap_or_default().to_owned())
}

/// Checks the casebook by the command line: it must be sound.
pub fn assert_sound(folder: &Path, passphrase: &str) {
    let output = holdfast(folder, passphrase, &["check"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    assert_eq!(
        answer["sound"],
        json!(true),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(output.status.code(), Some(0));
}
