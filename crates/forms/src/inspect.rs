//! A form as it is being built: everything that is wrong with it, and its map.

use serde::Serialize;
use serde_json::Value;

use crate::{
    fault::Fault,
    form::Form,
    lenient::{Lenient, read_lenient},
    lists::Lists,
    mend::reference_faults,
    warn::{Warning, warnings},
    ways::{MapSection, map},
};

/// Enough to work on; what is behind them is told once these are put right.
const MOST_FAULTS: usize = 500;

/// What is to be said about a form file, whole or half-built.
#[derive(Debug, Clone)]
pub struct Inspection {
    /// The form, if there is no fault: [`Form::read`] decides.
    pub form: Option<Form>,
    /// Why it cannot be used yet, in the order of the form as far as that can be told; 500 at most.
    pub faults: Vec<Placed<Fault>>,
    /// What may be meant, but is worth a look. None of them keeps a form from being used.
    pub warnings: Vec<Placed<Warning>>,
    /// The sections and the ways between them, as far as they can be made out.
    pub map: Vec<MapSection>,
}

/// Something that is said about a place in a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Placed<T> {
    /// Id of the section; none for the form as a whole, or where the section has none yet.
    pub section: Option<String>,
    /// Id of the question; none for a section, or where the question has none yet.
    pub question: Option<String>,
    /// What is said.
    pub what: T,
}

/// Looks a form file over, for the editor. Takes any bytes; a half-built form is told field by field.
#[must_use]
pub fn inspect(json: &[u8], lists: &Lists) -> Inspection {
    let read = Form::read("form", json, lists);
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    // What the reader refuses by its size is not looked into either.
    let too_large = matches!(&read, Err(fault) if matches!(fault.fault, Fault::FileTooLarge { .. }));
    let whole: Value = if too_large { Value::Null } else { serde_json::from_slice(json).unwrap_or_default() };
    let map = map(&whole);
    let (form, faults) = match read {
        Ok(form) => (Some(form), Vec::new()),
        Err(refused) => {
            let mut faults = faults(&whole, lists, &map);
            if faults.is_empty() {
                faults.push(Placed { section: None, question: None, what: refused.fault });
            }
            (None, faults)
        }
    };
    Inspection { form, faults, warnings: warnings(&whole, &map, lists), map }
}

fn faults(whole: &Value, lists: &Lists, map: &[MapSection]) -> Vec<Placed<Fault>> {
    if !whole.is_object() {
        return Vec::new();
    }
    let Lenient { definition, mut faults, unreadable } = read_lenient(whole, lists);
    if let Some(definition) = definition {
        faults.extend(reference_faults(definition, &unreadable));
    }
    let unreached = map.iter().filter(|section| !section.reached && !section.id.is_empty());
    faults.extend(unreached.map(|section| Placed {
        section: Some(section.id.clone()),
        question: None,
        what: Fault::Unreachable(section.id.clone()),
    }));
    faults.truncate(MOST_FAULTS);
    faults
}
