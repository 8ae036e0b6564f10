//! A chronology: the significant events of a child or a family, oldest first, for the one who reads it.

use casebook::tables::{fact::Known as KnownFact, note::UNDATED};
use chrono::{DateTime, FixedOffset};
use domain::{
    Action, Fact, FactKind, PersonId, Resource,
    facts::{NotTold, Target},
};
use journal::{Known, Printed, Subject};

use super::{
    Event, Gap,
    clashes::values,
    event::{Told, event},
    extract::extract,
    file::{Family, File},
    gap::{gap, recovered},
    timeline::note_family_opened,
    warned::{Warned, warned},
};
use crate::{
    AppFault, Session,
    facts::{
        FactShown, LeftOut, NotToldShown, Showing, hidden_around, is_kept, must_leave_all, not_told_of, stands_in,
    },
    people::{CaseloadRow, caseload_row},
    permit::permit,
};

/// For whom a chronology is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Those who work with the file: nothing is left out that they may see.
    File,
    /// The child and the family.
    Family,
    /// A court.
    Court,
    /// Another agency.
    Partner,
}

impl Audience {
    /// As requests and entries write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Family => "family",
            Self::Court => "court",
            Self::Partner => "partner",
        }
    }

    /// The audience of that name.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::File, Self::Family, Self::Court, Self::Partner].into_iter().find(|one| one.as_str() == text)
    }
}

/// Which chronology.
#[derive(Clone, PartialEq, Eq)]
pub struct ChronologyOf {
    /// Whose.
    pub person: PersonId,
    /// With the significant events of brothers and sisters.
    pub family: bool,
    /// For whom.
    pub audience: Audience,
    /// It goes onto paper or into a file: that is an entry.
    pub printed: bool,
    /// Why hidden addresses are let onto this paper; none: they are left out of it. Says nothing about
    /// what is not printed.
    pub release: Option<String>,
}

domain::named_only!(ChronologyOf);

/// A chronology.
pub struct Chronology {
    /// Whose.
    pub row: CaseloadRow,
    /// The warnings that hold.
    pub warnings: Vec<Warned>,
    /// The newest summary.
    pub summary: Option<FactShown>,
    /// Significant events, oldest first; those without a date are last.
    pub events: Vec<Event>,
    /// The time of which nothing was recovered.
    pub gap: Option<Gap>,
    /// How many events and passages were left out for this reader.
    pub left_out: u32,
    /// What it tells holds hidden addresses that this reader may see, and may let onto paper.
    pub hidden: bool,
    /// When it was made.
    pub made: DateTime<FixedOffset>,
    /// By whom.
    pub made_by: String,
}

/// Makes a chronology. `left_out` is what stands in the place of a passage that is left out.
///
/// For everybody but the file, what somebody does not know is left out. Hidden addresses are left out as
/// well, and out of every print, the file's own included: paper goes where nobody sees to it. With a reason
/// those that this reader may see are let onto one print; those kept from this reader never are. Where none
/// stands in it, nothing is released, and the journal says nothing of a release.
///
/// # Errors
/// [`AppFault::NotFound`], [`AppFault::NoteNeeded`] for a release without a reason.
pub fn chronology(session: &Session, of: ChronologyOf, left_out: &str) -> Result<Chronology, AppFault> {
    permit(session, Action::Read, Resource::Person(of.person))?;
    let release = of.release.filter(|_| of.printed).map(|reason| reason.trim().to_owned());
    if release.as_ref().is_some_and(String::is_empty) {
        return Err(AppFault::NoteNeeded);
    }
    let row = caseload_row(session, of.person)?;
    let family = session.casebook.read(|reading| Family::of(reading, of.person))?;
    if of.family {
        for sibling in &family.siblings {
            permit(session, Action::Read, Resource::Person(*sibling))?;
        }
        note_family_opened(session, of.person, &family.siblings)?;
    }
    let release = release.as_ref();
    let of = ChronologyOf { release: None, ..of };
    let made = compose(session, &of, &family, release.is_some(), row, left_out)?;
    if of.printed {
        // Noted before it is given: paper cannot be called back.
        let siblings = family.siblings.iter().copied().filter(|_| of.family);
        let subjects = std::iter::once(of.person).chain(siblings).map(Subject::Person).collect();
        let mut entry = session.entry(Known::Printed(Printed {
            person: of.person,
            what: "chronology".to_owned(),
            audience: of.audience.as_str().to_owned(),
            family: of.family,
            release: release.filter(|_| made.hidden).cloned(),
        }));
        entry.subjects = subjects;
        session.append(entry)?;
    }
    Ok(made)
}

/// What it tells, as far as this reader may have it.
fn compose(
    session: &Session,
    of: &ChronologyOf,
    family: &Family,
    released: bool,
    row: CaseloadRow,
    left_out: &str,
) -> Result<Chronology, AppFault> {
    session.casebook.read(|reading| {
        let people: Vec<PersonId> =
            if of.family { family.all().collect() } else { family.own.iter().copied().collect() };
        let mut left = LeftOut::with(left_out);
        let mut showing = Showing::new(session, reading, None);
        let leaves = of.audience != Audience::File || of.printed;
        for person in &people {
            for (about, address) in hidden_around(reading, *person)? {
                let kept = is_kept(session, reading, &about, &address, showing.today())?;
                if kept || (leaves && !released) {
                    left.hide(&address);
                }
                if !kept {
                    left.watch(&address);
                }
            }
        }
        let file = File::read(session, reading, people)?;
        let whose = [of.person];
        let warnings = warned(&mut showing, &file.facts, &whose, of.audience, &mut left)?;
        let mut events = Vec::new();
        for stub in file.stubs.iter().rev().filter(|stub| file.is_significant(stub)) {
            let Some((event, told)) = event(session, &mut showing, &file, stub)? else { continue };
            let undated = stub.place.0 == UNDATED;
            events.extend(for_reader(event, &told, of.audience, &mut left).map(|event| (undated, event)));
        }
        events.sort_by_key(|(undated, _)| *undated);
        let events = events.into_iter().map(|(_, event)| event).collect();
        let own = |known: &&KnownFact| known.about.iter().any(|about| family.own.contains(about));
        let summary = file.facts.iter().filter(own).find(|known| known.says.kind() == FactKind::Summary).cloned();
        let summary = match summary {
            Some(known) => {
                let said = not_told_of(reading, Target::Fact(known.id))?;
                for_reader_summary(showing.fact(known)?, &said, of.audience, &mut left)
            }
            None => None,
        };
        let values = values(reading, &mut showing, of.person, &family.own)?;
        let as_at = recovered(&file, &values.positions).into_iter().map(|(_, as_at)| as_at).max();
        let stamp = session.stamp();
        let made_by = showing.author(session.actor().author)?;
        Ok(Chronology {
            row,
            warnings,
            summary,
            events,
            gap: gap(&file, as_at, showing.today()),
            left_out: left.taken(),
            hidden: left.met(),
            made: stamp.at,
            made_by,
        })
    })
}

/// An event as its reader gets it; none where all of it is left out.
fn for_reader(mut event: Event, told: &Told, audience: Audience, left: &mut LeftOut) -> Option<Event> {
    let said: Vec<NotTold> = event.not_told.iter().flat_map(|said| said.all().cloned()).collect();
    let said: Vec<&NotTold> = said.iter().filter(|_| audience != Audience::File).collect();
    if said.iter().any(|said| said.passage.trim().is_empty()) {
        left.count();
        return None;
    }
    let shown = [&event.title, &event.headline, &event.sort];
    let lost = must_leave_all(&said, |passage| {
        told.all.iter().chain(shown.iter().copied()).any(|text| stands_in(text, passage))
    });
    if lost {
        // The passage was amended since it was marked: nothing says any more which words it was.
        left.count();
        return None;
    }
    event.title = left.out_of(&event.title, &said);
    event.headline = left.out_of(&event.headline, &said);
    event.extract = extract(&left.out_of(&told.narrative, &said));
    if let Some(record) = &mut event.record {
        record.record.title.clone_from(&event.title);
    }
    if audience != Audience::File {
        // Why somebody is not told, and what else went to whom, is the file's own.
        event.not_told.clear();
        event.sent.clear();
    }
    Some(event)
}

fn for_reader_summary(
    mut shown: FactShown,
    said: &[NotToldShown],
    audience: Audience,
    left: &mut LeftOut,
) -> Option<FactShown> {
    let Fact::Summary(summary) = &mut shown.known.says else { return Some(shown) };
    let said: Vec<&NotTold> = said.iter().flat_map(NotToldShown::all).filter(|_| audience != Audience::File).collect();
    let texts = [&summary.who_am_i, &summary.what_matters, &summary.what_next];
    if must_leave_all(&said, |passage| texts.iter().any(|text| stands_in(text, passage))) {
        left.count();
        return None;
    }
    summary.who_am_i = left.out_of(&summary.who_am_i, &said);
    summary.what_matters = left.out_of(&summary.what_matters, &said);
    summary.what_next = left.out_of(&summary.what_next, &said);
    if audience != Audience::File {
        shown.not_told = None;
        shown.beside.clear();
    }
    Some(shown)
}
