//! Looks at a file of a lost system: what it would bring, what is wrong with it, who may be on file
//! already. Nothing is kept.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    ops::ControlFlow,
};

use chrono::NaiveDate;
use domain::{Action, PersonId, Resource};
use exchange::{
    DateOrder,
    packs::{Bytes, Cells, Columns, DateFormats, Field, Named, PackFile, PackItem, Problem, RowsAre, Taken, Taking},
};

use super::{
    chosen::looked_at,
    on_file::{OnFile, wanted},
    profile,
    source::PackSource,
};
use crate::{
    AppFault, Session,
    people::{MatchRow, Rows, matching},
    permit::permit,
};

/// Rows that a preview shows.
const FIRST: usize = 20;
/// Row numbers that a problem names.
const NAMED: usize = 10;
/// Most people that a person is asked about at a time; the next reading asks about the next.
const MOST_UNCLEAR: usize = 500;

/// A file, and what a person has said about it so far.
#[derive(Clone)]
pub struct ReadPack {
    /// Where it is.
    pub file: PackSource,
    /// What a row is.
    pub rows: RowsAre,
    /// The system that it comes from.
    pub system: String,
    /// The day as of which it was taken.
    pub as_at: NaiveDate,
    /// Which column fills which field; none asks for what is remembered, else for a suggestion.
    pub columns: Option<Columns>,
    /// Order of day and month, where a column does not prove it.
    pub dates: Option<DateOrder>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
}

domain::named_only!(ReadPack);

/// What a file would bring.
pub struct Preview {
    /// Name of the file.
    pub file_name: String,
    /// Sheets of a workbook.
    pub sheets: Vec<String>,
    /// Headings.
    pub headings: Vec<String>,
    /// The first rows as they stand.
    pub first: Vec<Vec<String>>,
    /// What a row can fill.
    pub fields: &'static [Field],
    /// Which column fills which field.
    pub columns: Columns,
    /// The columns are those of the last file of the system.
    pub remembered: bool,
    /// The order of day and month that is in force, where one was said or remembered.
    pub dates: Option<DateOrder>,
    /// Formats of dates that were seen, with an example.
    pub date_formats: BTreeMap<&'static str, String>,
    /// Dates can be read in two ways and nobody has said which.
    pub dates_ambiguous: bool,
    /// Some column has days that can be read in two ways: what was said or remembered decides them.
    pub dates_matter: bool,
    /// Rows in all.
    pub rows: u32,
    /// What it would make.
    pub counts: Counts,
    /// What is wrong, by kind.
    pub problems: Vec<ProblemCount>,
    /// People who may be on file already and whom nobody has decided about.
    pub unclear: Vec<Unclear>,
    /// A relationship of the file in words, so that a person sees in which direction it is read.
    pub example: Option<Example>,
}

domain::named_only!(Preview);

/// What a pack makes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows that can be taken.
    pub ready: u32,
    /// Rows that cannot.
    pub left_out: u32,
    /// People not on file.
    pub new_people: u32,
    /// People on file to whom something is added.
    pub known_people: u32,
    /// Facts.
    pub facts: u32,
    /// Notes.
    pub notes: u32,
    /// Notes without a date.
    pub undated: u32,
}

/// A kind of problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemCount {
    /// Which.
    pub problem: Problem,
    /// Rows that have it.
    pub rows: u32,
    /// The first of them.
    pub first: Vec<u32>,
}

/// Somebody of the file who may be on file.
#[derive(Clone)]
pub struct Unclear {
    /// What a decision names them by: the id that they get.
    pub person: PersonId,
    /// Name as written; the id there where the file has no name.
    pub name: String,
    /// Date of birth.
    pub born: Option<NaiveDate>,
    /// Who may be meant, the likeliest first.
    pub candidates: Vec<MatchRow>,
}

domain::named_only!(Unclear);

/// "`of` is the `relation` of `to`".
#[derive(Clone)]
pub struct Example {
    /// Name, or the id there.
    pub of: String,
    /// Code of the relation.
    pub relation: String,
    /// Name, or the id there.
    pub to: String,
}

domain::named_only!(Example);

/// A file that was opened with all that is said, remembered or suggested about it.
pub(super) struct Opened<'a> {
    pub(super) file: PackFile<'a>,
    pub(super) columns: Columns,
    pub(super) remembered: bool,
    pub(super) dates: Option<DateOrder>,
    pub(super) formats: DateFormats,
}

impl<'a> Opened<'a> {
    pub(super) fn new(session: &Session, read: &ReadPack, bytes: &'a dyn Bytes) -> Result<Self, AppFault> {
        let file = PackFile::open(bytes, read.sheet.as_deref()).map_err(AppFault::Import)?;
        let remembered = match &read.columns {
            Some(_) => None,
            None => session.casebook.read(|reading| {
                Ok::<_, AppFault>(profile::recall(reading, &read.system, read.rows, file.headings())?)
            })?,
        };
        let was = remembered.is_some();
        let (columns, dates) = match (&read.columns, remembered) {
            (Some(said), _) => (said.clone(), read.dates),
            (None, Some((columns, dates))) => (columns, read.dates.or(dates)),
            (None, None) => (exchange::packs::suggest(read.rows, file.headings()), read.dates),
        };
        let formats = DateFormats::find(&file, read.rows, &columns).map_err(AppFault::Import)?;
        Ok(Self { file, columns, remembered: was, dates, formats })
    }

    /// Dates can be read in two ways, and nobody has said which.
    pub(super) fn ambiguous(&self) -> bool {
        self.formats.ambiguous() && self.dates.is_none()
    }

    pub(super) fn taking<'b>(&'b self, session: &'b Session, read: &'b ReadPack) -> Taking<'b> {
        Taking::new(
            read.rows,
            &read.system,
            read.as_at,
            session.catalogue.lists(),
            self.file.headings(),
            &self.columns,
            &self.formats,
            self.dates,
        )
    }
}

/// Reads a file as it would be imported.
///
/// # Errors
/// [`AppFault::Import`], [`AppFault::NotFound`] when the file is not handed in.
pub fn read_pack(session: &Session, read: &ReadPack) -> Result<Preview, AppFault> {
    permit(session, Action::Add, Resource::People)?;
    let bytes = read.file.bytes(session)?;
    let opened = Opened::new(session, read, bytes.as_ref())?;
    let on_file = session.casebook.read(OnFile::new)?;
    let mut tally = Tally::default();
    let mut first: Vec<Vec<String>> = Vec::new();
    let mut taking = opened.taking(session, read);
    let columns = opened.file.headings().len();
    let each = opened.file.each(&mut |row, cells: &Cells<'_>| {
        if first.len() < FIRST {
            first.push((0..columns.max(cells.count())).map(|column| cells.text(column).to_owned()).collect());
        }
        let taken = taking.row(cells);
        tally.take(&on_file, row, &taken, true);
        ControlFlow::Continue(())
    });
    each.map_err(AppFault::Import)?;
    tally.items(&on_file, &taking.finish());
    if opened.file.encoding_guessed() {
        tally.problem(Problem { kind: "windows_1252", taken: true }, 1);
    }
    let unclear = tally.unclear(session)?;
    looked_at(session, &read.file, opened.file.hash());
    Ok(Preview {
        file_name: read.file.name(session)?,
        sheets: opened.file.sheets().to_vec(),
        headings: opened.file.headings().to_vec(),
        first,
        fields: exchange::packs::fields(read.rows),
        remembered: opened.remembered,
        dates_ambiguous: opened.ambiguous(),
        dates_matter: opened.formats.ambiguous(),
        dates: opened.dates,
        rows: opened.file.rows(),
        example: tally.example(&on_file),
        counts: tally.counts(),
        problems: tally.problems(),
        unclear,
        date_formats: opened.formats.seen,
        columns: opened.columns,
    })
}

/// Counts what comes of the rows of a file.
#[derive(Default)]
pub(super) struct Tally {
    counts: Counts,
    problems: BTreeMap<Problem, (u32, Vec<u32>)>,
    /// People whom the file brings.
    new: HashSet<PersonId>,
    /// People on file whom it names.
    known: HashSet<PersonId>,
    /// People who are not on file under the id that they have in the file.
    strangers: HashMap<PersonId, Named>,
    order: Vec<PersonId>,
    relationship: Option<(PersonId, String, PersonId)>,
    unknown: BTreeSet<u32>,
    unknown_rows: u32,
    names: HashMap<PersonId, String>,
}

impl Tally {
    /// Counts a row; `people` says whether whom it names is wanted afterwards.
    pub(super) fn take(&mut self, on_file: &OnFile, row: u32, taken: &Taken, people: bool) {
        for problem in &taken.problems {
            self.problem(*problem, row);
        }
        if !taken.is_ready() {
            self.counts.left_out += 1;
            return;
        }
        self.counts.ready += 1;
        self.items(on_file, &taken.items);
        let mut unknown = false;
        for named in &taken.people {
            if on_file.has(named.person) {
                self.known.insert(named.person);
                continue;
            }
            unknown |= !self.new.contains(&named.person);
            if people && !self.strangers.contains_key(&named.person) {
                self.order.push(named.person);
                self.strangers.insert(named.person, named.clone());
            }
        }
        if unknown {
            self.unknown_rows += 1;
            if self.unknown.len() < NAMED {
                self.unknown.insert(row);
            }
        }
        if self.relationship.is_none()
            && let [of, to] = taken.people.as_slice()
        {
            for named in [of, to].into_iter().filter(|named| !named.name.is_empty()) {
                self.names.insert(named.person, named.name.clone());
            }
            for named in [of, to] {
                self.names.entry(named.person).or_insert_with(|| named.key.clone());
            }
        }
    }

    pub(super) fn items(&mut self, on_file: &OnFile, items: &[PackItem]) {
        for item in items {
            match item {
                PackItem::Person { person, .. } => {
                    if on_file.has(*person) {
                        self.known.insert(*person);
                    } else {
                        self.new.insert(*person);
                    }
                }
                PackItem::Fact { says, .. } => {
                    self.counts.facts += 1;
                    if let domain::Fact::Relationship(says) = says
                        && self.relationship.is_none()
                    {
                        self.relationship = Some((says.of, says.relation.clone(), says.to));
                    }
                }
                PackItem::Note(note) => {
                    self.counts.notes += 1;
                    self.counts.undated += u32::from(note.at.is_none());
                }
            }
        }
    }

    fn problem(&mut self, problem: Problem, row: u32) {
        let (rows, first) = self.problems.entry(problem).or_default();
        *rows += 1;
        if first.len() < NAMED {
            first.push(row);
        }
    }

    pub(super) fn counts(&self) -> Counts {
        let count = |people: &HashSet<PersonId>| u32::try_from(people.len()).unwrap_or(u32::MAX);
        Counts { new_people: count(&self.new), known_people: count(&self.known), ..self.counts }
    }

    fn problems(&self) -> Vec<ProblemCount> {
        let unknown = ProblemCount {
            problem: Problem { kind: "person_unknown", taken: true },
            rows: self.unknown_rows,
            first: self.unknown.iter().copied().collect(),
        };
        let mut problems: Vec<ProblemCount> = self
            .problems
            .iter()
            .map(|(problem, (rows, first))| ProblemCount { problem: *problem, rows: *rows, first: first.clone() })
            .chain([unknown].into_iter().filter(|unknown| unknown.rows > 0))
            .collect();
        // What is not taken comes first, then what is most.
        problems.sort_by_key(|count| (count.problem.taken, std::cmp::Reverse(count.rows), count.problem.kind));
        problems
    }

    /// People of the file who may be on file under another id, in the order of the file. A large file is
    /// compared for long: nobody who reads waits for it.
    fn unclear(&self, session: &Session) -> Result<Vec<Unclear>, AppFault> {
        if self.order.is_empty() {
            return Ok(Vec::new());
        }
        let people = session.casebook.read(|reading| matching::OnFile::read(reading))?;
        let strangers = self.order.iter().filter_map(|person| self.strangers.get(person));
        let found =
            strangers.map(|named| (named, people.matches(&wanted(named)))).filter(|(_, found)| !found.is_empty());
        let found: Vec<(&Named, Vec<matching::Match>)> = found.take(MOST_UNCLEAR).collect();
        session.casebook.read(|reading| {
            let rows = Rows::new(session, reading)?;
            let mut unclear = Vec::with_capacity(found.len());
            for (named, found) in found {
                let row = |found: matching::Match| Ok(MatchRow { row: rows.row(found.person.clone())?, found });
                let candidates = found.into_iter().map(row).collect::<Result<_, AppFault>>()?;
                let name = if named.name.is_empty() { &named.key } else { &named.name };
                unclear.push(Unclear { person: named.person, name: name.clone(), born: named.born, candidates });
            }
            Ok(unclear)
        })
    }

    fn example(&self, on_file: &OnFile) -> Option<Example> {
        let (of, relation, to) = self.relationship.as_ref()?;
        let name = |person: &PersonId| {
            on_file.name(*person).map(str::to_owned).or_else(|| self.names.get(person).cloned()).unwrap_or_default()
        };
        Some(Example { of: name(of), relation: relation.clone(), to: name(to) })
    }
}
