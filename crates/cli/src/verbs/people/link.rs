//! `holdfast person link`, `person unlink`.

use api::{App, FactView, RecordFactRequest};
use app::AppFault;
use domain::{Fact, PersonId, facts::SamePerson};

use super::{call, who};
use crate::{
    arguments::Named,
    say::{self, Fault},
    wording::word,
};

/// Keeps the decision whether two files are of one person.
pub(super) fn decide(app: &App, json: bool, named: &Named, same: bool) -> Result<(), Fault> {
    let id = |typed: &str| -> Result<PersonId, Fault> {
        who(app, typed)?.parse().map_err(|_| AppFault::NotFound { what: "person" }.into())
    };
    let says = Fact::SamePerson(SamePerson {
        one: id(&named.one)?,
        other: id(&named.other)?,
        same,
        reason: named.reason.clone(),
        approved_by: named.approved_by.clone(),
    });
    let fact: FactView =
        call(app, "record_fact", &RecordFactRequest { seen: None, id: None, about: Vec::new(), says })?;
    say::answer(json, &fact, || vec![word(if same { "cli-linked" } else { "cli-unlinked" })])
}
