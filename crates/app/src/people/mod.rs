//! People on file.

mod add;
mod amend;
mod list;
mod open;
mod timeline;

pub(crate) use add::optional_name;
pub use add::{NewPerson, add_person};
pub use amend::{Amendment, amend_person};
pub use list::{CaseloadRow, caseload_row, list_people};
pub use open::{ChildFile, ClashValue, open_child};
pub use timeline::{Timeline, timeline};
