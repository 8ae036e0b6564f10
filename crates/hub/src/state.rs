//! The hub as a device sees it.

use std::{path::Path, sync::Arc};

use domain::{Clock, HubId};
use journal::{
    Batch, BlobPart, BlobStanding, EnrolAnswer, EnrolRequest, Hub, HubFault, Standing, StandingRequest, SubmitAnswer,
    VerdictsAnswer, VerdictsRequest,
};
use vault::PublicKey;

use crate::{
    database::{Database, DatabaseFault},
    failure::Failure,
    identity::{Identity, IdentityFault},
    store,
};

/// Why a hub does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenFault {
    /// See [`IdentityFault`].
    #[error(transparent)]
    Identity(#[from] IdentityFault),
    /// See [`DatabaseFault`].
    #[error(transparent)]
    Database(#[from] DatabaseFault),
    /// PostgreSQL failed in the middle.
    #[error("PostgreSQL could not be read: try again")]
    Unavailable,
    /// The tables are there, and no hub was ever set up in them.
    #[error("no hub was set up in this database: run `holdfast-hub init`")]
    NotSetUp,
    /// The database belongs to another hub than the key file, or the key file is gone.
    #[error(
        "this database belongs to a hub whose key file is not in the data folder: check both addresses, or put the key file back from a backup"
    )]
    OtherHub,
    /// `init` found a hub that is complete.
    #[error("this hub is set up already; nothing was changed")]
    SetUpAlready,
}

/// A hub: its identity, its database, its clock. Cheap to clone; all clones are the same hub.
#[derive(Clone)]
pub struct HubState {
    pub(crate) database: Database,
    pub(crate) identity: Arc<Identity>,
    pub(crate) clock: Arc<dyn Clock>,
}

/// Sets a hub up: makes its key file in `folder` and its tables. With a key file and an empty
/// database (an interrupted set-up, or a database lost for good) it goes on with the key that is
/// there: the devices send again what the database lacks.
///
/// # Errors
/// [`OpenFault::SetUpAlready`] when there is nothing to do; nothing is ever overwritten.
pub async fn init(folder: &Path, database: &Database, clock: &dyn Clock) -> Result<Identity, OpenFault> {
    database.migrate().await?;
    let belongs_to = store::hub::read(database).await.map_err(|_| OpenFault::Unavailable)?;
    let identity = match (Identity::read(folder), belongs_to) {
        (Ok(identity), Some(owner)) if owner == (identity.id(), identity.public_key()) => {
            return Err(OpenFault::SetUpAlready);
        }
        (Ok(_) | Err(IdentityFault::Missing(_)), Some(_)) => return Err(OpenFault::OtherHub),
        (Ok(identity), None) => identity,
        (Err(IdentityFault::Missing(_)), None) => Identity::make(folder, HubId(clock.new_id()))?,
        (Err(fault), _) => return Err(fault.into()),
    };
    store::hub::write(database, identity.id(), identity.public_key()).await.map_err(|_| OpenFault::Unavailable)?;
    Ok(identity)
}

impl HubState {
    /// Opens a hub that was set up; brings its tables up to date.
    ///
    /// # Errors
    /// [`OpenFault`].
    pub async fn open(identity: Identity, database: Database, clock: Arc<dyn Clock>) -> Result<Self, OpenFault> {
        database.migrate().await?;
        match store::hub::read(&database).await.map_err(|_| OpenFault::Unavailable)? {
            Some(owner) if owner == (identity.id(), identity.public_key()) => {
                Ok(Self { database, identity: Arc::new(identity), clock })
            }
            Some(_) => Err(OpenFault::OtherHub),
            None => Err(OpenFault::NotSetUp),
        }
    }

    /// The hub's id.
    pub fn id(&self) -> HubId {
        self.identity.id()
    }

    /// The key that its receipts are verified by.
    pub fn public_key(&self) -> PublicKey {
        self.identity.public_key()
    }

    /// Its database.
    pub fn database(&self) -> &Database {
        &self.database
    }
}

impl std::fmt::Debug for HubState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HubState({})", self.id())
    }
}

impl Hub for HubState {
    type Error = HubFault;

    async fn enrol(&self, request: EnrolRequest) -> Result<EnrolAnswer, HubFault> {
        store::enrol::enrol(self, request).await.map_err(Failure::tell)
    }

    async fn standing(&self, request: StandingRequest) -> Result<Standing, HubFault> {
        store::standing::standing(self, request).await.map_err(Failure::tell)
    }

    async fn submit(&self, batch: Batch) -> Result<SubmitAnswer, HubFault> {
        store::submit::submit(self, batch).await.map_err(Failure::tell)
    }

    async fn put_blob(&self, part: BlobPart) -> Result<BlobStanding, HubFault> {
        store::put_blob::put_blob(self, part).await.map_err(Failure::tell)
    }

    async fn verdicts(&self, request: VerdictsRequest) -> Result<VerdictsAnswer, HubFault> {
        store::verdicts::verdicts(self, request).await.map_err(Failure::tell)
    }
}
