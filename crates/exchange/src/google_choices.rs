use serde_json::{Value, json};

use crate::{
    google_jumps::Jump,
    google_members::Members,
    names::{Taken, id_of_wording},
    notes::Notes,
};

/// One option, as far as every question with options reads it.
struct Choice {
    label: String,
    jump: Option<Jump>,
}

/// Reads radio buttons, tick boxes or a drop-down. Jumps come back beside it; where they lead is
/// known once all sections are.
pub(crate) fn read_choices(
    mut choice: Members<'_>,
    jumps: &mut Vec<(usize, String, Jump)>,
    notes: &mut Notes,
) -> Option<Value> {
    let at = choice.at();
    let known = [("RADIO", "one_choice"), ("CHECKBOX", "many_choices"), ("DROP_DOWN", "drop_down")];
    let kind = choice.one_of("type", &known, notes).unwrap_or("one_choice");
    if choice.flag("shuffle") {
        notes.changed(at, "shuffle", &[]);
    }
    let (options, other) = read_options(&mut choice, notes);
    choice.finish(notes);
    if kind == "many_choices" {
        notes.confirm(at, "validation_ticks", &[]);
    }
    if options.is_empty() {
        notes.changed(at, "no_choices", &[]);
        return Some(json!({ "type": "short_text" }));
    }
    if kind == "many_choices" {
        for option in options.iter().filter(|option| option.jump.is_some()) {
            notes.left_out(at, "jump_from_ticks", &[("choice", &option.label)]);
        }
    } else if options.iter().any(|option| !matches!(option.jump, None | Some(Jump::Next))) {
        jumps.extend(
            options
                .iter()
                .enumerate()
                .filter_map(|(place, option)| Some((place, option.label.clone(), option.jump.clone()?))),
        );
    }
    let mut kind = json!({ "type": kind, "choices": with_ids(options.into_iter().map(|option| option.label)) });
    if other {
        kind["other"] = json!(true);
    }
    Some(kind)
}

/// Wordings with ids made from them.
pub(crate) fn with_ids(labels: impl Iterator<Item = String>) -> Vec<Value> {
    let mut taken = Taken::default();
    labels.map(|label| json!({ "id": taken.claim(&id_of_wording(&label)).0, "label": label })).collect()
}

/// The options of a grid's columns: they neither jump nor take a text.
pub(crate) fn read_columns(choice: &mut Members<'_>, notes: &mut Notes) -> Vec<String> {
    let at = choice.at();
    let (options, other) = read_options(choice, notes);
    if other {
        notes.left_out(at, "grid_other", &[]);
    }
    for option in options.iter().filter(|option| option.jump.is_some()) {
        notes.left_out(at, "jump_from_ticks", &[("choice", &option.label)]);
    }
    options.into_iter().map(|option| option.label).collect()
}

/// All options, and whether one of them is "Other".
fn read_options(choice: &mut Members<'_>, notes: &mut Notes) -> (Vec<Choice>, bool) {
    let at = choice.at();
    let mut choices: Vec<Choice> = Vec::new();
    let mut wordings = std::collections::BTreeSet::new();
    let mut other = false;
    for (mut option, number) in choice.objects("options", notes).into_iter().zip(1_u32..) {
        let value = option.text("value", notes);
        let is_other = option.flag("isOther");
        let jump = read_jump(&mut option, notes);
        if option.has("image") {
            option.read(&["image"]);
            notes.left_out(at, "choice_picture", &[("choice", value.as_deref().unwrap_or_default())]);
        }
        option.finish(notes);
        if is_other {
            other = true;
            if jump.is_some_and(|jump| jump != Jump::Next) {
                notes.confirm(at, "other_jump", &[]);
            }
            continue;
        }
        let label = value.unwrap_or_else(|| {
            notes.changed(at, "choice_untitled", &[]);
            format!("Choice {number}")
        });
        if !wordings.insert(label.clone()) {
            notes.changed(at, "choice_twice", &[("choice", &label)]);
        }
        choices.push(Choice { label, jump });
    }
    (choices, other)
}

fn read_jump(option: &mut Members<'_>, notes: &mut Notes) -> Option<Jump> {
    if let Some(item) = option.text("goToSectionId", notes) {
        return Some(Jump::Section(item));
    }
    if !option.has("goToAction") {
        return None;
    }
    let known = [("NEXT_SECTION", 0), ("RESTART_FORM", 1), ("SUBMIT_FORM", 2)];
    match option.one_of("goToAction", &known, notes) {
        Some(0) => Some(Jump::Next),
        Some(1) => Some(Jump::Restart),
        Some(_) => Some(Jump::Submit),
        None => Some(Jump::Unknown),
    }
}
