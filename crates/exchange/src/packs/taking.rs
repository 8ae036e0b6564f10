//! Takes rows one after the other and makes of each what it says.

use std::collections::{BTreeMap, HashMap, HashSet, hash_map::Entry};

use chrono::{Months, NaiveDate};
use domain::{
    EventTime, Fact, FactId, NoteId, PersonField, PersonId,
    facts::{FactFault, IdScheme, Identifier, checked},
};
use forms::Lists;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    Cells, Columns, DateFormats, RowsAre, allocation,
    dates::{When, when},
    identifier, ids, note, person,
    relationship::{self, Relationships},
    warning, words,
};
use crate::responses::DateOrder;

/// A thing that a file says.
pub enum PackItem {
    /// Somebody, with what is known by field.
    Person {
        /// Who.
        person: PersonId,
        /// What is known.
        fields: BTreeMap<PersonField, String>,
    },
    /// A fact about people.
    Fact {
        /// Over all its corrections.
        fact: FactId,
        /// Whose files it stands on.
        about: Vec<PersonId>,
        /// What it says.
        says: Fact,
    },
    /// A case note.
    Note(OldNote),
}

/// A case note of a lost system.
pub struct OldNote {
    /// The note.
    pub id: NoteId,
    /// Whose file it stands on.
    pub person: PersonId,
    /// When it happened; none where the date cannot be read or cannot be right.
    pub at: Option<EventTime>,
    /// The date as written, where there is no `at`.
    pub written_date: String,
    /// Its kind there.
    pub sort: String,
    /// Its title there.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// The text, made readable.
    pub text: String,
}

/// A kind of problem with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Its name: the sentence is in the catalogue.
    pub kind: &'static str,
    /// The row is taken all the same.
    pub taken: bool,
}

/// Somebody whom a row names.
#[derive(Clone, PartialEq, Eq)]
pub struct Named {
    /// Who it becomes.
    pub person: PersonId,
    /// The id there; empty where the file has none.
    pub key: String,
    /// Name as written; empty where the row has none.
    pub name: String,
    /// Date of birth.
    pub born: Option<NaiveDate>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Sex, as the person's field has it.
    pub sex: Option<String>,
    /// Numbers by which the person is known.
    pub identifiers: Vec<(IdScheme, String)>,
}

domain::named_only!(PackItem, OldNote, Named);

/// What came of a row.
#[derive(Default)]
pub struct Taken {
    /// What it says; nothing when it cannot be taken.
    pub items: Vec<PackItem>,
    /// What is wrong with it, each kind once.
    pub problems: Vec<Problem>,
    /// Whom it names, the one it is about first.
    pub people: Vec<Named>,
}

domain::named_only!(Taken);

impl Taken {
    /// Whether anything is made of the row.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.problems.iter().all(|problem| problem.taken)
    }

    /// Something to know; the row is taken.
    pub(super) fn known(&mut self, kind: &'static str) {
        self.problem(Problem { kind, taken: true });
    }

    /// The row cannot be taken.
    pub(super) fn left_out(&mut self, kind: &'static str) {
        self.problem(Problem { kind, taken: false });
    }

    fn problem(&mut self, problem: Problem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

/// Makes things of the rows of a file, in its order. Equal rows are told apart by their place among
/// their like, so rows are handed over once each and in order.
pub struct Taking<'a> {
    pub(super) rows: RowsAre,
    pub(super) system: &'a str,
    /// The day of the file: nothing in it happened later, and it says what held then.
    pub(super) as_at: NaiveDate,
    pub(super) lists: &'a Lists,
    headings: &'a [String],
    columns: &'a Columns,
    formats: &'a DateFormats,
    said: Option<DateOrder>,
    /// What was named so far, with what stood there first.
    seen: HashMap<u128, u64>,
    /// What else stood there in later rows.
    seen_other: HashSet<(u128, u64)>,
    pub(super) relationships: Relationships,
}

/// Whether something was named before in the file.
pub(super) enum Fresh {
    /// Not yet.
    First,
    /// With the same content.
    Same,
    /// With other content alone.
    Other,
}

impl<'a> Taking<'a> {
    /// Sets out to take the rows of a file. `said` is the order of day and month where a column does not
    /// prove it.
    #[must_use]
    #[allow(clippy::too_many_arguments, reason = "all that a person says about a file")]
    pub fn new(
        rows: RowsAre,
        system: &'a str,
        as_at: NaiveDate,
        lists: &'a Lists,
        headings: &'a [String],
        columns: &'a Columns,
        formats: &'a DateFormats,
        said: Option<DateOrder>,
    ) -> Self {
        let (seen, seen_other, relationships) = (HashMap::new(), HashSet::new(), Relationships::default());
        Self { rows, system, as_at, lists, headings, columns, formats, said, seen, seen_other, relationships }
    }

    /// Takes the next row.
    pub fn row(&mut self, cells: &Cells<'_>) -> Taken {
        let mut taken = Taken::default();
        if words::yes_or_no(self.text(cells, "deleted")) == Some(true) {
            taken.left_out("deleted");
            return taken;
        }
        match self.rows {
            RowsAre::Person => person::take(self, cells, &mut taken),
            RowsAre::Identifier => identifier::take(self, cells, &mut taken),
            RowsAre::Warning => warning::take(self, cells, &mut taken),
            RowsAre::Allocation => allocation::take(self, cells, &mut taken),
            RowsAre::Relationship => relationship::take(self, cells, &mut taken),
            RowsAre::Note => note::take(self, cells, &mut taken),
        }
        if !taken.is_ready() {
            // Whoever was named here first is named again by the next row that can be taken.
            for item in taken.items.drain(..) {
                if let PackItem::Person { person, .. } = item {
                    self.seen.remove(&person.0.as_u128());
                }
            }
        }
        taken
    }

    /// What can only be said when all rows were seen: relationships, of which a file often has both
    /// directions.
    pub fn finish(&mut self) -> Vec<PackItem> {
        let relationships = std::mem::take(&mut self.relationships);
        relationships.finish(self.system)
    }

    /// The text of a field, without blanks around it; empty where no column fills it.
    pub(super) fn text<'c>(&self, cells: &Cells<'c>, field: &str) -> &'c str {
        self.columns.get(field).map_or("", |column| cells.text(*column as usize))
    }

    /// The heading of a field's column: what a value that has no place is kept under.
    pub(super) fn heading(&self, field: &str) -> &str {
        let column = self.columns.get(field).and_then(|column| self.headings.get(*column as usize));
        column.map_or("", String::as_str)
    }

    /// A date that happened by the day of the file.
    pub(super) fn when(&self, cells: &Cells<'_>, field: &str) -> When {
        self.when_until(cells, field, self.as_at)
    }

    /// A date that may be planned: within two years of the file.
    pub(super) fn planned(&self, cells: &Cells<'_>, field: &str) -> When {
        let last = self.as_at.checked_add_months(Months::new(24)).unwrap_or(self.as_at);
        self.when_until(cells, field, last)
    }

    fn when_until(&self, cells: &Cells<'_>, field: &str, last: NaiveDate) -> When {
        let Some(column) = self.columns.get(field) else { return When::Nothing };
        when(cells.text(*column as usize), self.formats.order(*column, self.said), last)
    }

    /// A day, or none with the problem said and the text kept.
    pub(super) fn day(&self, cells: &Cells<'_>, field: &str, kept: &mut Kept, taken: &mut Taken) -> Option<NaiveDate> {
        self.day_of(self.when(cells, field), cells, field, kept, taken)
    }

    /// The same for a day that may be planned.
    pub(super) fn planned_day(
        &self,
        cells: &Cells<'_>,
        field: &str,
        kept: &mut Kept,
        taken: &mut Taken,
    ) -> Option<NaiveDate> {
        self.day_of(self.planned(cells, field), cells, field, kept, taken)
    }

    fn day_of(
        &self,
        when: When,
        cells: &Cells<'_>,
        field: &str,
        kept: &mut Kept,
        taken: &mut Taken,
    ) -> Option<NaiveDate> {
        let kind = match when {
            When::Nothing => return None,
            When::At(at) => return Some(at.date),
            When::NotRead => "date_not_read",
            When::CannotBe => "date_cannot_be",
        };
        taken.known(kind);
        kept.add(self.heading(field), self.text(cells, field));
        None
    }

    /// A word that is in a list, or none with the problem said and the word kept.
    pub(super) fn word<T>(
        &self,
        cells: &Cells<'_>,
        field: &str,
        read: impl FnOnce(&str) -> Option<T>,
        kept: &mut Kept,
        taken: &mut Taken,
    ) -> Option<T> {
        let text = self.text(cells, field);
        if text.is_empty() {
            return None;
        }
        let found = read(text);
        if found.is_none() {
            taken.known("not_in_list");
            kept.add(self.heading(field), text);
        }
        found
    }

    /// Whom a row is about: an id of the lost system. Where the row also has a name, the person goes
    /// with it, so that what it says reaches people whom no other file brings.
    pub(super) fn about(&mut self, cells: &Cells<'_>, taken: &mut Taken) -> Option<PersonId> {
        let source = self.text(cells, "person");
        if source.is_empty() {
            taken.left_out("no_person");
            return None;
        }
        let person = ids::person_id(self.system, source);
        let name = self.name(cells);
        let born = match self.when(cells, "date_of_birth") {
            When::At(at) => Some(at.date),
            _ => None,
        };
        let named = Named {
            person,
            key: source.to_owned(),
            name: name.clone(),
            born,
            postcode: None,
            phone: None,
            sex: None,
            identifiers: vec![(words::scheme_of(self.system), source.to_owned())],
        };
        taken.people.push(named);
        // A pack of history holds notes alone.
        if self.rows != RowsAre::Note
            && let Ok(name) = domain::tidy_name(&name)
            && matches!(self.fresh(person.0, &[]), Fresh::First)
        {
            let mut fields = BTreeMap::from([(PersonField::Name, name)]);
            if let Some(born) = born {
                fields.insert(PersonField::DateOfBirth, born.to_string());
            }
            taken.items.push(PackItem::Person { person, fields });
            taken.items.push(self.system_id(person, source));
        }
        Some(person)
    }

    /// The whole name: of one column, or of two.
    pub(super) fn name(&self, cells: &Cells<'_>) -> String {
        match self.text(cells, "name") {
            "" => [self.text(cells, "first_name"), self.text(cells, "last_name")].join(" ").trim().to_owned(),
            name => name.to_owned(),
        }
    }

    /// The id by which the lost system knows a person, as an identifier to find them by.
    pub(super) fn system_id(&self, person: PersonId, source: &str) -> PackItem {
        self.identifier(person, words::scheme_of(self.system), source)
    }

    /// An identifier without dates.
    pub(super) fn identifier(&self, person: PersonId, scheme: IdScheme, value: &str) -> PackItem {
        let says = Identifier { scheme, value: value.to_owned(), from: None, until: None };
        let name = scheme_name(scheme);
        let fact = ids::fact_id(self.system, "identifier", &[&person.to_string(), name, value]);
        PackItem::Fact { fact, about: vec![person], says: Fact::Identifier(says) }
    }

    /// Whether that id was named before in the file, with these words: in whichever row they stood.
    pub(super) fn fresh(&mut self, id: Uuid, content: &[&str]) -> Fresh {
        let mut hash = Sha256::new();
        for part in content {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        let content = hash.finalize().iter().take(8).fold(0, |sum, byte| sum << 8 | u64::from(*byte));
        match self.seen.entry(id.as_u128()) {
            Entry::Vacant(first) => {
                first.insert(content);
                Fresh::First
            }
            Entry::Occupied(first) if *first.get() == content => Fresh::Same,
            Entry::Occupied(_) if !self.seen_other.insert((id.as_u128(), content)) => Fresh::Same,
            Entry::Occupied(_) => Fresh::Other,
        }
    }

    /// Takes a fact that can be kept; the row of any other is left out.
    pub(super) fn keep(&self, fact: FactId, about: Vec<PersonId>, says: Fact, taken: &mut Taken) {
        match self.refused(&says) {
            None => taken.items.push(PackItem::Fact { fact, about, says }),
            Some(kind) => taken.left_out(kind),
        }
    }

    /// Why a fact cannot be kept.
    pub(super) fn refused(&self, says: &Fact) -> Option<&'static str> {
        checked(says, self.as_at).err().map(|fault| match fault {
            FactFault::EndsBeforeItBegins => "ends_before_begins",
            FactFault::InTheFuture | FactFault::YearCannotBe => "date_cannot_be",
            FactFault::Needed(_) => "needed",
            FactFault::TooLong(_) => "too_long",
            FactFault::ToOneself => "to_oneself",
            FactFault::NotInList(_) => "not_in_list",
            FactFault::ReviewTooFar => "review_too_far",
        })
    }
}

/// As ids are made of it: never changed.
pub(super) fn scheme_name(scheme: IdScheme) -> &'static str {
    match scheme {
        IdScheme::Emergency => "emergency",
        IdScheme::Mosaic => "mosaic",
        IdScheme::Nhs => "nhs",
        IdScheme::Upn => "upn",
        IdScheme::FormerUpn => "former_upn",
        IdScheme::Ssda903 => "ssda903",
        IdScheme::HomeOffice => "home_office",
        IdScheme::YouthJustice => "youth_justice",
        IdScheme::Other => "other",
    }
}

/// What has no place of its own: kept as lines of a note, each under its heading in the file.
#[derive(Default)]
pub(super) struct Kept(String);

impl Kept {
    pub(super) fn of(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub(super) fn add(&mut self, heading: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        for part in [heading, ": ", text] {
            self.0.push_str(part);
        }
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}
