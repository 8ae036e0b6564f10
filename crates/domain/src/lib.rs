//! The words of the work: ids, people, times, records, permission, custody.
//!
//! Everything here is pure: no file, no network, no clock of its own. Time and new ids come from a
//! [`Clock`] that is passed in, so that a test can set it back a day.

mod clock;
mod custody;
pub mod facts;
pub mod identifiers;
mod ids;
pub mod likeness;
pub mod limits;
mod named_only;
pub mod names;
pub mod paper;
mod people;
mod permission;
mod reference;
mod times;
pub mod working_days;

pub use clock::{Clock, FakeClock};
pub use custody::{Custody, RecordState, Urgency};
pub use facts::{Fact, FactKind};
pub use ids::{AuthorId, BatchId, CasebookId, DraftId, FactId, FormDraftId, HubId, NoteId, PersonId, RecordId};
pub use people::{CARE_STATUSES, NameFault, PERSON_KINDS, PersonField, age_on, tidy_name};
pub use permission::{Action, Actor, Denied, Resource, Role, allows};
pub use reference::Reference;
pub use times::{EventTime, Stamp, TimeFault, days_between};
