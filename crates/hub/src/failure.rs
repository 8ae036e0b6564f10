//! What can go wrong inside, before it becomes a fault of the protocol.

use journal::HubFault;

/// A refusal that the device shall read, or a failure that it shall retry.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Said to the device as it is.
    Refused(HubFault),
    /// PostgreSQL could not be reached, or not in time.
    Pool(deadpool_postgres::PoolError),
    /// PostgreSQL answered with an error.
    Database(tokio_postgres::Error),
    /// A row, a signature or a thread was not as this version makes them.
    Inside(&'static str),
}

impl From<HubFault> for Failure {
    fn from(fault: HubFault) -> Self {
        Self::Refused(fault)
    }
}

impl From<tokio_postgres::Error> for Failure {
    fn from(error: tokio_postgres::Error) -> Self {
        Self::Database(error)
    }
}

impl From<deadpool_postgres::PoolError> for Failure {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        Self::Pool(error)
    }
}

impl Failure {
    /// What the device is told. The rest goes to the log, as codes only: PostgreSQL's own sentences
    /// may quote what was stored.
    pub(crate) fn tell(self) -> HubFault {
        match self {
            Self::Refused(fault) => return fault,
            Self::Pool(deadpool_postgres::PoolError::Timeout(_)) => {
                tracing::error!("PostgreSQL did not answer in time")
            }
            Self::Pool(_) => tracing::error!("PostgreSQL cannot be reached"),
            Self::Database(error) => {
                let code = error.code().map_or("none", |code| code.code());
                tracing::error!(sqlstate = code, "PostgreSQL failed");
            }
            Self::Inside(what) => tracing::error!(what, "the hub failed"),
        }
        HubFault::Unavailable
    }
}
