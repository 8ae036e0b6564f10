//! The organisation as it is today: services, teams, and the time limits that hold.

use casebook::tables;
use domain::{
    Action, Fact, FactKind, Resource,
    limits::{Limit, shipped},
};

use crate::{
    AppFault, Session,
    facts::{FactShown, shown_in},
    permit::permit,
};

/// Services, teams and limits.
pub struct Organisation {
    /// Services, by name.
    pub services: Vec<FactShown>,
    /// Teams, by name.
    pub teams: Vec<FactShown>,
    /// Each limit that ships, with the organisation's own that holds in its place today.
    pub limits: Vec<(&'static Limit, Option<FactShown>)>,
}

/// The organisation's own data.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn organisation(session: &Session) -> Result<Organisation, AppFault> {
    permit(session, Action::Read, Resource::People)?;
    let today = session.clock.now().with_timezone(&session.clock.zone()).date_naive();
    session.casebook.read(|reading| {
        let shown = |kind| -> Result<Vec<FactShown>, AppFault> {
            let mut all = tables::fact::all(reading, kind)?;
            all.sort_by_key(|known| known.says.key());
            all.into_iter().map(|known| shown_in(session, reading, known)).collect()
        };
        let own = shown(FactKind::TimeLimit)?;
        let limits = shipped().iter().filter(|limit| limit.amount > 0).map(|limit| {
            let of_it = |fact: &&FactShown| {
                let same = matches!(&fact.known.says, Fact::TimeLimit(own) if own.limit == limit.id);
                same && fact.known.says.holds_on(today)
            };
            (limit, own.iter().filter(of_it).max_by_key(|fact| fact.known.says.from()).cloned())
        });
        Ok(Organisation {
            services: shown(FactKind::Service)?,
            teams: shown(FactKind::Team)?,
            limits: limits.collect(),
        })
    })
}
