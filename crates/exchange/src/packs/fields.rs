//! What a row of each kind can fill, and by which headings its columns are known.

use super::{Columns, RowsAre, words::plain};

/// A field that a column can fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name in requests and profiles.
    pub name: &'static str,
    /// Without it no row can be taken.
    pub needed: bool,
    /// It holds a date.
    pub date: bool,
    /// Headings by which it is known, plain words in lower case.
    headings: &'static [&'static str],
}

const fn text(name: &'static str, headings: &'static [&'static str]) -> Field {
    Field { name, needed: false, date: false, headings }
}

const fn needed(name: &'static str, headings: &'static [&'static str]) -> Field {
    Field { name, needed: true, date: false, headings }
}

const fn date(name: &'static str, headings: &'static [&'static str]) -> Field {
    Field { name, needed: false, date: true, headings }
}

const WHO: &[&str] = &[
    "person id",
    "mosaic id",
    "child id",
    "subject id",
    "service user id",
    "client id",
    "person",
    "subject compound id",
    "person number",
    "case number",
    "legacy id",
    "social care id",
    "id of child",
];
const NAME: Field = text("name", &["name", "full name", "child name", "person name", "client name", "child s name"]);
const FIRST: Field =
    text("first_name", &["first name", "forename", "first names", "forenames", "given name", "given names"]);
const LAST: Field = text("last_name", &["last name", "surname", "family name"]);
const BORN: Field = date("date_of_birth", &["date of birth", "dob", "born", "birth date", "d o b"]);
const UNTIL: Field = date("until", &["end date", "until", "to date", "date to", "ended", "date ended", "end"]);
const DELETED: Field = text("deleted", &["marked for deletion", "deleted", "is deleted"]);

const PERSON: &[Field] = &[
    text(
        "person",
        &[
            "id",
            "person id",
            "mosaic id",
            "child id",
            "subject id",
            "service user id",
            "client id",
            "person number",
            "legacy id",
            "social care id",
        ],
    ),
    NAME,
    FIRST,
    LAST,
    text("known_as", &["known as", "preferred name", "likes to be called", "preferred first name"]),
    text(
        "former_name",
        &["former name", "previous name", "other name", "alias", "aka", "maiden name", "former surname"],
    ),
    BORN,
    text("date_of_birth_is", &["date of birth estimated", "dob estimated", "estimated dob"]),
    date("due_date", &["due date", "expected date of birth", "edd", "expected delivery date", "expected dob"]),
    date("date_of_death", &["date of death", "died", "deceased date"]),
    text("kind", &["person type", "kind", "context flag", "type", "record type", "person kind"]),
    text("sex", &["sex", "gender at birth", "sex at birth"]),
    text("gender", &["gender", "gender identity"]),
    text("pronouns", &["pronouns"]),
    text("ethnicity", &["ethnicity", "ethnic origin", "ethnicity code", "ethnic code", "ethnic group"]),
    text("languages", &["language", "languages", "first language", "main language"]),
    text("interpreter_needed", &["interpreter", "interpreter needed", "interpreter required"]),
    text("communication", &["communication", "communication needs", "preferred method of communication"]),
    text("disability", &["disability", "disabilities", "disability code", "disabled"]),
    text("religion", &["religion", "faith", "religion or belief"]),
    text("nationality", &["nationality"]),
    text("immigration", &["immigration status", "immigration"]),
    text("school", &["school", "nursery", "school name", "education establishment"]),
    text("gp", &["gp", "gp practice", "general practitioner", "gp surgery", "gp name"]),
    text("agency", &["agency", "organisation", "employer"]),
    text("job", &["job", "job title", "profession", "occupation"]),
    text("care_status", &["status", "care status", "case status", "plan", "current plan", "plan type"]),
    text("legal_status", &["legal status", "legal status code"]),
    date(
        "legal_status_from",
        &["legal status start", "legal status from", "legal status date", "legal status start date"],
    ),
    text("address", &["address", "full address", "current address", "home address"]),
    date("address_from", &["address start date", "address from", "address since"]),
    text("postcode", &["postcode", "post code"]),
    text("phone", &["phone", "telephone", "phone number", "telephone number", "mobile", "contact number", "tel"]),
    text("email", &["email", "e mail", "email address", "e mail address"]),
    text("nhs_number", &["nhs number", "nhs no", "nhs", "nhs id"]),
    text("upn", &["upn", "unique pupil number"]),
    text("emergency_id", &["emergency id", "nc id", "tmp id", "temporary id"]),
    text("note", &["note", "notes", "comments", "comment"]),
    DELETED,
];

const IDENTIFIER: &[Field] = &[
    needed("person", WHO),
    NAME,
    FIRST,
    LAST,
    BORN,
    text("scheme", &["scheme", "id type", "type", "reference type", "identifier type", "number type"]),
    needed(
        "value",
        &["value", "identifier", "number", "reference", "reference number", "id", "nc id", "identifier value"],
    ),
    date("from", &["start date", "from", "from date", "date from", "since"]),
    UNTIL,
    DELETED,
];

const WARNING: &[Field] = &[
    needed("person", WHO),
    NAME,
    FIRST,
    LAST,
    BORN,
    text("id", &["id", "warning id", "alert id", "hazard id", "warning note id", "unique id"]),
    text("warning", &["warning", "warning type", "alert", "alert type", "hazard", "hazard type", "type", "kind"]),
    text("text", &["text", "description", "details", "notes", "note", "narrative", "comments", "warning narrative"]),
    date("from", &["start date", "from", "from date", "date from", "since", "date added", "created", "created at"]),
    date("review_by", &["review date", "review by", "next review", "next review date", "to be reviewed"]),
    UNTIL,
    text("told", &["disclosed", "told", "disclosed with individual", "individual informed", "person informed"]),
    text("agreed_with", &["manager", "manager name", "agreed with", "discussed with", "authorised by"]),
    DELETED,
];

const ALLOCATION: &[Field] = &[
    needed("person", WHO),
    NAME,
    FIRST,
    LAST,
    BORN,
    text("id", &["id", "allocation id", "involvement id", "unique id"]),
    text("worker", &["worker", "worker name", "allocated worker", "social worker", "allocated to"]),
    text("worker_email", &["worker email", "worker e mail", "email", "worker email address"]),
    text("team", &["team", "team name", "allocated team", "unit", "responsible team"]),
    text("role", &["role", "worker type", "allocation role", "involvement type", "relationship type", "worker role"]),
    date("from", &["start date", "from", "from date", "date from", "since", "allocation start date", "allocated on"]),
    UNTIL,
    text("reason", &["reason", "allocation reason", "case status"]),
    text("priority", &["priority", "rag rating", "rag"]),
    DELETED,
];

const RELATIONSHIP: &[Field] = &[
    needed(
        "person",
        &[
            "person id",
            "mosaic id",
            "person",
            "subject id",
            "from person id",
            "person 1",
            "person id 1",
            "person a",
            "related from",
        ],
    ),
    text("name", &["name", "person name", "name 1", "person 1 name"]),
    needed(
        "to",
        &[
            "other person id",
            "related person id",
            "to person id",
            "person 2",
            "person id 2",
            "person b",
            "to",
            "related to",
            "of person",
        ],
    ),
    text("to_name", &["other name", "related person name", "name 2", "person 2 name"]),
    needed("relation", &["relationship", "relationship type", "relation", "is", "type"]),
    date("from", &["start date", "from", "from date", "date from", "since"]),
    UNTIL,
    text("parental_responsibility", &["parental responsibility", "has pr", "pr"]),
    text("main_carer", &["main carer", "is main carer", "primary carer"]),
    text("lives_with", &["lives with", "same household", "in household", "same address"]),
    text("note", &["note", "notes", "details", "comments"]),
    DELETED,
];

const NOTE: &[Field] = &[
    needed("person", WHO),
    NAME,
    FIRST,
    LAST,
    BORN,
    text("id", &["id", "note id", "case note id", "unique id", "casenote id", "record id"]),
    date(
        "date",
        &[
            "date of event",
            "event date",
            "note date",
            "date",
            "effective date",
            "occurred",
            "date of note",
            "case note date",
            "date of visit",
            "timestamp",
            "created on",
        ],
    ),
    text("sort", &["note type", "type", "case note type", "kind", "form name", "category", "form name overall"]),
    text("title", &["title", "note title", "heading", "subject", "case note title"]),
    text("author", &["author", "worker", "created by", "worker name", "worker email", "recorded by", "officer"]),
    needed(
        "text",
        &[
            "text",
            "note",
            "notes",
            "case note",
            "content",
            "narrative",
            "body",
            "case note text",
            "note text",
            "form url",
        ],
    ),
    DELETED,
];

/// What a row of a kind can fill, in the order to ask.
#[must_use]
pub fn fields(rows: RowsAre) -> &'static [Field] {
    match rows {
        RowsAre::Person => PERSON,
        RowsAre::Identifier => IDENTIFIER,
        RowsAre::Warning => WARNING,
        RowsAre::Allocation => ALLOCATION,
        RowsAre::Relationship => RELATIONSHIP,
        RowsAre::Note => NOTE,
    }
}

/// Which column fills which field, as far as the headings tell: each column once, each field once, the
/// likeliest heading of a field first.
#[must_use]
pub fn suggest(rows: RowsAre, headings: &[String]) -> Columns {
    let headings: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
    let mut columns = Columns::new();
    let mut taken = vec![false; headings.len()];
    let mut take = |columns: &mut Columns, field: &Field, wanted: &str| {
        let found = headings.iter().zip(&taken).position(|(heading, taken)| !taken && heading == wanted);
        if let Some(found) = found
            && let (Some(taken), Ok(column)) = (taken.get_mut(found), u32::try_from(found))
        {
            *taken = true;
            columns.insert(field.name.to_owned(), column);
        }
    };
    // Our own names come before anybody else's words.
    for field in fields(rows) {
        take(&mut columns, field, &plain(field.name));
    }
    let most = fields(rows).iter().map(|field| field.headings.len()).max().unwrap_or(0);
    for nth in 0..most {
        for field in fields(rows) {
            if let Some(heading) = field.headings.get(nth)
                && !columns.contains_key(field.name)
            {
                take(&mut columns, field, heading);
            }
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::{RowsAre, suggest};

    fn said(rows: RowsAre, headings: &str) -> Vec<(String, u32)> {
        let headings: Vec<String> = headings.split(',').map(str::to_owned).collect();
        suggest(rows, &headings).into_iter().collect()
    }

    #[test]
    fn the_envelope_of_thirteen_fields_is_known() {
        let envelope = "timestamp,worker_email,context_flag,unique_id,form_name,form_name_overall,mosaic_id,first_name,\
                        last_name,date_of_birth,form_url,date_of_event,marked_for_deletion";
        let expected = [
            ("author", 1),
            ("date", 11),
            ("date_of_birth", 9),
            ("deleted", 12),
            ("first_name", 7),
            ("id", 3),
            ("last_name", 8),
            ("person", 6),
            ("sort", 4),
            ("text", 10),
        ];
        assert_eq!(said(RowsAre::Note, envelope), expected.map(|(name, column)| (name.to_owned(), column)));
    }

    #[test]
    fn headings_of_a_case_system_and_plain_english_are_known() {
        let mosaic = said(RowsAre::Person, "Mosaic ID,Forename,Surname,DOB,Gender,Ethnicity Code,NHS No.,Case Status");
        let names: Vec<&str> = mosaic.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["care_status", "date_of_birth", "ethnicity", "first_name", "gender", "last_name", "nhs_number", "person"]
        );
        assert_eq!(said(RowsAre::Relationship, "Person ID,Relationship,Related Person ID").len(), 3);
    }
}
