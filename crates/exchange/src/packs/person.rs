//! A row that is somebody. What of it cannot be right is left out and kept as written in the note; the
//! person is on file.

use std::collections::BTreeMap;

use domain::{
    Fact, PersonField, PersonId,
    facts::{Address, AddressUse, Episode, EpisodeKind, IdScheme, NameUse, OtherName, PhoneOrEmail, ReachBy},
    identifiers::check_digit,
    tidy_name,
};

use super::{
    Cells, Named, PackItem, Taken, Taking,
    dates::When,
    ids, readable,
    taking::{Fresh, Kept},
    words,
};

/// Fields that take a text as it is.
const PLAIN: [(&str, PersonField); 11] = [
    ("known_as", PersonField::KnownAs),
    ("pronouns", PersonField::Pronouns),
    ("languages", PersonField::Languages),
    ("communication", PersonField::Communication),
    ("nationality", PersonField::Nationality),
    ("immigration", PersonField::Immigration),
    ("school", PersonField::School),
    ("gp", PersonField::Gp),
    ("agency", PersonField::Agency),
    ("job", PersonField::Job),
    ("date_of_birth_is", PersonField::DateOfBirthIs),
];

pub(super) fn take(taking: &mut Taking<'_>, cells: &Cells<'_>, taken: &mut Taken) {
    let mut kept = Kept::of(&readable(taking.text(cells, "note")));
    let mut fields = BTreeMap::new();
    let kind = taking.word(cells, "kind", words::kind, &mut kept, taken);
    match tidy_name(&taking.name(cells)) {
        Ok(name) => fields.insert(PersonField::Name, name),
        Err(domain::NameFault::TooLong) => return taken.left_out("too_long"),
        Err(domain::NameFault::Empty) => return taken.left_out("no_name"),
    };
    if let Some(kind) = kind {
        fields.insert(PersonField::Kind, kind.to_owned());
    }
    born(taking, cells, &mut fields, &mut kept, taken);
    if let Some(died) = taking.day(cells, "date_of_death", &mut kept, taken) {
        fields.insert(PersonField::DateOfDeath, died.to_string());
    }
    codes(taking, cells, &mut fields, &mut kept, taken);
    for (column, field) in PLAIN {
        let text = taking.text(cells, column);
        match (field, text) {
            (_, "") => {}
            (PersonField::DateOfBirthIs, text) => {
                if words::yes_or_no(text) == Some(true) && fields.contains_key(&PersonField::DateOfBirth) {
                    fields.insert(field, "estimated".to_owned());
                }
            }
            (_, text) => {
                fields.insert(field, text.to_owned());
            }
        }
    }
    let source = taking.text(cells, "person");
    let name = fields.get(&PersonField::Name).cloned().unwrap_or_default();
    let day = fields.get(&PersonField::DateOfBirth).cloned().unwrap_or_default();
    let person = if source.is_empty() {
        taken.known("no_id");
        if day.is_empty() {
            let parts = ["address", "postcode", "phone"].map(|column| taking.text(cells, column));
            ids::name_alone(taking.system, &name, &taking.as_at.to_string(), &parts)
        } else {
            ids::unnumbered(taking.system, &name, &day)
        }
    } else {
        ids::person_id(taking.system, source)
    };
    // A second row of the same id is not the better one: the first is taken, and this one said.
    if !matches!(taking.fresh(person.0, &[]), Fresh::First) {
        return taken.left_out("twice");
    }
    let facts =
        Facts { taking, person, source: if source.is_empty() { person.to_string() } else { source.to_owned() } };
    let identifiers = facts.identifiers(cells, taken);
    facts.reached(cells, &mut kept, taken);
    facts.legal(cells, &mut kept, taken);
    let note = kept.into_text();
    if !note.is_empty() {
        fields.insert(PersonField::Note, note);
    }
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    taken.people.push(Named {
        person,
        key: source.to_owned(),
        name,
        born: day.parse().ok(),
        postcode: some(taking.text(cells, "postcode")),
        phone: some(taking.text(cells, "phone")),
        sex: fields.get(&PersonField::Sex).cloned(),
        identifiers,
    });
    taken.items.insert(0, PackItem::Person { person, fields });
}

/// Of birth, or due: a day that is still to come is right for nobody but an unborn child.
fn born(
    taking: &Taking<'_>,
    cells: &Cells<'_>,
    fields: &mut BTreeMap<PersonField, String>,
    kept: &mut Kept,
    taken: &mut Taken,
) {
    let unborn = fields.get(&PersonField::Kind).is_some_and(|kind| kind == "unborn_child");
    let due = match (taking.planned(cells, "due_date"), taking.planned(cells, "date_of_birth")) {
        (When::At(due), _) => Some(due.date),
        (_, When::At(born)) if unborn => Some(born.date),
        _ => None,
    };
    if let Some(due) = due.filter(|due| unborn || *due > taking.as_at) {
        fields.insert(PersonField::Kind, "unborn_child".to_owned());
        fields.insert(PersonField::DateOfBirth, due.to_string());
        fields.insert(PersonField::DateOfBirthIs, "due".to_owned());
        return;
    }
    if let Some(born) = taking.day(cells, "date_of_birth", kept, taken) {
        fields.insert(PersonField::DateOfBirth, born.to_string());
    }
}

/// Fields that take a code; a word that is in no list stands in the field for one's own words, or in
/// the note.
fn codes(
    taking: &Taking<'_>,
    cells: &Cells<'_>,
    fields: &mut BTreeMap<PersonField, String>,
    kept: &mut Kept,
    taken: &mut Taken,
) {
    // What old systems head "gender" is most often a sex.
    let gender = taking.text(cells, "gender");
    let sex = taking.word(cells, "sex", words::sex, kept, taken);
    let sex = sex.or_else(|| words::sex(gender).filter(|_| taking.text(cells, "sex").is_empty()));
    if let Some(sex) = sex {
        fields.insert(PersonField::Sex, sex.to_owned());
    }
    if !gender.is_empty() && words::sex(gender).is_none() {
        fields.insert(PersonField::Gender, gender.to_owned());
    }
    if let Some(status) = taking.word(cells, "care_status", words::care_status, kept, taken) {
        fields.insert(PersonField::CareStatus, status.to_owned());
    }
    if let Some(needed) = taking.word(cells, "interpreter_needed", words::yes_or_no, kept, taken) {
        fields.insert(PersonField::InterpreterNeeded, if needed { "yes" } else { "no" }.to_owned());
    }
    let listed = |list: &str, text: &str| {
        words::listed(taking.lists, list, text).or_else(|| words::not_said(text)).map(str::to_owned)
    };
    for (column, field, described) in [
        ("ethnicity", PersonField::Ethnicity, Some(PersonField::EthnicityDescribed)),
        ("religion", PersonField::Religion, None),
        ("disability", PersonField::Disability, Some(PersonField::DisabilityDescribed)),
    ] {
        let text = taking.text(cells, column);
        if text.is_empty() {
            continue;
        }
        let one = listed(column, text);
        let code = one.or_else(|| {
            // Several codes in one cell: all are known, or the cell stays as it is.
            let parts = text.split([',', ';', '|']).map(str::trim).filter(|part| !part.is_empty());
            let codes: Option<Vec<String>> = parts.map(|part| listed(column, part)).collect();
            codes.filter(|_| column == "disability").map(|codes| codes.join(" "))
        });
        match (code, described) {
            (Some(code), _) => {
                fields.insert(field, code);
            }
            (None, Some(described)) => {
                taken.known("not_in_list");
                fields.insert(described, text.to_owned());
            }
            (None, None) => {
                taken.known("not_in_list");
                kept.add(taking.heading(column), text);
            }
        }
    }
}

/// What a person's row says beside the person: facts whose ids come from the person's, so that a later
/// file stands in their place.
struct Facts<'a, 'b> {
    taking: &'a Taking<'b>,
    person: PersonId,
    source: String,
}

impl Facts<'_, '_> {
    /// What cannot be kept as a fact stands in the note: the person is not lost to a long address.
    fn keep(&self, column: &str, says: Fact, cells: &Cells<'_>, kept: &mut Kept, taken: &mut Taken) {
        let fact = ids::fact_id(self.taking.system, column, &[&self.source]);
        match self.taking.refused(&says) {
            None => taken.items.push(PackItem::Fact { fact, about: vec![self.person], says }),
            Some(kind) => {
                taken.known(kind);
                kept.add(self.taking.heading(column), self.taking.text(cells, column));
            }
        }
    }

    fn identifiers(&self, cells: &Cells<'_>, taken: &mut Taken) -> Vec<(IdScheme, String)> {
        let taking = self.taking;
        let own = (words::scheme_of(taking.system), taking.text(cells, "person"));
        let all = [
            own,
            (IdScheme::Nhs, taking.text(cells, "nhs_number")),
            (IdScheme::Upn, taking.text(cells, "upn")),
            (IdScheme::Emergency, taking.text(cells, "emergency_id")),
        ];
        let mut known = Vec::new();
        for (scheme, value) in all.into_iter().filter(|(_, value)| !value.is_empty()) {
            if check_digit(scheme, value) == Some(false) {
                taken.known("check_digit_wrong");
            }
            taken.items.push(taking.identifier(self.person, scheme, value));
            known.push((scheme, value.to_owned()));
        }
        known
    }

    fn reached(&self, cells: &Cells<'_>, kept: &mut Kept, taken: &mut Taken) {
        let text = |field: &str| self.taking.text(cells, field).to_owned();
        let (former, address, postcode) = (text("former_name"), text("address"), text("postcode"));
        let (phone, email) = (text("phone"), text("email"));
        if let Ok(name) = tidy_name(&former) {
            let says = OtherName { name, used: NameUse::Former, from: None, until: None };
            self.keep("former_name", Fact::OtherName(says), cells, kept, taken);
        }
        if !address.is_empty() || !postcode.is_empty() {
            let from = self.taking.day(cells, "address_from", kept, taken);
            let says = Address {
                lines: address,
                postcode: (!postcode.is_empty()).then_some(postcode),
                used: AddressUse::Home,
                from,
                until: None,
                do_not_contact: false,
                hidden: false,
                hidden_from: Vec::new(),
                note: String::new(),
            };
            self.keep("address", Fact::Address(says), cells, kept, taken);
        }
        for (what, by, value) in [("phone", ReachBy::Phone, phone), ("email", ReachBy::Email, email)] {
            if !value.is_empty() {
                let says =
                    PhoneOrEmail { by, value, note: String::new(), do_not_contact: false, from: None, until: None };
                self.keep(what, Fact::PhoneOrEmail(says), cells, kept, taken);
            }
        }
    }

    /// A legal status is an episode, and that has a beginning: without one it stands in the note.
    fn legal(&self, cells: &Cells<'_>, kept: &mut Kept, taken: &mut Taken) {
        let lists = self.taking.lists;
        let read = |text: &str| words::listed(lists, "legal_status", text);
        let code = self.taking.word(cells, "legal_status", read, kept, taken);
        let from = self.taking.day(cells, "legal_status_from", kept, taken);
        let Some(code) = code else { return };
        let Some(from) = from else {
            taken.known("date_missing");
            kept.add(self.taking.heading("legal_status"), self.taking.text(cells, "legal_status"));
            return;
        };
        let says = Episode {
            episode: EpisodeKind::LegalStatus,
            from: domain::EventTime { date: from, time: None },
            until: None,
            own_date: None,
            came_from: None,
            begun_by: None,
            ended_by: None,
            details: BTreeMap::from([("legal_status".to_owned(), code.to_owned())]),
            note: String::new(),
        };
        self.keep("legal_status", Fact::Episode(says), cells, kept, taken);
    }
}
