//! The hub: the central receiver that devices deliver to.
//!
//! It keeps whatever verifies, answers with signed receipts after PostgreSQL has committed, and
//! carries verdicts back. All that it does for a device is the trait [`journal::Hub`], which
//! [`HubState`] implements; the routes are a thin host over it. Its state is in PostgreSQL, so
//! several copies may run side by side; only the receipt key is in a file of its own, so that a
//! database put back from a backup still belongs to the same hub.
//!
//! It does not judge content: it reads a body only to learn its kind and the files that it names.
//! It keeps bodies that it cannot read.

mod clock;
mod database;
mod failure;
mod identity;
mod routes;
mod serve;
mod state;
mod store;
mod tls;

pub use clock::WallClock;
pub use database::{Database, DatabaseFault};
pub use identity::{Identity, IdentityFault};
pub use routes::{openapi_json, router};
pub use serve::{ServeFault, serve};
pub use state::{HubState, OpenFault, init};
pub use store::{CodeFault, CustodyCount, EntryName, NewVerdict, VerdictFault};
pub use tls::{Tls, TlsFault};
