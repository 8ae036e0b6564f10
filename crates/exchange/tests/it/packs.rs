//! Files of a lost system, read row by row.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
};

use domain::{
    Fact, PersonField, PersonId,
    facts::{IdScheme, WarningKind},
};
use exchange::{
    DateOrder, ImportFault,
    packs::{Bytes, DateFormats, PackFile, PackItem, RowsAre, Taken, Taking, person_id, suggest},
};
use forms::Lists;
use rstest::rstest;

use crate::{
    xlsform::workbook,
    xlsform_harm::{packed, unpacked},
};

fn lists() -> Lists {
    let mut lists = Lists::default();
    for name in ["ethnicity", "religion", "disability", "legal_status"] {
        let path = format!("{}/../../forms/lists/{name}.json", env!("CARGO_MANIFEST_DIR"));
        lists.add(&format!("{name}.json"), &std::fs::read(path).unwrap()).unwrap();
    }
    lists
}

/// What comes of the rows of a file by the suggested columns; the last is what comes at the end.
struct Read {
    rows: Vec<(u32, Taken)>,
    last: Vec<PackItem>,
    ambiguous: bool,
}

fn read_in(rows: RowsAre, bytes: &[u8], said: Option<DateOrder>) -> Read {
    read_as_at(rows, bytes, said, "2020-10-12")
}

fn read_as_at(rows: RowsAre, bytes: &[u8], said: Option<DateOrder>, as_at: &str) -> Read {
    let bytes = bytes.to_vec();
    let file = PackFile::open(&bytes, None).unwrap();
    let columns = suggest(rows, file.headings());
    let formats = DateFormats::find(&file, rows, &columns).unwrap();
    let lists = lists();
    let as_at = as_at.parse().unwrap();
    let mut taking = Taking::new(rows, "Mosaic", as_at, &lists, file.headings(), &columns, &formats, said);
    let mut read = Vec::new();
    file.each(&mut |row, cells| {
        read.push((row, taking.row(cells)));
        ControlFlow::Continue(())
    })
    .unwrap();
    Read { rows: read, last: taking.finish(), ambiguous: formats.ambiguous() }
}

fn read(rows: RowsAre, text: &str) -> Read {
    read_in(rows, text.as_bytes(), Some(DateOrder::DayFirst))
}

fn problems(taken: &Taken) -> Vec<(&'static str, bool)> {
    taken.problems.iter().map(|problem| (problem.kind, problem.taken)).collect()
}

fn fields(taken: &Taken) -> BTreeMap<&'static str, String> {
    let person = taken.items.iter().find_map(|item| match item {
        PackItem::Person { fields, .. } => Some(fields),
        _ => None,
    });
    person.unwrap().iter().map(|(field, value)| (field.as_str(), value.clone())).collect()
}

fn facts(taken: &Taken) -> Vec<&Fact> {
    fn fact(item: &PackItem) -> Option<&Fact> {
        if let PackItem::Fact { says, .. } = item { Some(says) } else { None }
    }
    taken.items.iter().filter_map(fact).collect()
}

#[test]
fn a_person_is_read_with_codes_numbers_and_what_has_no_place() {
    let read = read(
        RowsAre::Person,
        "Mosaic ID,Forename,Surname,DOB,Gender,Ethnicity,NHS Number,Postcode,Address,Religion,Status,Legal status,\
         Legal status from,Phone\n\
         04411,Zoë, Example ,17/05/2016,F,White: British,943 476 5919,E8 1EA,1 Test Row,Jedi,CIN,C2,01/02/2019,020 7946 0123\n",
    );
    let taken = &read.rows[0].1;
    assert_eq!(problems(taken), [("not_in_list", true)], "a religion that is in no list stands in the note");
    let expected = [
        ("care_status", "child_in_need"),
        ("date_of_birth", "2016-05-17"),
        ("ethnicity", "wbri"),
        ("name", "Zoë Example"),
        ("note", "Religion: Jedi"),
        ("sex", "female"),
    ];
    assert_eq!(fields(taken), BTreeMap::from(expected.map(|(name, value)| (name, value.to_owned()))));
    let kinds: Vec<&str> = facts(taken).iter().map(|fact| fact.kind().as_str()).collect();
    assert_eq!(kinds, ["identifier", "identifier", "address", "phone_or_email", "episode"]);
    let Fact::Identifier(own) = facts(taken)[0] else { panic!("the id of the lost system comes first") };
    assert_eq!((own.scheme, own.value.as_str()), (IdScheme::Mosaic, "04411"), "leading zeros are kept");
    assert_eq!(taken.people[0].person, person_id("mosaic", "04411"));
}

#[rstest]
#[case("1,Zoë Example,31/12/1899,", &[("date_cannot_be", true)])]
#[case("1,Zoë Example,01/01/00,", &[("date_cannot_be", true)])]
#[case("1,Zoë Example,13/10/2020,", &[("date_cannot_be", true)])]
#[case("1,Zoë Example,31/02/2019,", &[("date_not_read", true)])]
#[case("1,Zoë Example,17/05/2016,9434765918", &[("check_digit_wrong", true)])]
#[case(",Zoë Example,17/05/2016,", &[("no_id", true)])]
#[case("1,,17/05/2016,", &[("no_name", false)])]
fn what_is_wrong_with_a_person_is_said_and_the_person_is_kept(
    #[case] row: &str,
    #[case] expected: &[(&'static str, bool)],
) {
    let read = read(RowsAre::Person, &format!("ID,Name,DOB,NHS number\n{row}\n"));
    let taken = &read.rows[0].1;
    assert_eq!(problems(taken), expected);
    assert_eq!(taken.is_ready(), expected[0].1);
    if expected[0].0.starts_with("date") {
        let fields = fields(taken);
        assert_eq!(fields.get(PersonField::DateOfBirth.as_str()), None, "a date that cannot be right is left out");
        assert!(fields["note"].starts_with("DOB: "), "and kept as it is written");
    }
}

#[test]
fn the_same_child_twice_is_taken_once_and_ids_tell_people_apart() {
    let read = read(RowsAre::Person, "ID,Name\n7,Sam Doe\n007,Sam Doe\n7,Sam Doe\n");
    let ready: Vec<bool> = read.rows.iter().map(|(_, taken)| taken.is_ready()).collect();
    assert_eq!(ready, [true, true, false]);
    assert_eq!(problems(&read.rows[2].1), [("twice", false)]);
}

#[test]
fn two_children_of_one_name_without_an_id_or_a_birthday_are_two() {
    let ids = |rows: &str, as_at: &str| -> Vec<PersonId> {
        let text = format!("ID,Name,DOB,Address,Phone\n{rows}");
        let read = read_as_at(RowsAre::Person, text.as_bytes(), Some(DateOrder::DayFirst), as_at);
        assert!(read.rows.iter().all(|(_, taken)| taken.is_ready()), "nobody is left out");
        read.rows.iter().map(|(_, taken)| taken.people[0].person).collect()
    };
    let two = ",Baby Smith,,1 Test Row,\n,Baby Smith,,2 Test Row,\n,Baby Smith,,,020 7946 0123\n";
    let first = ids(two, "2020-10-12");
    assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), 3, "address and phone tell them apart");
    assert_eq!(ids(two, "2020-10-12"), first, "the same file on another laptop makes the same people");
    assert!(ids(two, "2020-10-13").iter().all(|id| !first.contains(id)), "another file's may be somebody else");
    let born = ",Zoë Example,17/05/2016,1 Test Row,\n";
    assert_eq!(ids(born, "2020-10-12"), ids(born, "2020-10-13"), "a birthday tells who is meant");
}

#[test]
fn a_row_that_comes_a_third_time_is_twice_whatever_stood_between() {
    let text = "Mosaic ID,Note ID,Date,Text\n1,9,,Seen\n1,9,,Phoned\n1,9,,Seen\n1,9,,Phoned\n";
    let read = read(RowsAre::Note, text);
    let ready: Vec<bool> = read.rows.iter().map(|(_, taken)| taken.is_ready()).collect();
    assert_eq!(ready, [true, true, false, false]);
    assert!(problems(&read.rows[1].1).contains(&("id_twice", true)));
    for row in [2, 3] {
        assert!(problems(&read.rows[row].1).contains(&("twice", false)));
    }
}

#[test]
fn an_unborn_child_has_a_due_date() {
    let read = read(RowsAre::Person, "ID,Name,Person type,DOB\n1,Baby Example,Unborn,20/03/2021\n");
    let fields = fields(&read.rows[0].1);
    assert_eq!(fields["date_of_birth_is"], "due");
    assert_eq!(fields["date_of_birth"], "2021-03-20");
}

#[test]
fn a_note_is_kept_whatever_its_date_says() {
    let text = "Mosaic ID,Note ID,Date,Note type,Worker,Text\n\
                1,a,21/04/2019 9:05:00,Home visit,B. Test,<p>Seen at home.</p><p>Calm.</p>\n\
                1,b,31/12/1899,Home visit,B. Test,Old\n\
                1,c,01/01/00,Home visit,B. Test,Older\n\
                1,d,soon,Home visit,B. Test,Sometime\n\
                1,e,,Home visit,B. Test,No day\n\
                1,a,21/04/2019 9:05:00,Home visit,B. Test,<p>Seen at home.</p><p>Calm.</p>\n\
                1,a,22/04/2019 9:05:00,Home visit,B. Test,Another text\n\
                2,a,21/04/2019 9:05:00,Home visit,B. Test,<p>Seen at home.</p><p>Calm.</p>\n\
                1,f,21/04/2019,Home visit,B. Test,\n";
    let read = read(RowsAre::Note, text);
    let said: Vec<Vec<(&str, bool)>> = read.rows.iter().map(|(_, taken)| problems(taken)).collect();
    let expected: [&[(&str, bool)]; 9] = [
        &[],
        &[("date_cannot_be", true)],
        &[("date_cannot_be", true)],
        &[("date_not_read", true)],
        &[("date_missing", true)],
        &[("twice", false)],
        &[("id_twice", true)],
        &[],
        &[("no_text", false)],
    ];
    assert_eq!(said, expected);
    let notes: Vec<_> = read
        .rows
        .iter()
        .flat_map(|(_, taken)| &taken.items)
        .map(|item| if let PackItem::Note(note) = item { note } else { panic!("a pack of history holds notes alone") })
        .collect();
    assert_eq!(notes[0].text, "Seen at home.\n\nCalm.");
    assert_eq!(notes[0].at.as_ref().unwrap().to_string(), "2019-04-21T09:05");
    assert_eq!((notes[1].at.as_ref(), notes[1].written_date.as_str()), (None, "31/12/1899"));
    let ids: std::collections::BTreeSet<_> = notes.iter().map(|note| note.id).collect();
    assert_eq!(ids.len(), notes.len(), "one id on two children makes two notes: nothing is lost");
}

#[test]
fn dates_that_can_be_two_days_are_not_read_before_somebody_says_which() {
    let text = "Mosaic ID,Date,Text\n1,03/04/2019,One\n1,05/06/2019,Two\n";
    let asked = read_in(RowsAre::Note, text.as_bytes(), None);
    assert!(asked.ambiguous);
    assert_eq!(problems(&asked.rows[0].1), [("date_not_read", true)]);
    let said = read_in(RowsAre::Note, text.as_bytes(), Some(DateOrder::MonthFirst));
    let PackItem::Note(note) = &said.rows[0].1.items[0] else { panic!("a note") };
    assert_eq!(note.at.as_ref().unwrap().to_string(), "2019-03-04");
}

#[test]
fn a_warning_is_never_lost_to_a_bad_date_or_an_unknown_word() {
    let text = "Mosaic ID,Type,Description,Start date,Review date,End date\n\
                1,Dangerous dog,Ask for it to be shut away,01/02/2020,01/02/2021,\n\
                1,Cursed,Do not go alone,sometime,01/02/2031,\n\
                1,MARAC,High risk,01/02/2020,,01/01/2020\n\
                ,MARAC,High risk,01/02/2020,,\n";
    let read = read(RowsAre::Warning, text);
    let warning = |row: usize| match facts(&read.rows[row].1)[..] {
        [Fact::Warning(warning)] => warning.clone(),
        _ => panic!("one warning"),
    };
    assert_eq!(warning(0).warning, WarningKind::RiskToWorker);
    assert_eq!(problems(&read.rows[0].1), []);
    let odd = warning(1);
    assert_eq!((odd.warning, odd.from.to_string()), (WarningKind::Other, "2020-10-12".to_owned()));
    assert_eq!(odd.text, "Do not go alone\nType: Cursed\nStart date: sometime\nReview date: 01/02/2031");
    assert_eq!(warning(2).until, None, "it goes on until somebody has looked");
    assert_eq!(problems(&read.rows[2].1), [("ends_before_begins", true)]);
    assert_eq!(problems(&read.rows[3].1), [("no_person", false)]);
}

#[test]
fn a_relationship_that_is_written_from_both_sides_is_one() {
    let text = "Person ID,Name,Relationship,Related person ID,Related person name,Main carer\n\
                1,Zoë,Daughter,2,Amira,\n\
                2,Amira,Mother,1,Zoë,Yes\n\
                1,Zoë,Sister,3,Sam,\n\
                3,Sam,Brother,1,Zoë,\n\
                4,Nan,Godmother,1,Zoë,\n\
                1,Zoë,Sister,1,Zoë,\n";
    let read = read(RowsAre::Relationship, text);
    let said: Vec<Vec<(&str, bool)>> = read.rows.iter().map(|(_, taken)| problems(taken)).collect();
    let expected: [&[(&str, bool)]; 6] =
        [&[], &[("both_ways", true)], &[], &[("both_ways", true)], &[("not_in_list", true)], &[("to_oneself", false)]];
    assert_eq!(said, expected);
    let mut relations: Vec<(bool, String, String)> = read
        .last
        .iter()
        .map(|item| match item {
            PackItem::Fact { says: Fact::Relationship(says), .. } => {
                (says.of == person_id("Mosaic", "2"), says.relation.clone(), says.note.clone())
            }
            _ => panic!("a relationship"),
        })
        .collect();
    relations.sort();
    let expected = [
        (false, "associate".to_owned(), "Relationship: Godmother".to_owned()),
        (false, "sibling".to_owned(), String::new()),
        (true, "mother".to_owned(), String::new()),
    ];
    assert_eq!(relations, expected, "the word that says more is kept");
}

#[test]
fn an_allocation_keeps_what_is_in_no_list() {
    let text = "Mosaic ID,Worker,Worker email,Team,Role,Start date,Reason\n\
                1,B. Test,b@example.org,Team One,Allocated worker,01/02/2020,\n\
                1,,,Team One,Wizard,01/02/2020,New\n\
                1,,,,,01/02/2020,\n";
    let read = read(RowsAre::Allocation, text);
    let Fact::Allocation(odd) = facts(&read.rows[1].1)[0] else { panic!("an allocation") };
    assert_eq!((odd.reason.as_str(), odd.worker.is_none()), ("New\nRole: Wizard", true));
    assert_eq!(problems(&read.rows[2].1), [("no_worker", false)]);
}

#[test]
fn the_same_rows_make_the_same_ids_from_csv_and_workbook() {
    let rows: &[&[&str]] = &[&["ID", "Name"], &["4411", "Zoë Example"]];
    let book = workbook(&[("Empty", &[]), ("People", rows)]);
    let from_book = read_in(RowsAre::Person, &book, None);
    let from_csv = read(RowsAre::Person, "ID,Name\n4411,Zoë Example\n");
    assert_eq!(from_book.rows[0].0, 2, "rows count with the heading");
    assert_eq!(from_book.rows[0].1.people[0].person, from_csv.rows[0].1.people[0].person);
    let sheets = PackFile::open(&book, Some("People")).unwrap().sheets().to_vec();
    assert_eq!(sheets, ["Empty", "People"]);
    assert!(matches!(PackFile::open(&book, Some("Nobody")).err(), Some(ImportFault::Empty)));
}

#[test]
fn a_hostile_workbook_is_refused_and_nothing_of_it_is_built() {
    let book = workbook(&[("People", &[&["ID", "Name"], &["1", "Zoë"]])]);
    let mut parts = unpacked(&book);
    parts.push(("xl/media/bomb.xml".to_owned(), vec![b'a'; 40 << 20]));
    let named: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let fault = PackFile::open(&packed(&named), None).err();
    assert_eq!(fault, Some(ImportFault::Unpacked { bound: "ratio", limit: 200 }));
    let mut parts = unpacked(&book);
    parts.push(("xl/vbaProject.bin".to_owned(), b"x".to_vec()));
    let named: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    assert_eq!(PackFile::open(&packed(&named), None).err(), Some(ImportFault::Macros));
    assert_eq!(PackFile::open(&b"PK\x03\x04 and no more".to_vec(), None).err(), Some(ImportFault::NotAWorkbook));
}

#[rstest]
#[case("ZZZZZZZZZ1")]
#[case("A99999999999")]
#[case("A1:")]
fn a_cell_in_a_place_that_no_sheet_has_makes_the_file_no_workbook(#[case] place: &str) {
    let whole = workbook(&[("One", &[&["ID", "Name"], &["1", "Zoe"]])]);
    let mut parts = unpacked(&whole);
    let sheet = parts.iter_mut().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap();
    let text = String::from_utf8(std::mem::take(&mut sheet.1)).unwrap();
    assert!(text.contains("r=\"B2\""));
    sheet.1 = text.replace("r=\"B2\"", &format!("r=\"{place}\"")).into_bytes();
    let bytes = packed(&parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>());
    let refused = PackFile::open(&bytes, None).map(|_| ()).unwrap_err();
    assert!(
        matches!(
            refused,
            ImportFault::NotAWorkbook | ImportFault::TooManyColumns { .. } | ImportFault::TooManyRows { .. }
        ),
        "{refused:?}"
    );
}

#[rstest]
#[case(b"", ImportFault::Empty)]
#[case(b"\n\n\n", ImportFault::Empty)]
#[case(b"ID,Name\n1,Z\0e\n", ImportFault::NulByte { row: 2, column: 2 })]
fn a_file_that_is_no_table_is_refused_with_its_place(#[case] bytes: &[u8], #[case] fault: ImportFault) {
    assert_eq!(PackFile::open(&bytes.to_vec(), None).err(), Some(fault));
}

#[test]
fn letters_of_an_old_encoding_are_read_and_said_to_be_a_guess() {
    let bytes = b"ID,Name\n1,Zo\xEB\n".to_vec();
    assert!(PackFile::open(&bytes, None).unwrap().encoding_guessed());
    let fields = fields(&read_in(RowsAre::Person, &bytes, None).rows[0].1);
    assert_eq!(fields["name"], "Zoë");
    let utf16 = b"\xFF\xFEI\0D\0,\0N\0a\0m\0e\0\n\0\x31\0,\0Z\0\n\0".to_vec();
    assert_eq!(read_in(RowsAre::Person, &utf16, None).rows.len(), 1);
}

/// A file that is another one when it is read again.
struct Changing(std::sync::atomic::AtomicU32);

impl Bytes for Changing {
    fn open(&self) -> std::io::Result<Box<dyn std::io::Read + '_>> {
        let times = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let text: &[u8] = if times < 4 { b"ID,Name\n1,Zoe\n" } else { b"ID,Name\n1,Joe\n" };
        Ok(Box::new(text))
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_refused() {
    let changing = Changing(std::sync::atomic::AtomicU32::new(0));
    let file = PackFile::open(&changing, None).unwrap();
    assert_eq!(file.each(&mut |_, _| ControlFlow::Continue(())), Err(ImportFault::Changed));
}

#[test]
fn a_person_file_with_five_rows_in_a_hundred_wrong_loses_nobody_who_has_a_name_and_counts_every_fault() {
    let rows: u32 = std::env::var("HOLDFAST_PACK_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(20_000);
    let rows = rows.next_multiple_of(100);
    let mut text = "Mosaic ID,Name,DOB,NHS number\n".to_owned();
    for row in 0..rows {
        let (name, born, nhs) = match row % 100 {
            0 => ("", "17/05/2016", "9434765919"),
            1 => ("Sam Doe", "31/12/1899", "9434765919"),
            2 => ("Sam Doe", "01/01/00", "9434765918"),
            3 => ("Sam Doe", "soon", "9434765919"),
            4 => ("Sam Doe", "17/05/2066", "9434765919"),
            _ => ("Sam Doe", "17/05/2016", "9434765919"),
        };
        // The last row of each hundred is the one before it again.
        let id = if row % 100 == 99 { row - 1 } else { row };
        text.push_str(&format!("{id},{name},{born},{nhs}\n"));
    }
    let began = std::time::Instant::now();
    let read = read(RowsAre::Person, &text);
    println!("{rows} rows of people read in {:?}", began.elapsed());
    let mut counts: BTreeMap<(&str, bool), u32> = BTreeMap::new();
    for (_, taken) in &read.rows {
        for problem in problems(taken) {
            *counts.entry(problem).or_default() += 1;
        }
    }
    let part = rows / 100;
    let expected = [
        (("check_digit_wrong", true), part),
        (("date_cannot_be", true), 3 * part),
        (("date_not_read", true), part),
        (("no_name", false), part),
        (("twice", false), part),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
    let ready = read.rows.iter().filter(|(_, taken)| taken.is_ready()).count();
    assert_eq!(ready, (rows - 2 * part) as usize);
}
