//! The way out: what was filed goes to the hub, by itself, until a receipt says that it is there.
//!
//! [`HubClient`] speaks the protocol of `journal` over HTTP and believes nothing that the pinned hub
//! did not sign. [`plan`] says, without touching anything, what goes next. A run asks the hub where
//! it stands, sends the difference, keeps the receipts and fetches the verdicts. [`Delivery`] is the
//! one background loop that starts runs and never gives up.
//!
//! This room decides nothing about content, shows nothing and deletes nothing: the outbox shrinks
//! only by a receipt that verifies. Time, the author and the casebook are handed in.

mod client;
mod delivery;
mod disk;
mod enrol;
mod fault;
mod files;
mod pause;
pub mod plan;
mod run;
mod signer;
mod state;
mod tls;

pub use client::{HubClient, Patience, Pin};
pub use delivery::Delivery;
pub use enrol::enrol;
pub use fault::SyncFault;
pub use run::{Aside, Outgoing, Sent, send_once};
pub use signer::{EnrolledKey, OwnKey, Signer};
pub use state::DeliveryState;
