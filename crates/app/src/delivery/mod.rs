//! Where records are, and the way to the hub.

mod enrol;
mod hold;
mod outbox;
mod phoned_lead;
mod send_now;
mod status;

pub use enrol::enrol;
pub use hold::hold_record;
pub use outbox::{Outbox, outbox};
pub use phoned_lead::phoned_lead;
pub use send_now::{send_and_wait, send_now};
pub use status::{Status, status};
