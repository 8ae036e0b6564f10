//! People in rows, as every list shows them.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
};

use casebook::tables::{self, fact::Known, person::Person};
use chrono::NaiveDate;
use domain::{
    Action, DraftId, EventTime, Fact, FactKind, PersonId, Resource, age_on,
    facts::{AllocationRole, IdScheme, WarningKind},
};
use rusqlite::Connection;

use super::status::status_of_files;
use crate::{AppFault, Session, permit::permit};

/// A row of the caseload.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseloadRow {
    /// The person.
    pub person: Person,
    /// The status today, one of `domain::CARE_STATUSES`.
    pub care_status: Option<String>,
    /// Whole years today.
    pub age: Option<u32>,
    /// The newest event at which the child was seen.
    pub last_seen: Option<EventTime>,
    /// Drafts in use about them.
    pub drafts: u32,
    /// Records about them that are only here.
    pub waiting: u32,
    /// Kinds of the warnings that hold today, each once.
    pub warnings: Vec<WarningKind>,
    /// Name of the lead worker allocated today.
    pub worker: Option<String>,
    /// The identifier to say on the phone: the emergency id, else the first of another scheme.
    pub identifier: Option<String>,
}

domain::named_only!(CaseloadRow);

/// People whose names hold every word of `search`, by name, with the number of all that match.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn list_people(session: &Session, search: &str, limit: u32) -> Result<(Vec<CaseloadRow>, u32), AppFault> {
    permit(session, Action::Read, Resource::People)?;
    session.casebook.read(|reading| {
        let rows = Rows::new(session, reading)?;
        let (people, total) = tables::person::search(reading, search, limit)?;
        Ok((people.into_iter().map(|person| rows.row(person)).collect::<Result<_, _>>()?, total))
    })
}

/// One person's row.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn caseload_row(session: &Session, person: PersonId) -> Result<CaseloadRow, AppFault> {
    permit(session, Action::Read, Resource::Person(person))?;
    session.casebook.read(|reading| Rows::new(session, reading)?.of(person))
}

/// Rows of several people: what is the same for all is read once.
pub(crate) struct Rows<'a> {
    reading: &'a Connection,
    today: NaiveDate,
    drafts: HashMap<PersonId, BTreeSet<DraftId>>,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(session: &Session, reading: &'a Connection) -> Result<Self, AppFault> {
        let mut drafts: HashMap<PersonId, BTreeSet<DraftId>> = HashMap::new();
        for draft in tables::draft::all(reading)?.iter().filter(|draft| draft.set_aside.is_none()) {
            for person in &draft.people {
                drafts.entry(*person).or_default().insert(draft.id);
            }
        }
        let today = session.clock.now().with_timezone(&session.clock.zone()).date_naive();
        Ok(Self { reading, today, drafts })
    }

    /// The row of somebody on file.
    ///
    /// # Errors
    /// [`AppFault::NotFound`].
    pub(crate) fn of(&self, person: PersonId) -> Result<CaseloadRow, AppFault> {
        self.row(tables::person::find(self.reading, person)?.ok_or(AppFault::NotFound { what: "person" })?)
    }

    /// The row of a person, from all their files: a warning on the one is a warning on the other.
    pub(crate) fn row(&self, person: Person) -> Result<CaseloadRow, AppFault> {
        let born = person.date_of_birth.filter(|_| person.date_of_birth_is != "due");
        let files = tables::same_person::group(self.reading, person.id)?;
        let (mut last_seen, mut waiting) = (None, 0);
        let mut drafts: BTreeSet<DraftId> = BTreeSet::new();
        for file in &files {
            last_seen = last_seen.max(tables::record::last_seen(self.reading, *file)?);
            waiting += tables::record::waiting_of(self.reading, *file)?;
            drafts.extend(self.drafts.get(file).into_iter().flatten());
        }
        Ok(CaseloadRow {
            care_status: status_of_files(self.reading, &person, &files, self.today)?,
            age: born.and_then(|born| age_on(born, self.today)),
            last_seen,
            drafts: u32::try_from(drafts.len()).unwrap_or(u32::MAX),
            waiting,
            warnings: self.warnings(&files)?,
            worker: self.worker(&files)?,
            identifier: self.identifier(&files)?,
            person,
        })
    }

    /// Facts that hold today on these files, the newest beginning first.
    fn today(&self, files: &BTreeSet<PersonId>, kind: FactKind) -> Result<Vec<Fact>, AppFault> {
        let mut facts: Vec<Known> = Vec::new();
        for file in files {
            facts.extend(tables::fact::of(self.reading, *file, kind)?);
        }
        facts.retain(|known| known.says.holds_on(self.today));
        if files.len() > 1 {
            facts.sort_by_key(|known| Reverse(known.says.from()));
        }
        Ok(facts.into_iter().map(|known| known.says).collect())
    }

    fn warnings(&self, files: &BTreeSet<PersonId>) -> Result<Vec<WarningKind>, AppFault> {
        let warning = |fact| if let Fact::Warning(warning) = fact { Some(warning.warning) } else { None };
        let mut kinds: Vec<WarningKind> =
            self.today(files, FactKind::Warning)?.into_iter().filter_map(warning).collect();
        kinds.sort_unstable();
        kinds.dedup();
        Ok(kinds)
    }

    fn worker(&self, files: &BTreeSet<PersonId>) -> Result<Option<String>, AppFault> {
        Ok(self.today(files, FactKind::Allocation)?.into_iter().find_map(|fact| match fact {
            Fact::Allocation(it) if it.role == AllocationRole::LeadWorker => it.worker.map(|worker| worker.name),
            _ => None,
        }))
    }

    fn identifier(&self, files: &BTreeSet<PersonId>) -> Result<Option<String>, AppFault> {
        let of = |fact| if let Fact::Identifier(identifier) = fact { Some(identifier) } else { None };
        let all: Vec<_> = self.today(files, FactKind::Identifier)?.into_iter().filter_map(of).collect();
        let emergency = all.iter().find(|identifier| identifier.scheme == IdScheme::Emergency);
        Ok(emergency.or(all.first()).map(|identifier| identifier.value.clone()))
    }
}
