//! Who may do what, in one table: action × resource × role. The check itself is called by every
//! verb of `app`; the rule lives here so that casebook and hub can ask the same question.

use serde::{Deserialize, Serialize};

use crate::{AuthorId, PersonId};

/// A role. Two are built in for now; the organisation's certificates bring the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Records, and reads the children of their own casebook.
    Practitioner,
    /// A practitioner who also looks after the forms: changes and publishes them, takes in answers
    /// from files and gives them out.
    FormsEditor,
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// The person.
    pub author: AuthorId,
    /// In what role.
    pub role: Role,
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Look at it. Looking at a child's file is an entry.
    Read,
    /// Make a new one.
    Add,
    /// Change it, by a new entry.
    Amend,
    /// File a draft as a record.
    File,
    /// Hand it to the hub, hold it back, enrol.
    Deliver,
    /// Check, rebuild, change keys and settings.
    Keep,
    /// Put a form version in force, or retire a form.
    Publish,
    /// Write content to a file outside the casebook.
    Export,
}

/// What it is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resource {
    /// People in general: the caseload, adding somebody.
    People,
    /// One person's file.
    Person(PersonId),
    /// Form definitions.
    Forms,
    /// Drafts of the actor.
    Drafts,
    /// Records.
    Records,
    /// The answers to a form, side by side: the response sheet, imports and exports.
    Responses,
    /// The outbox, receipts and the hub.
    Delivery,
    /// The casebook as a whole: keys, settings, its check.
    Casebook,
}

/// The role does not allow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("your role does not allow this")]
pub struct Denied;

/// The table. A casebook belongs to one practitioner (its key is theirs), so the built-in role may
/// do all the work in it; what it may not do is listed, not implied.
pub fn allows(actor: &Actor, action: Action, resource: Resource) -> Result<(), Denied> {
    use Action::{Add, Amend, Deliver, Export, File, Keep, Publish, Read};
    use Resource::{Casebook, Delivery, Drafts, Forms, People, Person, Records, Responses};
    let edits = actor.role == Role::FormsEditor;
    let allowed = match resource {
        People => matches!(action, Read | Add),
        Person(_) => matches!(action, Read | Amend),
        Forms => action == Read || (edits && matches!(action, Add | Amend | Publish)),
        Drafts => matches!(action, Read | Add | Amend),
        Records => matches!(action, Read | File),
        Responses => action == Read || (edits && matches!(action, Add | Amend | Export)),
        Delivery => matches!(action, Read | Deliver),
        Casebook => matches!(action, Read | Keep),
    };
    if allowed { Ok(()) } else { Err(Denied) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_practitioner_records_and_publishes_nothing() {
        let actor = Actor { author: AuthorId(uuid::Uuid::nil()), role: Role::Practitioner };
        assert_eq!(allows(&actor, Action::File, Resource::Records), Ok(()));
        assert_eq!(allows(&actor, Action::Add, Resource::Forms), Err(Denied));
        assert_eq!(allows(&actor, Action::Amend, Resource::Records), Err(Denied));
        assert_eq!(allows(&actor, Action::Publish, Resource::Forms), Err(Denied));
        assert_eq!(allows(&actor, Action::Export, Resource::Responses), Err(Denied));
    }

    #[test]
    fn a_forms_editor_publishes_and_exports_and_still_changes_no_record() {
        let actor = Actor { author: AuthorId(uuid::Uuid::nil()), role: Role::FormsEditor };
        assert_eq!(allows(&actor, Action::Publish, Resource::Forms), Ok(()));
        assert_eq!(allows(&actor, Action::Export, Resource::Responses), Ok(()));
        assert_eq!(allows(&actor, Action::Amend, Resource::Records), Err(Denied));
        assert_eq!(allows(&actor, Action::Export, Resource::People), Err(Denied));
    }
}
