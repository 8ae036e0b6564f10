use crate::{
    notes::Place,
    xlsform::{
        kinds::RowKind,
        question::Says,
        survey::{Survey, is_yes},
        workbook::Row,
    },
};

impl Survey<'_> {
    /// Cells that have no counterpart: each is said.
    pub(super) fn leftovers(&mut self, row: &Row, at: Place<'_>, kind: &RowKind, says: &Says<'_>) {
        let columns = self.columns;
        let honoured = ["field-list", "minimal", "multiline", "signature", "draw", "annotate"];
        let unheard: Vec<&str> =
            says.appearance.iter().map(String::as_str).filter(|word| !honoured.contains(word)).collect();
        if !unheard.is_empty() {
            self.notes.changed(at, "appearance", &[("appearance", &unheard.join(" "))]);
        }
        if columns.cell(row, "readonly").is_some_and(is_yes) && *kind != RowKind::Plain("note") {
            self.notes.changed(at, "readonly", &[]);
        }
        let range = *kind == RowKind::Plain("range");
        let calculated = *kind == RowKind::Plain("calculate");
        let today = columns.cell(row, "default").is_some_and(|default| default.trim() == "today()");
        let date = matches!(kind, RowKind::Plain("date" | "datetime"));
        for (column, honoured) in [
            ("default", today && date),
            ("choice_filter", false),
            ("parameters", range),
            ("calculation", calculated),
            ("trigger", false),
            ("save_to", false),
        ] {
            if let Some(cell) = columns.cell(row, column).filter(|_| !honoured) {
                let code = if column == "choice_filter" { "choice_filter" } else { "cell" };
                self.notes.left_out(at, code, &[("column", column), ("expression", cell)]);
            }
        }
        for media in ["image", "big-image", "audio", "video"] {
            if !columns.spoken(row, media).is_empty() {
                self.notes.left_out(at, "media", &[("column", media)]);
            }
        }
        if !columns.spoken(row, "required_message").is_empty() {
            self.notes.left_out(at, "required_message", &[]);
        }
    }
}
