//! XLSForm: the `.xlsx` workbook that ODK, KoboToolbox and others build forms from.

mod choices;
mod columns;
mod condition;
mod constraint;
mod expression;
mod groups;
mod kinds;
mod languages;
mod leftovers;
mod question;
mod survey;
mod workbook;

pub(crate) use workbook::{careful, harmless};

use std::collections::BTreeMap;

use crate::{
    fault::ImportFault,
    line::ImportedForm,
    names::{form_id, short_hash},
    notes::{Notes, Place},
    put_together::{Parts, put_together},
};
use columns::Columns;
use languages::Languages;
use survey::Survey;
use workbook::Sheet;

/// Name of the system in a form's source.
const SYSTEM: &str = "xlsform";

/// What the settings sheet says, as far as a form here has a place for it.
#[derive(Default)]
struct Settings {
    form_id: Option<String>,
    title: Option<String>,
    default_language: Option<String>,
}

/// Reads an XLSForm workbook: sheets `survey`, `choices`, `settings`. Every row, column and
/// expression that has no counterpart here is named in a line.
///
/// The form's id is made from its `form_id`, question ids from their names: the same workbook read on
/// two laptops has the same ids.
///
/// # Errors
/// [`ImportFault`] for what is no such workbook, has macros, or is larger than this room takes:
/// 20 MiB, 64 MiB unpacked, 20,000 rows, 2,000 questions.
pub fn read_xlsform(bytes: &[u8]) -> Result<ImportedForm, ImportFault> {
    let mut notes = Notes::default();
    let mut sheets = workbook::open(bytes, &["survey", "choices", "settings"], &mut notes)?;
    let survey = sheets.remove("survey").ok_or(ImportFault::NoSheet { sheet: "survey" })?;
    let columns = Columns::of(&survey, "survey", &mut notes);
    for column in ["type", "name"] {
        if !columns.has(column) {
            return Err(ImportFault::NoColumn { sheet: "survey", column });
        }
    }
    let settings = sheets.remove("settings").map(|sheet| settings(&sheet, &mut notes)).unwrap_or_default();
    let choices = sheets.remove("choices").unwrap_or(Sheet { headings: Vec::new(), rows: Vec::new() });
    let choice_columns = Columns::of(&choices, "choices", &mut notes);

    let mut spoken = columns.languages();
    spoken.extend(choice_columns.languages());
    let has_plain = columns.has_without_language("label");
    let mut languages = Languages::choose(&spoken, has_plain, settings.default_language.as_deref());
    let lists = choices::read_lists(&choices, &choice_columns, &languages, &mut notes);

    let title = settings.title.or_else(|| settings.form_id.clone()).unwrap_or_else(|| {
        notes.changed(Place::WHOLE, "form_untitled", &[]);
        "Imported form".to_owned()
    });
    let form_there = settings.form_id.unwrap_or_else(|| {
        notes.confirm(Place::WHOLE, "no_form_id", &[]);
        // Without a name of its own, what it asks is what it is.
        let names: Vec<&str> = survey.rows.iter().filter_map(|row| columns.cell(row, "name")).collect();
        format!("{} {}", title, short_hash(&names.join("\0"), 12))
    });
    let mut reading = Survey::new(&columns, &mut languages, &lists, &mut notes, &title);
    reading.read(&survey)?;
    let (sections, questions_there) = (reading.sections, reading.there);
    let parts = Parts {
        id: form_id("xlsform", SYSTEM, &form_there),
        title,
        guidance: String::new(),
        record: "xlsform",
        system: SYSTEM,
        form_there,
        questions_there,
        translations: translated(languages, &sections),
        sections,
    };
    put_together(parts, "survey row", notes)
}

/// The settings sheet: headings, and one row under them.
fn settings(sheet: &Sheet, notes: &mut Notes) -> Settings {
    let mut settings = Settings::default();
    let Some(row) = sheet.rows.first() else { return settings };
    for (column, heading) in &sheet.headings {
        let Some(cell) = row.cells.get(column) else { continue };
        let name = heading.trim().to_lowercase().replace(' ', "_");
        let place = match name.as_str() {
            "form_id" | "id_string" => &mut settings.form_id,
            "form_title" | "title" => &mut settings.title,
            "default_language" => &mut settings.default_language,
            _ => {
                notes.left_out(Place::WHOLE, "setting", &[("setting", heading), ("value", cell)]);
                continue;
            }
        };
        *place = Some(cell.clone());
    }
    settings
}

/// Translations of what the form has in the end: a section that held nothing is gone.
fn translated(
    languages: Languages,
    sections: &[crate::put_together::SectionParts],
) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut places = std::collections::BTreeSet::new();
    for section in sections {
        places.insert(format!("section/{}", section.id));
        for question in &section.questions {
            places.insert(format!("question/{}", question.text_of("id")));
            for inner in question.json["kind"]["questions"].as_array().into_iter().flatten() {
                places.insert(format!("question/{}", inner["id"].as_str().unwrap_or_default()));
            }
        }
    }
    let mut translations = languages.into_translations();
    for said in translations.values_mut() {
        said.retain(|place, _| {
            let mut parts = place.splitn(3, '/');
            match (parts.next(), parts.next()) {
                (Some("choice"), Some(id)) => places.contains(&format!("question/{id}")),
                (Some(of), Some(id)) => places.contains(&format!("{of}/{id}")),
                _ => false,
            }
        });
    }
    translations.retain(|_, said| !said.is_empty());
    translations
}
