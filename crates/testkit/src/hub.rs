//! A real hub in this process, on a port of its own and a database of its own. It runs on its own
//! threads, so a test may be asynchronous or not.

use std::{
    future::Future,
    net::{SocketAddr, TcpListener},
    sync::{Arc, mpsc},
};

use anyhow::Context;
use chrono::TimeDelta;
use domain::{Clock, HubId};
use hub::{CustodyCount, Database, EntryName, HubState, Identity, NewVerdict, WallClock};
use journal::{Decision, EnrolCode, SignedVerdict};
use tempfile::TempDir;
use tokio::{runtime::Runtime, sync::oneshot, task::JoinHandle};
use vault::Hash;

use crate::{TempDatabase, TempPostgres};

/// A hub that runs, or was stopped and can be started again at the same address.
pub struct TestHub {
    clock: Arc<dyn Clock>,
    folder: TempDir,
    database: TempDatabase,
    address: SocketAddr,
    running: Option<Running>,
    // Dropped last: what runs ends first.
    runtime: Option<Runtime>,
}

struct Running {
    state: HubState,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

/// A copy of a hub's database.
#[derive(Debug)]
pub struct HubSnapshot(TempDatabase);

impl TestHub {
    /// A new hub on 127.0.0.1, by the machine's clock.
    ///
    /// # Errors
    /// When PostgreSQL is not installed or does not start.
    pub fn start() -> anyhow::Result<Self> {
        Self::start_on(&TempPostgres::start()?, Arc::new(WallClock::start()))
    }

    /// A new hub with a database in this cluster, by this clock.
    ///
    /// # Errors
    /// What PostgreSQL says.
    pub fn start_on(postgres: &TempPostgres, clock: Arc<dyn Clock>) -> anyhow::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let database = postgres.database()?;
        let folder = tempfile::tempdir()?;
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let mut hub = Self { clock, folder, database, address, running: None, runtime: Some(runtime) };
        let (folder, url, clock) = (hub.folder.path().to_owned(), hub.database.url(), hub.clock.clone());
        hub.block_on(async move {
            let database = Database::at(&url)?;
            hub::init(&folder, &database, clock.as_ref()).await?;
            database.close();
            anyhow::Ok(())
        })??;
        hub.listen(listener)?;
        Ok(hub)
    }

    /// Where it listens, e.g. `http://127.0.0.1:40123`. The same after a restart.
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Its id.
    ///
    /// # Errors
    /// When it was stopped.
    pub fn id(&self) -> anyhow::Result<HubId> {
        Ok(self.state()?.id())
    }

    /// The hub itself, to be called without HTTP.
    ///
    /// # Errors
    /// When it was stopped.
    pub fn state(&self) -> anyhow::Result<HubState> {
        Ok(self.running.as_ref().context("the hub was stopped")?.state.clone())
    }

    /// Another copy of the hub on the same database, as behind a balancer; without HTTP.
    ///
    /// # Errors
    /// What PostgreSQL says.
    pub fn another_copy(&self) -> anyhow::Result<HubState> {
        let (folder, url, clock) = (self.folder.path().to_owned(), self.database.url(), self.clock.clone());
        self.block_on(async move { Ok(HubState::open(Identity::read(&folder)?, Database::at(&url)?, clock).await?) })?
    }

    /// Its database, to look into.
    pub fn database(&self) -> &TempDatabase {
        &self.database
    }

    /// A code for one device, good for a day.
    ///
    /// # Errors
    /// When it was stopped, or what PostgreSQL says.
    pub fn enrol_code(&self) -> anyhow::Result<EnrolCode> {
        let (state, address) = (self.state()?, self.address());
        Ok(self.block_on(async move { state.make_enrol_code(&address, None, TimeDelta::hours(24)).await })??)
    }

    /// Makes a verdict on the record with this link hash.
    ///
    /// # Errors
    /// When it was stopped, or [`hub::VerdictFault`].
    pub fn verdict(&self, entry: Hash, decision: Decision, cause: &str) -> anyhow::Result<SignedVerdict> {
        let (state, cause) = (self.state()?, cause.to_owned());
        let verdict = NewVerdict { entry: EntryName::Hash(entry), decision, cause, reference: String::new() };
        Ok(self.block_on(async move { state.make_verdict(verdict).await })??)
    }

    /// The custody count.
    ///
    /// # Errors
    /// When it was stopped, or what PostgreSQL says.
    pub fn custody(&self) -> anyhow::Result<CustodyCount> {
        let state = self.state()?;
        Ok(self.block_on(async move { state.custody().await })??)
    }

    /// Stops it; a device that calls finds nobody.
    ///
    /// # Errors
    /// When the test's threads have ended.
    pub fn stop(&mut self) -> anyhow::Result<()> {
        if let Some(Running { state, stop, served }) = self.running.take() {
            // It may have ended by itself.
            let _ended = stop.send(());
            self.block_on(async move {
                let _ended = served.await;
                state.database().close();
            })?;
        }
        Ok(())
    }

    /// Starts it again, at the same address and with what it held.
    ///
    /// # Errors
    /// When it cannot listen or open its database.
    pub fn restart(&mut self) -> anyhow::Result<()> {
        self.stop()?;
        self.listen(TcpListener::bind(self.address)?)
    }

    fn listen(&mut self, listener: TcpListener) -> anyhow::Result<()> {
        let state = self.another_copy()?;
        let (stop, stopped) = oneshot::channel();
        let serve = hub::serve(state.clone(), listener, None, async move {
            let _or_dropped = stopped.await;
        });
        let served = self.runtime()?.spawn(async move {
            // A test that needs the hub fails by itself when it is not there.
            let _ended = serve.await;
        });
        self.running = Some(Running { state, stop, served });
        Ok(())
    }

    /// A copy of what it holds now. The hub is restarted on the way.
    ///
    /// # Errors
    /// What PostgreSQL says.
    pub fn snapshot(&mut self) -> anyhow::Result<HubSnapshot> {
        self.stop()?;
        let copy = self.copy_when_free()?;
        self.restart()?;
        Ok(HubSnapshot(copy))
    }

    /// Puts an older database back, as from a backup; key and address stay.
    ///
    /// # Errors
    /// What PostgreSQL says.
    pub fn restore_from(&mut self, snapshot: HubSnapshot) -> anyhow::Result<()> {
        self.stop()?;
        self.database = snapshot.0;
        self.restart()
    }

    /// PostgreSQL notices a closed connection a moment later.
    fn copy_when_free(&self) -> anyhow::Result<TempDatabase> {
        for _ in 0..50 {
            if let Ok(copy) = self.database.copy() {
                return Ok(copy);
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        self.database.copy()
    }

    fn runtime(&self) -> anyhow::Result<&Runtime> {
        self.runtime.as_ref().context("the hub was dropped")
    }

    /// Runs on the hub's own threads and waits, inside a runtime too.
    fn block_on<T: Send + 'static>(&self, work: impl Future<Output = T> + Send + 'static) -> anyhow::Result<T> {
        let (send, receive) = mpsc::channel();
        self.runtime()?.spawn(async move {
            // The test may have given up waiting.
            let _given_up = send.send(work.await);
        });
        receive.recv().context("the hub's threads ended")
    }
}

impl Drop for TestHub {
    fn drop(&mut self) {
        let _stopped = self.stop();
        if let Some(runtime) = self.runtime.take() {
            // The usual drop may not be called inside a runtime.
            runtime.shutdown_background();
        }
    }
}
