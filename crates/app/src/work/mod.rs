//! Work lists: what is due, who has which children, who has nobody; and what filing does to episodes.

mod caseload;
mod clocks;
mod due;
mod episodes;
mod mine;
mod my_day;
mod organisation;
mod told;
mod transfer;

pub use caseload::{Caseload, CaseloadOf, ChildOnList, Load, caseload};
pub(crate) use due::due_of_in;
pub use due::{Due, due_of};
pub(crate) use episodes::{ByRecord, changed};
pub(crate) use mine::my_keys;
pub use my_day::{MyDay, my_day};
pub use organisation::{Organisation, organisation};
pub use told::EpisodeTold;
pub(crate) use told::told;
pub use transfer::{Transfer, Transferred, transfer};
