//! What an export leaves out: passages that somebody in the family does not know of, and hidden
//! addresses. A sheet goes to people who have not seen the file.

use std::collections::HashMap;

use casebook::tables;
use domain::{
    FactKind, PersonId,
    facts::{Address, NotTold, Target},
};
use forms::{Answers, LeftBehind};
use rusqlite::Connection;
use serde_json::Value;

use super::row::Row;
use crate::{
    AppFault,
    facts::{LeftOut, hidden_around, not_told_by},
};

/// What is left out of the rows of one export.
pub(super) struct Untold {
    word: String,
    said: HashMap<String, Vec<NotTold>>,
    hidden: HashMap<PersonId, Vec<Address>>,
}

impl Untold {
    /// All that is not told of anything; `word` stands in its place.
    pub(super) fn read(reading: &Connection, word: String) -> Result<Self, AppFault> {
        let mut said: HashMap<String, Vec<NotTold>> = HashMap::new();
        for known in tables::fact::all(reading, FactKind::NotTold)? {
            for says in not_told_by(reading, known)? {
                said.entry(says.of.key()).or_default().push(says);
            }
        }
        Ok(Self { word, said, hidden: HashMap::new() })
    }

    /// Takes it out of a row and of what its form no longer asked.
    pub(super) fn out_of(
        &mut self,
        reading: &Connection,
        row: &mut Row,
        left: &mut [LeftBehind],
    ) -> Result<(), AppFault> {
        let said = self.said.get(&Target::Record(row.filed.record).key());
        let said: Vec<&NotTold> = said.into_iter().flatten().collect();
        let mut out = LeftOut::with(&self.word);
        let mut hides = false;
        for person in &row.filed.people {
            if !self.hidden.contains_key(person) {
                let around = hidden_around(reading, *person)?;
                self.hidden.insert(*person, around.into_iter().map(|(_, address)| address).collect());
            }
            for address in self.hidden.get(person).into_iter().flatten() {
                out.hide(address);
                hides = true;
            }
        }
        if said.is_empty() && !hides {
            return Ok(());
        }
        let mut answers: Vec<(String, Value)> =
            row.answers.iter().map(|(id, value)| (id.to_owned(), value.clone())).collect();
        let asked = answers.len();
        // One list of both: a passage stands in one or in the other.
        answers.extend(left.iter().map(|left| (String::new(), Value::String(left.answer.clone()))));
        out.out_of_answers(&mut answers, &said);
        for (behind, (_, value)) in left.iter_mut().zip(answers.drain(asked..)) {
            behind.answer = value.as_str().map_or_else(|| self.word.clone(), str::to_owned);
            behind.value = Value::String(behind.answer.clone());
        }
        row.answers = Answers::default();
        for (id, value) in answers {
            row.answers.set(&id, value);
        }
        Ok(())
    }
}
