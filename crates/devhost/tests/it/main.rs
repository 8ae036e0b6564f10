//! Who may talk to the devhost, and how: plain HTTP as any program on this machine could send it.

// Clippy takes only functions marked `#[test]` for tests; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    sync::Arc,
};

use tempfile::TempDir;

/// A devhost with one page, and the runtime that serves it.
struct Served {
    /// `127.0.0.1:port`.
    host: String,
    token: String,
    _runtime: tokio::runtime::Runtime,
    _folder: TempDir,
}

fn serve() -> Served {
    let folder = tempfile::tempdir().unwrap();
    let screens = folder.path().join("screens");
    fs::create_dir(&screens).unwrap();
    fs::write(screens.join("index.html"), "<p>the first screen</p>").unwrap();
    let clock = Arc::new(testkit::clock::monday_morning());
    let app = Arc::new(api::App::resting(&folder.path().join("casebook"), clock).unwrap());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let running = runtime.block_on(devhost::start(app, &screens, 0)).unwrap();
    let (host, token) = running.address.strip_prefix("http://").unwrap().split_once("/enter?token=").unwrap();
    let (host, token) = (host.to_owned(), token.to_owned());
    Served { host, token, _runtime: runtime, _folder: folder }
}

impl Served {
    /// Sends a request as it stands; gives the whole answer.
    fn send(&self, line: &str, headers: &[(&str, &str)], body: &str) -> String {
        let mut request = format!("{line} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.write_all(format!("{request}\r\n{body}").as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// The cookie that the token is good for.
    fn enter(&self) -> String {
        let answer = self.send(&format!("GET /enter?token={}", self.token), &[("Host", &self.host)], "");
        let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: "));
        cookie.unwrap().split(';').next().unwrap().to_owned()
    }

    fn ask(&self, cookie: &str, body: &str) -> String {
        let headers = [("Host", self.host.as_str()), ("Cookie", cookie), ("Content-Type", "application/json")];
        self.send("POST /rpc/session", &headers, body)
    }
}

fn refused(answer: &str) -> bool {
    answer.starts_with("HTTP/1.1 403 ")
}

#[test]
fn the_address_works_once_and_without_its_cookie_nothing_is_answered() {
    let served = serve();
    let host = [("Host", served.host.as_str())];
    for line in ["GET /", "GET /index.html", "POST /rpc/session", "GET /enter?token=00"] {
        assert!(refused(&served.send(line, &host, "{}")), "{line}");
    }
    let cookie = served.enter();
    assert!(served.ask(&cookie, "{}").contains(r#""standing":"no_casebook""#));
    assert!(served.send("GET /", &[host[0], ("Cookie", &cookie)], "").contains("the first screen"));
    assert!(refused(&served.send(&format!("GET /enter?token={}", served.token), &host, "")));
    assert!(refused(&served.ask("holdfast=00", "{}")));
}

#[test]
fn another_origin_and_another_name_of_this_machine_are_refused() {
    let served = serve();
    let cookie = served.enter();
    let with = |headers: &[(&str, &str)]| {
        let json = [("Cookie", cookie.as_str()), ("Content-Type", "application/json")];
        served.send("POST /rpc/session", &[headers, &json].concat(), "{}")
    };
    let own = format!("http://{}", served.host);
    assert!(with(&[("Host", &served.host), ("Origin", &own)]).starts_with("HTTP/1.1 200 "));
    assert!(refused(&with(&[("Host", &served.host), ("Origin", "http://evil.example")])));
    assert!(refused(&with(&[("Host", &served.host), ("Origin", "null")])));
    assert!(refused(&with(&[("Host", "rebound.example")])), "a name that was made to lead here");
}

#[test]
fn what_is_no_request_gets_a_fault_that_a_screen_can_read() {
    let served = serve();
    let cookie = served.enter();
    for body in ["", "{", "CANARY", "[1"] {
        let answer = served.ask(&cookie, body);
        assert!(answer.starts_with("HTTP/1.1 422 ") && answer.contains(r#""code":"bad_request""#), "{body}: {answer}");
        assert!(!answer.contains("CANARY"));
    }
}

#[test]
fn every_answer_forbids_being_kept_framed_and_guessed_at() {
    let served = serve();
    let cookie = served.enter();
    for answer in [served.ask(&cookie, "{}"), served.send("GET /", &[("Host", &served.host)], "")] {
        for header in ["cache-control: no-store", "x-content-type-options: nosniff", "frame-ancestors 'none'"] {
            assert!(answer.contains(header), "{header} is missing: {answer}");
        }
    }
}
