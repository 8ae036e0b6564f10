//! The way to PostgreSQL: a pool of connections, and the migrations.

use std::time::Duration;

use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod, Runtime, Timeouts};
use tokio_postgres::{Config, NoTls};

use crate::failure::Failure;

mod embedded {
    refinery::embed_migrations!("../../migrations/hub");
}

/// How long a request waits for a connection before the device is told to try again.
const PATIENCE: Duration = Duration::from_secs(5);
const CONNECTIONS: usize = 16;
/// Held by the one copy of the hub that migrates; the others wait for it.
const MIGRATING: i64 = 0x686f_6c64_6661_7374;

/// Why the database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseFault {
    /// Not a connection string of PostgreSQL.
    #[error("the database address is not one that PostgreSQL understands")]
    Address,
    /// Nobody answers, or not as PostgreSQL does.
    #[error("PostgreSQL does not answer at the address given: check that it runs and that the address is right")]
    Unreachable,
    /// A migration failed, or the database was made by a newer hub.
    #[error("the tables cannot be brought up to date: {0}")]
    Migration(#[source] Box<refinery::Error>),
}

/// PostgreSQL, through a pool of connections.
#[derive(Clone)]
pub struct Database(Pool);

impl Database {
    /// Makes the pool; connects nowhere yet. `url` is a `postgres://` address or `host=… dbname=…`.
    ///
    /// # Errors
    /// [`DatabaseFault::Address`].
    pub fn at(url: &str) -> Result<Self, DatabaseFault> {
        let mut config: Config = url.parse().map_err(|_| DatabaseFault::Address)?;
        // A receipt is a promise: it is given only for what a power cut does not undo.
        let options = config.get_options().map(|given| format!("{given} ")).unwrap_or_default();
        config.options(format!("{options}-c synchronous_commit=on"));
        config.connect_timeout(PATIENCE);
        let fast = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let patience = Timeouts { wait: Some(PATIENCE), create: Some(PATIENCE), recycle: Some(PATIENCE) };
        let pool = Pool::builder(Manager::from_config(config, NoTls, fast))
            .max_size(CONNECTIONS)
            .timeouts(patience)
            .runtime(Runtime::Tokio1)
            .build()
            .map_err(|_| DatabaseFault::Address)?;
        Ok(Self(pool))
    }

    /// A connection.
    pub(crate) async fn connect(&self) -> Result<deadpool_postgres::Object, Failure> {
        Ok(self.0.get().await?)
    }

    /// Brings the tables up to date. Several copies of the hub may do it at once.
    ///
    /// # Errors
    /// [`DatabaseFault`]; a migration that fails changes nothing.
    pub async fn migrate(&self) -> Result<(), DatabaseFault> {
        let mut client = self.0.get().await.map_err(|_| DatabaseFault::Unreachable)?;
        let lock = |call: &'static str| format!("SELECT {call}({MIGRATING})");
        client.batch_execute(&lock("pg_advisory_lock")).await.map_err(|_| DatabaseFault::Unreachable)?;
        let done = embedded::migrations::runner().run_async(&mut **client).await;
        // When the connection is lost, so is the lock.
        let _unlocked = client.batch_execute(&lock("pg_advisory_unlock")).await;
        done.map(|_| ()).map_err(|error| DatabaseFault::Migration(Box::new(error)))
    }

    /// Whether PostgreSQL answers and its tables are those that this version knows.
    pub async fn is_ready(&self) -> bool {
        let newest = embedded::migrations::runner().get_migrations().iter().map(|m| m.version()).max();
        let Ok(client) = self.0.get().await else {
            return false;
        };
        let row = client.query_one("SELECT max(version)::bigint FROM refinery_schema_history", &[]).await;
        let Ok(applied) = row.and_then(|row| row.try_get::<_, Option<i64>>(0)) else {
            return false;
        };
        applied.is_some() && applied == newest.map(i64::from)
    }

    /// Lets go of every connection: PostgreSQL can be stopped or its database copied.
    pub fn close(&self) {
        self.0.close();
    }
}

impl std::fmt::Debug for Database {
    /// The address may hold a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Database(..)")
    }
}
