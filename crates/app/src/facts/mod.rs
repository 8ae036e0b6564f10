//! Facts about people: recorded, corrected, ended and withdrawn by the same verbs, whatever they say.

mod about;
mod hidden;
mod left_out;
mod network;
mod read_warnings;
mod record;
mod seen;
mod shown;
mod withdraw;

pub(crate) use about::standing_of;
pub(crate) use hidden::is_kept;
pub(crate) use left_out::{LeftOut, hidden_around, must_leave_all, stands_in};
pub use network::{Member, Network, network};
pub(crate) use read_warnings::is_read;
pub use read_warnings::read_warnings;
pub(crate) use record::entry_of;
pub use record::{NewFact, record_fact};
pub use shown::{FactShown, FactVersion, NotToldShown};
pub(crate) use shown::{Showing, not_told_by, not_told_of, shown_in};
pub use withdraw::withdraw_fact;
