//! A line between device and hub that a test can listen to, break and lie on.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// A request as it came over the line.
pub struct Request {
    pub method: String,
    pub target: String,
    pub head: String,
    /// Left out of the log where it is a long part of a file: the log of a long film fills no memory.
    pub body: Vec<u8>,
    /// Bytes of the body.
    pub length: usize,
}

/// What the line does with it.
pub enum Act {
    /// Carries it, and the answer back.
    Pass,
    /// Carries it; the answer is lost.
    LoseAnswer,
    /// Carries it; of the answer only half comes.
    CutAnswer,
    /// Answers itself.
    Answer(Vec<u8>),
    /// Never answers.
    Hang,
}

type Rule = Box<dyn FnMut(&Request) -> Act + Send>;

pub struct Line {
    pub address: String,
    log: Arc<Mutex<Vec<Request>>>,
    rule: Arc<Mutex<Rule>>,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    pub fn is_batch(&self) -> bool {
        self.target == "/v1/batches"
    }

    pub fn is_part(&self) -> bool {
        self.target.starts_with("/v1/blobs/")
    }

    fn for_the_log(&self) -> Self {
        let long = self.is_part() && self.length > 1024;
        let body = if long { Vec::new() } else { self.body.clone() };
        Self {
            method: self.method.clone(),
            target: self.target.clone(),
            head: self.head.clone(),
            body,
            length: self.length,
        }
    }

    pub fn batch(&self) -> journal::Batch {
        serde_json::from_slice(&self.body).unwrap()
    }
}

impl Line {
    /// A line to a hub; with none behind, every request must be answered by the rule.
    pub async fn to(hub: Option<&str>) -> Self {
        let hub: Option<SocketAddr> = hub.map(|address| address.strip_prefix("http://").unwrap().parse().unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let log: Arc<Mutex<Vec<Request>>> = Arc::default();
        let rule: Arc<Mutex<Rule>> = Arc::new(Mutex::new(Box::new(|_| Act::Pass)));
        let (seen, acting) = (log.clone(), rule.clone());
        tokio::spawn(async move {
            loop {
                let Ok((device, _)) = listener.accept().await else { return };
                tokio::spawn(carry(device, hub, seen.clone(), acting.clone()));
            }
        });
        Self { address, log, rule }
    }

    pub fn rule(&self, rule: impl FnMut(&Request) -> Act + Send + 'static) {
        *self.rule.lock().unwrap() = Box::new(rule);
    }

    pub fn pass(&self) {
        self.rule(|_| Act::Pass);
    }

    pub fn log(&self) -> MutexGuard<'_, Vec<Request>> {
        self.log.lock().unwrap()
    }
}

/// An answer that nobody signed.
pub fn plain_answer(status: &str, more: &str, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n{more}\r\n{body}", body.len()).into_bytes()
}

async fn carry(mut device: TcpStream, hub: Option<SocketAddr>, log: Arc<Mutex<Vec<Request>>>, rule: Arc<Mutex<Rule>>) {
    while let Some(request) = read_request(&mut device).await {
        let act = {
            let mut rule = rule.lock().unwrap();
            log.lock().unwrap().push(request.for_the_log());
            rule(&request)
        };
        match act {
            Act::Answer(bytes) => {
                if device.write_all(&bytes).await.is_err() {
                    return;
                }
            }
            Act::Hang => std::future::pending().await,
            Act::Pass | Act::LoseAnswer | Act::CutAnswer => {
                let Some(answer) = ask(hub, &request).await else { return };
                let part = match act {
                    Act::LoseAnswer => return,
                    Act::CutAnswer => &answer[..answer.len() - answer.len().min(40) / 2],
                    _ => &answer[..],
                };
                if device.write_all(part).await.is_err() || part.len() < answer.len() {
                    return;
                }
            }
        }
    }
}

async fn ask(hub: Option<SocketAddr>, request: &Request) -> Option<Vec<u8>> {
    let mut hub = TcpStream::connect(hub?).await.ok()?;
    hub.write_all(request.head.as_bytes()).await.ok()?;
    hub.write_all(&request.body).await.ok()?;
    let (head, body) = read_message(&mut hub).await?;
    Some([head.into_bytes(), body].concat())
}

async fn read_request(stream: &mut TcpStream) -> Option<Request> {
    let (head, body) = read_message(stream).await?;
    let mut words = head.lines().next()?.split(' ');
    Some(Request { method: words.next()?.to_owned(), target: words.next()?.to_owned(), length: body.len(), head, body })
}

/// Head, with its empty line, and body.
async fn read_message(stream: &mut TcpStream) -> Option<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let body = bytes.split_off(end);
    let head = String::from_utf8(bytes).ok()?;
    let length = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .map_or(0, |(_, length)| length.trim().parse().unwrap());
    let mut body = body;
    while body.len() < length {
        if stream.read_buf(&mut body).await.ok()? == 0 {
            return None;
        }
    }
    Some((head, body))
}
