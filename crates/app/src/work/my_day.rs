//! My day: what is due, what is to be read, what is half done.

use std::collections::{BTreeMap, BTreeSet};

use casebook::tables;
use chrono::{Days, NaiveDate};
use domain::{Action, PersonId, Resource, limits::DueState};

use super::{Due, clocks::Clocks, due::own_limits, mine::my_allocations};
use crate::{
    AppFault, Session,
    drafts::{DraftRow, rows_about},
    facts::is_read,
    people::{CaseloadRow, Rows},
    permit::permit,
};

/// For how many days an allocation is new.
const NEW_FOR: u64 = 14;

/// My day.
pub struct MyDay {
    /// Today.
    pub today: NaiveDate,
    /// Children allocated to this person; with none, everything on the device counts.
    pub allocated: u32,
    /// Overdue, due today and due within a week, the oldest first.
    pub due: Vec<Due>,
    /// People with warnings that this person has not read.
    pub unread_warnings: Vec<PersonId>,
    /// Drafts to finish, last saved first.
    pub drafts: Vec<DraftRow>,
    /// Records only on this device.
    pub unsent: u32,
    /// Children allocated to this person in the last 14 days.
    pub newly_allocated: Vec<PersonId>,
    /// The rows of everybody named above.
    pub people: BTreeMap<PersonId, CaseloadRow>,
}

/// My day, worked out from what is on this device.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn my_day(session: &Session) -> Result<MyDay, AppFault> {
    permit(session, Action::Read, Resource::People)?;
    let today = session.clock.now().with_timezone(&session.clock.zone()).date_naive();
    let me = session.actor().author;
    let mut day = session.casebook.read(|reading| {
        let new_since = today.checked_sub_days(Days::new(NEW_FOR)).unwrap_or(today);
        let mut mine: BTreeSet<PersonId> = BTreeSet::new();
        let mut newly_allocated = Vec::new();
        for known in my_allocations(session, reading)?.into_iter().filter(|known| known.says.holds_on(today)) {
            for person in known.about {
                let first = tables::person::find(reading, person)?.map_or(person, |person| person.same_as);
                if mine.insert(first) && known.says.from().is_some_and(|from| from >= new_since) {
                    newly_allocated.push(first);
                }
            }
        }
        let own = own_limits(reading)?;
        let clocks: Vec<(PersonId, Clocks)> = if mine.is_empty() {
            let (people, _) = tables::person::search(reading, "", u32::MAX)?;
            Clocks::of_all(reading, &people)?.into_iter().collect()
        } else {
            mine.iter().map(|person| Ok((*person, Clocks::of(reading, *person)?))).collect::<Result<_, AppFault>>()?
        };
        let mut due: Vec<Due> = Vec::new();
        let mut unread_warnings = Vec::new();
        for (person, clocks) in &clocks {
            due.extend(clocks.due(session, &own).into_iter().filter(|due| due.is.state != DueState::Later));
            let mut unread = false;
            for version in clocks.warnings_on(today) {
                unread |= !is_read(reading, version, me)?;
            }
            unread_warnings.extend(unread.then_some(*person));
        }
        due.sort_by(|one, other| {
            (&one.is.due, one.person, &one.is.limit).cmp(&(&other.is.due, other.person, &other.is.limit))
        });
        unread_warnings.sort_unstable();
        let rows = Rows::new(session, reading)?;
        let named = due.iter().map(|due| due.person).chain(unread_warnings.iter().copied());
        let named: BTreeSet<PersonId> = named.chain(newly_allocated.iter().copied()).collect();
        let people = named.into_iter().map(|person| Ok((person, rows.of(person)?)));
        let people = people.collect::<Result<_, AppFault>>()?;
        Ok::<_, AppFault>(MyDay {
            today,
            allocated: u32::try_from(mine.len()).unwrap_or(u32::MAX),
            due,
            unread_warnings,
            drafts: Vec::new(),
            unsent: tables::record::custody(reading)?.waiting,
            newly_allocated,
            people,
        })
    })?;
    day.drafts = rows_about(session, None)?;
    Ok(day)
}
