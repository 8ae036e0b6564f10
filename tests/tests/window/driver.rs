//! A window under WebDriver.

use std::{
    env, fs,
    net::TcpListener,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use fantoccini::{Client, ClientBuilder, Locator, elements::Element};
use serde_json::{Value, json};

/// How long anything on a screen may take before the test gives up.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A window with its driver. Dropping it ends both.
pub struct Window {
    pub client: Client,
    driver: Child,
    casebook: PathBuf,
}

impl Window {
    /// Opens the program on the casebook of a folder.
    pub async fn open(casebook: &Path) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            // The floor of Argon2: what is tested here is not how slow a guess is.
            .env("HOLDFAST_TEST_COST", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("WebKitWebDriver is installed by `make test`");
        let capabilities = json!({
            "webkitgtk:browserOptions": {
                "binary": program(),
                "args": ["--casebook", casebook],
            }
        });
        let Value::Object(capabilities) = capabilities else { unreachable!() };
        let begun = Instant::now();
        let client = loop {
            let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
            match builder.capabilities(capabilities.clone()).connect(&format!("http://127.0.0.1:{port}")).await {
                Ok(client) => break client,
                Err(error) => assert!(begun.elapsed() < PATIENCE, "the window does not open: {error}"),
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        };
        Self { client, driver, casebook: casebook.to_owned() }
    }

    /// Waits for an element by its XPath.
    pub async fn find(&self, path: &str) -> Element {
        self.client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::XPath(path))
            .await
            .unwrap_or_else(|error| panic!("{path} does not come: {error}\nthe screen says: {}", tail(self)))
    }

    /// The words of an element that may not be there. Asked by script: WebKit's driver takes
    /// minutes to say that it finds nothing.
    pub async fn words_of(&self, path: &str) -> Option<String> {
        let script = "return document.evaluate(arguments[0], document, null, 9, null).singleNodeValue?.textContent";
        let said = self.client.execute(script, vec![json!(path)]).await.unwrap();
        said.as_str().map(|text| text.trim().to_owned())
    }

    /// Waits for a level one heading.
    pub async fn heading(&self, text: &str) {
        self.find(&format!("//h1[contains(normalize-space(), {})]", quoted(text))).await;
    }

    /// Waits for words anywhere.
    pub async fn says(&self, text: &str) {
        let begun = Instant::now();
        while !self.text().await.contains(text) {
            assert!(begun.elapsed() < PATIENCE, "\"{text}\" does not come; the screen says:\n{}", self.text().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until words are nowhere any more.
    pub async fn gone(&self, text: &str) {
        let begun = Instant::now();
        while self.text().await.contains(text) {
            assert!(begun.elapsed() < PATIENCE, "\"{text}\" stays on the screen");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// All words on the screen.
    pub async fn text(&self) -> String {
        let said = self.client.execute("return document.body.innerText", vec![]).await.unwrap();
        said.as_str().unwrap_or_default().to_owned()
    }

    /// Presses a button or follows a link, as a person does who reads its words.
    pub async fn press(&self, text: &str) {
        let text = quoted(text);
        let path = format!("(//button[normalize-space()={text}] | //a[normalize-space()={text}])[1]");
        self.click(&path).await;
    }

    /// Types into the field with this label.
    pub async fn type_into(&self, label: &str, text: &str) {
        let path = format!("//*[@id = //label[normalize-space()={}]/@for]", quoted(label));
        let field = self.find(&path).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Ticks the box, or chooses the radio button, with this label.
    pub async fn tick(&self, label: &str) {
        let path = format!("//input[@id = //label[normalize-space()={}]/@for]", quoted(label));
        self.click(&path).await;
    }

    /// By script: a sticky bar may lie over it at this height of the window, which is tested in the
    /// browser tests; here it is the act that counts.
    async fn click(&self, path: &str) {
        self.find(path).await;
        let script = "document.evaluate(arguments[0], document, null, 9, null).singleNodeValue.click()";
        self.client.execute(script, vec![json!(path)]).await.unwrap();
    }

    /// Brings an element into the middle of the window, for a picture.
    pub async fn show(&self, path: &str) {
        self.find(path).await;
        let script = "document.evaluate(arguments[0], document, null, 9, null).singleNodeValue
            .scrollIntoView({ block: 'center' })";
        self.client.execute(script, vec![json!(path)]).await.unwrap();
    }

    /// Runs the body of an async function in the page; null when it throws.
    pub async fn script(&self, body: &str, arguments: Vec<Value>) -> Value {
        let wrapped = format!(
            "const done = arguments[arguments.length - 1];
             (async (...arguments) => {{ {body} }})(...arguments).then((value) => done(value ?? null), () => done(null));"
        );
        self.client.execute_async(&wrapped, arguments).await.unwrap()
    }

    /// Gives a command as the screens do.
    pub async fn ask(&self, command: &str, payload: Value) -> Result<Value, Value> {
        let invoke = "return window.__TAURI_INTERNALS__.invoke('rpc', { command: arguments[0], payload: arguments[1] })
            .then((answer) => ({ answer }), (error) => ({ error }))";
        let both = self.script(invoke, vec![json!(command), payload]).await;
        match both.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(both["answer"].clone()),
        }
    }

    /// A picture of the window, kept in docs/images when `HOLDFAST_WRITE_IMAGES` is set and in a
    /// temporary folder otherwise.
    pub async fn picture(&self, name: &str) {
        // WebKit takes the picture with the next frame, and a screen at rest paints none.
        let restless = "let left = 100; const root = document.documentElement;
            const timer = setInterval(() => {
              root.style.opacity = left % 2 ? '' : '0.999';
              if (left-- === 0) { clearInterval(timer); root.style.opacity = ''; }
            }, 50)";
        self.client.execute(restless, vec![]).await.unwrap();
        let png = self.client.screenshot().await.unwrap();
        assert!(png.len() > 5_000, "the picture of {name} shows nothing");
        let folder = match env::var_os("HOLDFAST_WRITE_IMAGES") {
            Some(_) => Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../docs/images"),
            None => env::temp_dir().join("holdfast-images"),
        };
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{name}.png")), png).unwrap();
    }

    /// Ends the program as a power cut of its own would: no signal that it could catch.
    pub fn kill(self) {
        for process in self.processes() {
            Command::new("kill").args(["-9", &process.to_string()]).status().unwrap();
        }
    }

    /// Ids of the program's processes.
    pub fn processes(&self) -> Vec<u32> {
        let casebook = self.casebook.to_string_lossy().into_owned();
        let mine = |id: &u32| {
            let words = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
            let words = String::from_utf8_lossy(&words);
            words.contains("holdfast-desktop") && words.contains(&casebook)
        };
        fs::read_dir("/proc")
            .unwrap()
            .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
            .filter(mine)
            .collect()
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        for process in self.processes() {
            let _ = Command::new("kill").args(["-9", &process.to_string()]).status();
        }
        // The driver and the web processes that it started.
        let _ =
            Command::new("kill").args(["-9", "--", &format!("-{}", self.driver.id())]).stderr(Stdio::null()).status();
        let _ = self.driver.wait();
    }
}

/// The program, built before the tests by `scripts/test.sh`.
pub fn program() -> PathBuf {
    built("holdfast-desktop")
}

/// A program of the workspace.
pub fn built(name: &str) -> PathBuf {
    // target/debug/deps/window-… stands beside target/debug/<name>.
    let here = env::current_exe().unwrap();
    let path = here.parent().and_then(Path::parent).unwrap().join(name);
    assert!(path.is_file(), "{name} is not built: run `cargo build --workspace`");
    path
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// What the screen said last, for a failure.
fn tail(window: &Window) -> String {
    let text = tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(window.text()));
    text.chars().take(1500).collect()
}
