use std::collections::BTreeMap;

use crate::definition::{Definition, Question, Section};

/// Where a question stands in a form.
#[derive(Clone, Copy)]
pub(crate) struct Standing<'a> {
    pub section: &'a Section,
    pub question: &'a Question,
    /// The question that it stands inside.
    pub inside: Option<&'a Question>,
}

/// Every question of a form by id, inner ones included.
pub(crate) fn by_id(definition: &Definition) -> BTreeMap<&str, Standing<'_>> {
    in_order(definition).map(|standing| (standing.question.id.as_str(), standing)).collect()
}

/// Every question in the order of the form; one that holds others comes before them.
pub(crate) fn in_order(definition: &Definition) -> impl Iterator<Item = Standing<'_>> {
    definition.sections.iter().flat_map(|section| {
        section.questions.iter().flat_map(move |question| {
            let inner = question.kind.inner().unwrap_or_default().iter();
            std::iter::once(Standing { section, question, inside: None }).chain(inner.map(move |one| Standing {
                section,
                question: one,
                inside: Some(question),
            }))
        })
    })
}
