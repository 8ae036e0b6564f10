use crate::line::{Line, Weight};

/// A person reads these: after so many, a count says the same.
const MOST_LINES: usize = 5_000;
/// Longest piece of the file quoted in a line, in characters.
const LONGEST_QUOTE: usize = 200;

/// Every line that this room has about forms; each has its sentence in `imports.ftl`.
pub(crate) const CODES: &[&str] = &[
    "after_section",
    "answer_in_text",
    "appearance",
    "barcode",
    "calculation",
    "cell",
    "choice_filter",
    "choice_picture",
    "choice_twice",
    "choice_untitled",
    "choice_without_list",
    "choice_without_name",
    "closes_another",
    "column",
    "conditions_too_large",
    "confirmation_text",
    "constraint",
    "earlier_jump",
    "email_collected",
    "email_not_told",
    "empty_grid",
    "empty_repeat",
    "event_date",
    "first_section_empty",
    "form_untitled",
    "grading",
    "grid_columns",
    "grid_other",
    "group_flattened",
    "id_missing",
    "id_twice",
    "jump_back",
    "jump_from_ticks",
    "jump_to_start",
    "jump_unknown",
    "linked_sheet",
    "list_elsewhere",
    "list_missing",
    "many_more_lines",
    "map",
    "media",
    "meta",
    "no_choices",
    "no_event_date",
    "no_form_id",
    "not_closed",
    "nothing_in_item",
    "nothing_to_close",
    "odd_characters",
    "one_response",
    "other_jump",
    "outside_links",
    "picture",
    "quiz",
    "range",
    "rank",
    "rating_bounds",
    "readonly",
    "relevance",
    "repeat_count",
    "repeat_flattened",
    "required_expression",
    "required_message",
    "row_disabled",
    "row_untitled",
    "row_without_type",
    "rows_required",
    "scale_bounds",
    "scale_label",
    "section_empty",
    "setting",
    "sheet_left_out",
    "shuffle",
    "translations_cut",
    "unknown_field",
    "unknown_item",
    "unknown_question",
    "unknown_type",
    "unknown_value",
    "untitled",
    "upload_files",
    "upload_folder",
    "upload_size",
    "upload_type",
    "validation",
    "validation_ticks",
    "video",
];

/// What is said about a file while it is read.
#[derive(Default)]
pub(crate) struct Notes {
    /// Each with what it is sorted by: the word of its place, and its turn.
    lines: Vec<((&'static str, u32), Line)>,
    more: usize,
}

/// Where in a file the reader is.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    /// Its turn in the file: 0 is the file as a whole.
    pub order: u32,
    /// What a place of this file is called: `item`, `survey row`.
    pub word: &'static str,
    /// The file's own words there.
    pub about: &'a str,
}

impl<'a> Place<'a> {
    /// The file as a whole.
    pub(crate) const WHOLE: Place<'static> = Place { order: 0, word: "", about: "" };

    /// The same place, about something in it.
    pub(crate) fn about<'b>(self, about: &'b str) -> Place<'b>
    where
        'a: 'b,
    {
        Place { order: self.order, word: self.word, about }
    }
}

impl Notes {
    /// Something that cannot be had here.
    pub(crate) fn left_out(&mut self, at: Place<'_>, code: &'static str, params: &[(&'static str, &str)]) {
        self.add(at, Weight::LeftOut, code, params);
    }

    /// Something taken over, but not as it was.
    pub(crate) fn changed(&mut self, at: Place<'_>, code: &'static str, params: &[(&'static str, &str)]) {
        self.add(at, Weight::Changed, code, params);
    }

    /// Something that the file cannot know.
    pub(crate) fn confirm(&mut self, at: Place<'_>, code: &'static str, params: &[(&'static str, &str)]) {
        self.add(at, Weight::ToConfirm, code, params);
    }

    fn add(&mut self, at: Place<'_>, weight: Weight, code: &'static str, params: &[(&'static str, &str)]) {
        debug_assert!(CODES.contains(&code), "{code} is in no catalogue");
        if self.lines.len() >= MOST_LINES {
            self.more += 1;
            return;
        }
        let place = if at.order == 0 { String::new() } else { format!("{} {}", at.word, at.order) };
        let params = params.iter().map(|(name, value)| (*name, quote(value))).collect();
        let word = if at.order == 0 { "" } else { at.word };
        self.lines.push(((word, at.order), Line { place, about: quote(at.about), code, params, weight }));
    }

    /// All of it in the order of the file.
    pub(crate) fn in_order(mut self) -> Vec<Line> {
        if self.more > 0 {
            let params = vec![("count", self.more.to_string())];
            let line = Line {
                place: String::new(),
                about: String::new(),
                code: "many_more_lines",
                params,
                weight: Weight::LeftOut,
            };
            self.lines.insert(0, (("", 0), line));
        }
        // The file as a whole, then sheet by sheet.
        self.lines.sort_by_key(|(key, _)| *key);
        self.lines.into_iter().map(|(_, line)| line).collect()
    }
}

/// A piece of the file, cut to what a line can show.
fn quote(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `name` of each sentence in the catalogue that begins so.
    fn sentences(file: &str, prefix: &str) -> Vec<String> {
        let folder = std::env::var("CARGO_MANIFEST_DIR").unwrap();
        let path = std::path::Path::new(&folder).join("../../locales/en-GB").join(file);
        let text = std::fs::read_to_string(path).unwrap();
        let names = text.lines().filter_map(|line| line.split_once(" =")?.0.strip_prefix(prefix).map(str::to_owned));
        names.collect()
    }

    #[test]
    fn every_line_has_its_sentence_and_every_sentence_its_line() {
        let there = sentences("imports.ftl", "import-line-");
        for code in CODES {
            assert!(there.iter().any(|name| name == code), "no sentence for {code}");
        }
        for name in &there {
            assert!(CODES.contains(&name.as_str()), "no line {name}");
        }
    }

    #[test]
    fn every_fault_has_its_sentence() {
        let mut there = sentences("imports.ftl", "import-fault-");
        there.extend(sentences("responses.ftl", "import-fault-"));
        let source = include_str!("fault.rs");
        let codes = source.lines().filter_map(|line| line.split_once("=> \"")?.1.strip_suffix("\","));
        let mut count = 0;
        for code in codes {
            assert!(there.iter().any(|name| name == code), "no sentence for {code}");
            count += 1;
        }
        assert!(count >= 13, "{count} codes were found");
    }

    #[test]
    fn lines_come_in_the_order_of_the_file_and_are_bounded() {
        let mut notes = Notes::default();
        notes.changed(Place { order: 2, word: "item", about: "b" }, "shuffle", &[]);
        notes.confirm(Place::WHOLE, "one_response", &[]);
        for _ in 0..MOST_LINES {
            notes.changed(Place { order: 1, word: "item", about: "a" }, "shuffle", &[]);
        }
        let lines = notes.in_order();
        assert_eq!(lines.len(), MOST_LINES + 1);
        assert_eq!((lines[0].code, lines[0].params[0].1.as_str()), ("many_more_lines", "2"));
        assert_eq!(lines[1].place, "");
        assert_eq!(lines.last().unwrap().place, "item 2");
    }
}
