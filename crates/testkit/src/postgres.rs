//! A real PostgreSQL for tests.
//!
//! With `HOLDFAST_TEST_POSTGRES` (a connection string, set by the test run that started one cluster
//! by `scripts/postgres.sh`) every test makes databases of its own in that cluster. Without it, one
//! cluster is started for this process and stopped when the process ends, however it ends.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use anyhow::{Context, ensure};

const SHARED: &str = "HOLDFAST_TEST_POSTGRES";

/// A cluster that databases are made in.
#[derive(Debug, Clone)]
pub struct TempPostgres {
    connection: String,
}

/// A database, dropped with this value.
#[derive(Debug)]
pub struct TempDatabase {
    server: TempPostgres,
    name: String,
}

impl TempPostgres {
    /// The shared cluster, or this process's own.
    ///
    /// # Errors
    /// When PostgreSQL is not installed or does not start.
    pub fn start() -> anyhow::Result<Self> {
        if let Ok(connection) = std::env::var(SHARED) {
            return Ok(Self { connection });
        }
        static OWN: OnceLock<Result<TempPostgres, String>> = OnceLock::new();
        OWN.get_or_init(|| start_until_this_process_ends().map_err(|error| format!("{error:#}")))
            .clone()
            .map_err(anyhow::Error::msg)
    }

    /// A cluster that nobody else uses, to be stopped by the test itself.
    ///
    /// # Errors
    /// When PostgreSQL is not installed or does not start.
    pub fn start_own() -> anyhow::Result<Self> {
        start_until_this_process_ends()
    }

    /// Stops a cluster of [`TempPostgres::start_own`].
    ///
    /// # Errors
    /// When it does not stop.
    pub fn stop(&self) -> anyhow::Result<()> {
        let folder = self.connection.split('\'').nth(1).context("a connection string of our own")?;
        script("stop", Path::new(folder)).map(|_| ())
    }

    /// An empty database.
    ///
    /// # Errors
    /// What PostgreSQL says.
    pub fn database(&self) -> anyhow::Result<TempDatabase> {
        self.make_database("template0")
    }

    fn make_database(&self, template: &str) -> anyhow::Result<TempDatabase> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        // A run that was killed may have left one of this name.
        self.run(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))?;
        // Without the log strategy the whole cluster writes everything to disk first.
        self.run(&format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY wal_log"))?;
        Ok(TempDatabase { server: self.clone(), name })
    }

    fn run(&self, sql: &str) -> anyhow::Result<()> {
        run(&self.connection, sql)
    }
}

impl TempDatabase {
    /// How to connect to it.
    pub fn url(&self) -> String {
        self.server.connection.replace("dbname=postgres", &format!("dbname={}", self.name))
    }

    /// A database with the same content. Nobody may be connected to this one.
    ///
    /// # Errors
    /// What PostgreSQL says.
    pub fn copy(&self) -> anyhow::Result<TempDatabase> {
        self.server.make_database(&self.name)
    }

    /// Runs statements in it.
    ///
    /// # Errors
    /// What PostgreSQL says.
    pub fn run(&self, sql: &str) -> anyhow::Result<()> {
        run(&self.url(), sql)
    }
}

impl Drop for TempDatabase {
    fn drop(&mut self) {
        // The cluster may have been stopped by its test; then there is nothing to drop.
        let _gone = self.server.run(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

/// On a thread of its own, so that it can be called inside and outside of a runtime.
fn run(connection: &str, sql: &str) -> anyhow::Result<()> {
    let work = || -> anyhow::Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let (client, wire) = tokio_postgres::connect(connection, tokio_postgres::NoTls).await?;
            tokio::spawn(wire);
            client.batch_execute(sql).await.context("a statement of the test")
        })
    };
    std::thread::scope(|threads| {
        threads.spawn(work).join().unwrap_or_else(|_| Err(anyhow::anyhow!("a statement of the test panicked")))
    })
}

fn start_until_this_process_ends() -> anyhow::Result<TempPostgres> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let own = format!("holdfast-pg-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let folder = std::env::temp_dir().join(own);
    watch(&folder)?;
    Ok(TempPostgres { connection: script("start", &folder)?.trim().to_owned() })
}

/// A process that outlives this one, also when it is killed, and stops the cluster then.
fn watch(folder: &Path) -> anyhow::Result<()> {
    const WATCH: &str = r#"while kill -0 "$1" 2>/dev/null; do sleep 0.5; done; "$2" stop "$3"; rm -rf "$3""#;
    let mut command = Command::new("sh");
    command.args(["-c", WATCH, "watch"]).arg(std::process::id().to_string()).arg(script_path()).arg(folder);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn().context("the watch over the cluster")?;
    Ok(())
}

fn script_path() -> PathBuf {
    // Asked when it runs: what was built in another checkout must not look there.
    let room = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let root = Path::new(&room).ancestors().find(|above| above.join("Cargo.lock").is_file());
    root.unwrap_or(Path::new(".")).join("scripts/postgres.sh")
}

fn script(verb: &str, folder: &Path) -> anyhow::Result<String> {
    let output = Command::new(script_path()).arg(verb).arg(folder).stdin(Stdio::null()).output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}
