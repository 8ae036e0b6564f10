//! Ends a fact: it stays on file as one that held until then.

use api::{App, ById, ChildView, FactView, RecordFactRequest};
use app::AppFault;
use domain::{Fact, FactKind};

use super::{Names, call, fact_line, who};
use crate::say::{self, Fault};

/// Records the fact on a person's file with what `change` makes of it.
pub(in crate::verbs) fn end(
    app: &App,
    json: bool,
    person: &str,
    fact: &str,
    kind: FactKind,
    change: impl FnOnce(Fact) -> Result<Fact, Fault>,
) -> Result<(), Fault> {
    let child: ChildView = call(app, "open_child", &ById { id: who(app, person)? })?;
    let on_file = child.warnings.into_iter().chain(child.facts);
    let found = on_file
        .into_iter()
        .find(|known| known.id.eq_ignore_ascii_case(fact.trim()) && known.says.kind() == kind)
        .ok_or_else(|| Fault::from(AppFault::NotFound { what: kind.as_str() }))?;
    let request =
        RecordFactRequest { seen: Some(found.seen), id: Some(found.id), about: Vec::new(), says: change(found.says)? };
    let ended: FactView = call(app, "record_fact", &request)?;
    say::answer(json, &ended, || vec![fact_line(&ended, &Names::default())])
}
