//! What the administrator types.

mod enrol_code;
mod serve;
mod show_custody;
mod verdict;

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use hub::{Database, HubState, Identity, WallClock};

/// Holdfast's central receiver.
#[derive(Parser)]
#[command(name = "holdfast-hub", version)]
pub(crate) struct Options {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    verb: Verb,
}

/// Where the hub is.
#[derive(Args)]
pub(crate) struct Place {
    /// The folder with the hub's key file. Back it up: the key cannot be made again.
    #[arg(long, global = true, env = "HOLDFAST_HUB_DATA", value_name = "DIR")]
    data: Option<PathBuf>,
    /// PostgreSQL: `postgres://user@host/name`, or `host=… user=… dbname=…`.
    #[arg(long, global = true, env = "HOLDFAST_HUB_DATABASE", value_name = "URL", hide_env_values = true)]
    database: Option<String>,
}

#[derive(Subcommand)]
enum Verb {
    /// Sets a hub up: makes its id, its receipt key and its tables. Overwrites nothing.
    Init,
    /// Receives, until it is told to stop.
    Serve(serve::Options),
    /// Makes a one-time code by which one device comes to know this hub.
    EnrolCode(enrol_code::Options),
    /// Notes what the central system thinks of a record; its device is told.
    Verdict(verdict::Options),
    /// Counts what the hub holds, each record in one place.
    Custody(show_custody::Options),
    /// Prints the OpenAPI document.
    Openapi,
}

/// Does what was asked.
pub(crate) fn run(options: Options) -> anyhow::Result<()> {
    if let Verb::Openapi = options.verb {
        return say(&hub::openapi_json());
    }
    let runtime = tokio::runtime::Runtime::new().context("the hub cannot start its threads")?;
    runtime.block_on(async {
        let place = options.place;
        match options.verb {
            Verb::Init => init(&place).await,
            Verb::Serve(options) => serve::run(&place.open().await?, options).await,
            Verb::EnrolCode(options) => enrol_code::run(&place.open().await?, options).await,
            Verb::Verdict(options) => verdict::run(&place.open().await?, options).await,
            Verb::Custody(options) => show_custody::run(&place.open().await?, options).await,
            Verb::Openapi => Ok(()),
        }
    })
}

async fn init(place: &Place) -> anyhow::Result<()> {
    let identity = hub::init(place.data()?, &place.database()?, &WallClock::start()).await?;
    say(&format!(
        "hub {} is set up in {}\nKeep a copy of the file hub.key in a safe place: devices know the hub by it.\n",
        identity.id(),
        place.data()?.display(),
    ))
}

impl Place {
    fn data(&self) -> anyhow::Result<&Path> {
        self.data.as_deref().context("say where the hub's folder is: --data DIR, or HOLDFAST_HUB_DATA")
    }

    fn database(&self) -> anyhow::Result<Database> {
        let url = self.database.as_deref();
        let url = url.context("say where PostgreSQL is: --database URL, or HOLDFAST_HUB_DATABASE")?;
        Ok(Database::at(url)?)
    }

    async fn open(&self) -> anyhow::Result<HubState> {
        let identity = Identity::read(self.data()?)?;
        Ok(HubState::open(identity, self.database()?, Arc::new(WallClock::start())).await?)
    }
}

/// Writes to standard output.
fn say(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // `holdfast-hub custody | head -1` has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done.context("the answer cannot be written"),
    }
}

/// Writes why it failed to standard error.
pub(crate) fn complain(error: &anyhow::Error) -> io::Result<()> {
    writeln!(io::stderr(), "{error:#}")
}
