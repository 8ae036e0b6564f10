/// What a row of the survey sheet is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RowKind {
    BeginGroup,
    EndGroup,
    BeginRepeat,
    EndRepeat,
    /// Choices of a list.
    Select {
        /// Kind of question here.
        kind: &'static str,
        /// Ranking was asked for, which is not done here.
        ranked: bool,
        list: String,
        /// "Other" with a text.
        other: bool,
    },
    /// Choices that stand in a file of their own.
    SelectElsewhere,
    /// One of [`PLAIN`], by its first name.
    Plain(&'static str),
    /// Filled in by the device or by nobody: nothing to ask.
    Meta,
    /// A place on a map.
    Map,
    Unknown,
}

/// Question types without choices, each with its other spellings.
const PLAIN: &[(&str, &[&str])] = &[
    ("text", &["string", "add text prompt", "q string"]),
    ("integer", &["int", "add integer prompt", "q int"]),
    ("decimal", &["q decimal", "add decimal prompt"]),
    ("range", &[]),
    ("date", &["q date", "add date prompt"]),
    ("time", &["q time", "add time prompt"]),
    ("datetime", &["date time", "q datetime", "add date time prompt"]),
    ("note", &["add note prompt", "q note"]),
    ("image", &["photo", "q picture", "q image", "add image prompt", "add photo prompt"]),
    ("file", &["add file prompt"]),
    ("audio", &["q audio", "add audio prompt"]),
    ("video", &["q video", "add video prompt"]),
    ("barcode", &["q barcode", "add barcode prompt"]),
    ("acknowledge", &["trigger", "add acknowledge prompt"]),
    ("calculate", &["q calculate", "add calculate prompt"]),
];

const META: &[&str] = &[
    "start",
    "end",
    "today",
    "deviceid",
    "device id",
    "get device id",
    "start time",
    "end time",
    "get start time",
    "get end time",
    "get today",
    "subscriberid",
    "subscriber id",
    "get subscriber id",
    "simserial",
    "sim id",
    "get sim id",
    "phonenumber",
    "phone number",
    "get phone number",
    "username",
    "email",
    "uri:deviceid",
    "uri:subscriberid",
    "uri:simserial",
    "uri:phonenumber",
    "uri:username",
    "uri:email",
    "hidden",
    "audit",
    "background-audio",
    "start-geopoint",
    "background-geopoint",
    "imei",
    "xml-external",
    "csv-external",
];

const MAPS: &[&str] = &["geopoint", "geotrace", "geoshape", "location", "gps", "q location", "add location prompt"];

const ELSEWHERE: &[&str] =
    &["select_one_from_file", "select_multiple_from_file", "select_one_external", "select one external"];

/// Longest spellings first, so that none hides another.
const SELECTS: &[(&str, &str, bool)] = &[
    ("add select multiple prompt using", "many_choices", false),
    ("add select one prompt using", "one_choice", false),
    ("select all that apply from", "many_choices", false),
    ("select multiple from", "many_choices", false),
    ("select all that apply", "many_choices", false),
    ("select one from", "one_choice", false),
    ("select_multiple", "many_choices", false),
    ("select multiple", "many_choices", false),
    ("select_one", "one_choice", false),
    ("select one", "one_choice", false),
    ("select1", "one_choice", false),
    ("select", "many_choices", false),
    ("rank", "many_choices", true),
];

/// Reads the type cell of a row.
pub(crate) fn kind_of(cell: &str) -> RowKind {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let written = words.join(" ");
    let plain = written.to_lowercase();
    let begin_or_end = plain.replace('_', " ");
    match begin_or_end.as_str() {
        "begin group" => return RowKind::BeginGroup,
        "end group" => return RowKind::EndGroup,
        "begin repeat" | "begin looped group" => return RowKind::BeginRepeat,
        "end repeat" | "end looped group" => return RowKind::EndRepeat,
        _ => {}
    }
    if META.contains(&plain.as_str()) {
        return RowKind::Meta;
    }
    if MAPS.contains(&plain.as_str()) {
        return RowKind::Map;
    }
    if let Some((name, _)) = PLAIN.iter().find(|(name, others)| *name == plain || others.contains(&plain.as_str())) {
        return RowKind::Plain(name);
    }
    if ELSEWHERE
        .iter()
        .any(|name| plain.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    {
        return RowKind::SelectElsewhere;
    }
    for (name, kind, ranked) in SELECTS {
        // The list's name keeps its case, so it is cut from what was written, word by word.
        if plain.strip_prefix(name).is_some_and(|rest| rest.starts_with(' ')) {
            let rest: Vec<&str> = words[name.split(' ').count()..].to_vec();
            let other = rest.iter().position(|word| ["or_other", "or"].contains(&word.to_lowercase().as_str()));
            let list = rest[..other.unwrap_or(rest.len())].join(" ");
            return RowKind::Select { kind, ranked: *ranked, list, other: other.is_some() };
        }
    }
    RowKind::Unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_type_are_one_type() {
        for cell in ["begin group", "begin_group", " Begin  Group "] {
            assert_eq!(kind_of(cell), RowKind::BeginGroup, "{cell}");
        }
        assert_eq!(kind_of("int"), RowKind::Plain("integer"));
        assert_eq!(kind_of("dateTime"), RowKind::Plain("datetime"));
        assert_eq!(kind_of("deviceid"), RowKind::Meta);
        assert_eq!(kind_of("select_one_from_file towns.csv"), RowKind::SelectElsewhere);
        assert_eq!(kind_of("hologram"), RowKind::Unknown);
        assert_eq!(kind_of("select_one"), RowKind::Unknown);
    }

    #[test]
    fn a_list_keeps_its_case_and_or_other_is_no_part_of_it() {
        let wanted = |kind, ranked, list: &str, other| RowKind::Select { kind, ranked, list: list.to_owned(), other };
        assert_eq!(kind_of("select_one YesNo"), wanted("one_choice", false, "YesNo", false));
        assert_eq!(kind_of("select one from YesNo or_other"), wanted("one_choice", false, "YesNo", true));
        assert_eq!(
            kind_of("select all that apply from risks or specify other"),
            wanted("many_choices", false, "risks", true)
        );
        assert_eq!(kind_of("rank worries"), wanted("many_choices", true, "worries", false));
    }
}
