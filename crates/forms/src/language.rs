//! The same form in another language.

use std::collections::HashSet;

use crate::{
    definition::{Definition, Kind, Question},
    fault::Fault,
    form::Form,
};

/// A place that words may stand at.
enum Place<'a> {
    Always(&'a mut String),
    Maybe(&'a mut Option<String>),
}

impl Form {
    /// What the form shows, in another language: each wording that has been translated to `tag` in
    /// its place, every other as it is. Ids, order and rules are the same.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> Definition {
        let mut definition = self.definition().clone();
        let Some(words) = self.definition().translations.get(tag) else { return definition };
        visit(&mut definition, &mut |key, place| {
            if let Some(text) = words.get(&key) {
                match place {
                    Place::Always(there) => there.clone_from(text),
                    Place::Maybe(there) => *there = Some(text.clone()),
                }
            }
        });
        definition
    }
}

/// Every translation is for a place that there is.
pub(crate) fn check_translations(definition: &Definition) -> Result<(), Fault> {
    if definition.translations.is_empty() {
        return Ok(());
    }
    let mut places = HashSet::new();
    visit(&mut definition.clone(), &mut |key, _| {
        places.insert(key);
    });
    for (tag, words) in &definition.translations {
        let plain = |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
        if !tag.split('-').all(plain) {
            return Err(Fault::BadLanguage(tag.clone()));
        }
        if let Some(key) = words.keys().find(|key| !places.contains(*key)) {
            return Err(Fault::UnknownTranslation(key.clone()));
        }
    }
    Ok(())
}

fn visit(definition: &mut Definition, see: &mut dyn FnMut(String, Place<'_>)) {
    see("form".to_owned(), Place::Always(&mut definition.title));
    see("form/about".to_owned(), Place::Always(&mut definition.about));
    see("form/guidance".to_owned(), Place::Always(&mut definition.guidance));
    for (notice, number) in definition.notices.iter_mut().zip(1_usize..) {
        see(format!("notice/{number}"), Place::Always(&mut notice.text));
    }
    for section in &mut definition.sections {
        see(format!("section/{}", section.id), Place::Always(&mut section.title));
        see(format!("section/{}/guidance", section.id), Place::Maybe(&mut section.guidance));
        for question in &mut section.questions {
            visit_question(question, see);
        }
    }
}

fn visit_question(question: &mut Question, see: &mut dyn FnMut(String, Place<'_>)) {
    let id = &question.id;
    see(format!("question/{id}"), Place::Always(&mut question.text));
    see(format!("question/{id}/hint"), Place::Maybe(&mut question.hint));
    see(format!("question/{id}/guidance"), Place::Maybe(&mut question.guidance));
    see(format!("question/{id}/message"), Place::Maybe(&mut question.message));
    match &mut question.kind {
        Kind::OneChoice(choices) | Kind::ManyChoices(choices) | Kind::DropDown(choices) => {
            for choice in &mut choices.choices {
                see(format!("choice/{id}/{}", choice.id), Place::Always(&mut choice.label));
            }
        }
        Kind::ChoiceGrid(grid) | Kind::TickGrid(grid) => {
            for row in &mut grid.rows {
                see(format!("row/{id}/{}", row.id), Place::Always(&mut row.label));
            }
            for column in &mut grid.columns {
                see(format!("column/{id}/{}", column.id), Place::Always(&mut column.label));
            }
        }
        Kind::Scale(scale) => {
            see(format!("question/{id}/low"), Place::Maybe(&mut scale.low_label));
            see(format!("question/{id}/high"), Place::Maybe(&mut scale.high_label));
        }
        Kind::Number(rules) => see(format!("question/{id}/unit"), Place::Maybe(&mut rules.unit)),
        Kind::Image(picture) => see(format!("question/{id}/alt"), Place::Always(&mut picture.alt)),
        Kind::Group(group) => {
            see(format!("question/{id}/item"), Place::Always(&mut group.item_name));
            group.questions.iter_mut().for_each(|inner| visit_question(inner, see));
        }
        Kind::EachChild { questions } => questions.iter_mut().for_each(|inner| visit_question(inner, see)),
        _ => {}
    }
}
