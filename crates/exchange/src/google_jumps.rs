use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{google_form::Reading, notes::Place};

/// Where an answer leads, as the API says it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Jump {
    Next,
    Restart,
    Submit,
    /// To the section that begins with this item.
    Section(String),
    /// A value that no rule knows; it has been reported.
    Unknown,
}

/// The jumps of one question.
pub(crate) struct Jumping {
    /// Id of the question here.
    pub question: String,
    pub order: u32,
    /// Place among the question's choices here, wording, and where it leads.
    pub choices: Vec<(usize, String, Jump)>,
}

/// All questions that jump, in the order of the file.
pub(crate) type Jumps = Vec<Jumping>;

/// Puts the jumps into the choices, as far as they can be followed here: forward, once a section.
pub(crate) fn follow(reading: &mut Reading) {
    let jumps = std::mem::take(&mut reading.jumps);
    let mut targets = BTreeMap::new();
    for (place, (item, _)) in reading.starts.iter().enumerate() {
        if let Some(item) = item {
            targets.entry(item.clone()).or_insert(place);
        }
    }
    let mut section_of = BTreeMap::new();
    for (place, section) in reading.parts.iter().enumerate() {
        for question in &section.questions {
            section_of.insert(question.text_of("id").to_owned(), place);
        }
    }
    // The last of a section wins there; the others are said and lead on.
    let mut last = BTreeMap::new();
    for jumping in &jumps {
        if let Some(section) = section_of.get(&jumping.question) {
            last.insert(*section, jumping.question.clone());
        }
    }
    for jumping in jumps {
        let Some(section) = section_of.get(&jumping.question).copied() else { continue };
        let wins = last.get(&section) == Some(&jumping.question);
        follow_one(reading, &targets, section, jumping, wins);
    }
}

fn follow_one(reading: &mut Reading, targets: &BTreeMap<String, usize>, section: usize, jumping: Jumping, wins: bool) {
    let following = reading.parts.get(section + 1).map_or("end".to_owned(), |next| next.id.clone());
    let ids: Vec<String> = reading.parts.iter().map(|section| section.id.clone()).collect();
    let Some(question) =
        reading.parts[section].questions.iter_mut().find(|question| question.text_of("id") == jumping.question)
    else {
        return;
    };
    let title = question.text_of("text").to_owned();
    let at = Place { order: jumping.order, word: "item", about: &title };
    if !wins {
        reading.notes.changed(at, "earlier_jump", &[]);
        return;
    }
    let Some(choices) = question.json.get_mut("kind").and_then(|kind| kind["choices"].as_array_mut()) else { return };
    for (place, wording, jump) in jumping.choices {
        let leads = [("choice", wording.as_str())];
        let target = match jump {
            // Written out, so that a way set for the section later does not bend this one.
            Jump::Next => Some(following.clone()),
            Jump::Submit => Some("end".to_owned()),
            Jump::Restart => {
                reading.notes.confirm(at, "jump_to_start", &leads);
                None
            }
            Jump::Section(item) => match targets.get(&item) {
                Some(target) if *target > section => Some(ids[*target].clone()),
                Some(_) => {
                    reading.notes.confirm(at, "jump_back", &leads);
                    None
                }
                None => {
                    reading.notes.confirm(at, "jump_unknown", &leads);
                    None
                }
            },
            Jump::Unknown => None,
        };
        if let (Some(target), Some(choice)) = (target, choices.get_mut(place).and_then(Value::as_object_mut)) {
            choice.insert("go_to".to_owned(), json!(target));
        }
    }
}
