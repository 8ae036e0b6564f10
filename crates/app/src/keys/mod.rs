//! Making, opening and locking a casebook, and its keys.

mod begin;
mod change_passphrase;
mod create;
mod judge;
mod lock;
mod tries;
mod unlock;

pub use begin::{Begun, RecoverySheet};
pub use casebook::tables::author::Author;
pub use change_passphrase::change_passphrase;
pub use create::CreateCasebook;
pub use judge::judge_passphrase;
pub(crate) use tries::Tries;
pub use unlock::{Secret, Unlock};
