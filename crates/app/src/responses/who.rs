//! Who the children of a file are: decided before anything is kept.

use std::collections::BTreeMap;

use casebook::tables;
use chrono::NaiveDate;
use domain::{PersonField, PersonId, RecordId, tidy_name};
use exchange::{Reading, Response, Responses};
use journal::{Known, NewEntry, PersonAdded, Subject};
use rusqlite::Connection;

use super::{
    import::{Decided, ImportResponses, Making},
    named::{exact, key},
    read::{origin, record_of},
};
use crate::{AppFault, Session, people::matching::OnFile};

/// Who the children of the file are.
pub(super) struct Who {
    known: BTreeMap<String, Option<PersonId>>,
    /// Children who are added before the first record that names them.
    to_add: BTreeMap<String, (PersonId, NewChild)>,
    pub(super) added: u32,
}

/// A child whom a person said to be new.
struct NewChild {
    name: String,
    born: Option<NaiveDate>,
    /// The first response that names the child.
    first: String,
    /// The records of all that do.
    records: Vec<RecordId>,
}

impl Who {
    /// Decides about every child of the file, and looks whether each row can be kept.
    ///
    /// # Errors
    /// [`AppFault::ChildrenUndecided`], [`AppFault::DatesAmbiguous`], [`AppFault::RowFailed`],
    /// [`AppFault::Stopped`].
    pub(super) fn decide(
        making: &Making<'_>,
        responses: &Responses,
        import: &ImportResponses,
        progress: &mut dyn FnMut(u32, u32) -> bool,
    ) -> Result<Self, AppFault> {
        let Making { session, form, .. } = *making;
        let orders = exchange::date_orders(form, responses, &import.mapping);
        if !orders.possible().contains(&import.order) {
            return Err(AppFault::DatesAmbiguous);
        }
        let decided: BTreeMap<&str, Decided> =
            import.children.iter().map(|decision| (decision.key.as_str(), decision.who)).collect();
        let on_file = session.casebook.read(|reading| OnFile::read(reading))?;
        let mut known = BTreeMap::new();
        let mut new: BTreeMap<String, NewChild> = BTreeMap::new();
        let mut reading = Reading::new(form, responses, &import.mapping, import.order);
        for (looked_at, row) in responses.rows().enumerate() {
            if looked_at % 100 == 0 && !progress(0, responses.count()) {
                return Err(AppFault::Stopped);
            }
            let response = reading.response(&row);
            making.fits(&response)?;
            for child in &response.who {
                let key = key(child);
                if let Some(new) = new.get_mut(&key) {
                    new.records.push(record_of(form, &response));
                    continue;
                }
                if known.contains_key(&key) {
                    continue;
                }
                match decided.get(key.as_str()) {
                    Some(Decided::Person(person)) => {
                        session.children(std::slice::from_ref(person))?;
                        known.insert(key, Some(*person));
                    }
                    Some(Decided::None) => {
                        known.insert(key, None);
                    }
                    Some(Decided::New) if !child.name.trim().is_empty() => {
                        let name = tidy_name(&child.name)
                            .map_err(|_| AppFault::RowFailed { row: response.row, why: "name_too_long" })?;
                        let (born, first) = (child.born, response.source_id.clone());
                        let records = vec![record_of(form, &response)];
                        new.insert(key, NewChild { name, born, first, records });
                    }
                    _ => match exact(&on_file, child) {
                        Some(person) => {
                            known.insert(key, Some(person));
                        }
                        None => return Err(AppFault::ChildrenUndecided),
                    },
                }
            }
        }
        let mut to_add = BTreeMap::new();
        let origin = origin(form);
        session.casebook.read(|reading| {
            for (key, child) in new {
                let (person, there) = child.person(reading, &origin, &key)?;
                known.insert(key.clone(), Some(person));
                if !there {
                    to_add.insert(key, (person, child));
                }
            }
            Ok::<_, AppFault>(())
        })?;
        Ok(Self { known, to_add, added: 0 })
    }

    /// The people of a response, nobody twice.
    pub(super) fn of(&self, response: &Response) -> Vec<PersonId> {
        let mut people = Vec::with_capacity(response.who.len());
        for person in response.who.iter().filter_map(|child| self.known.get(&key(child)).copied().flatten()) {
            if !people.contains(&person) {
                people.push(person);
            }
        }
        people
    }

    /// Those of a response who are new and not added yet.
    pub(super) fn new_in(&mut self, session: &Session, response: &Response) -> Vec<NewEntry> {
        let new: Vec<_> = response.who.iter().filter_map(|child| self.to_add.remove(&key(child))).collect();
        self.added = self.added.saturating_add(u32::try_from(new.len()).unwrap_or(u32::MAX));
        let entry = |(person, child): (PersonId, NewChild)| {
            let mut fields = BTreeMap::from([(PersonField::Name, child.name)]);
            fields.extend(child.born.map(|born| (PersonField::DateOfBirth, born.to_string())));
            let mut entry = session.entry(Known::PersonAdded(PersonAdded { person, fields }));
            entry.subjects = vec![Subject::Person(person)];
            entry
        };
        new.into_iter().map(entry).collect()
    }
}

impl NewChild {
    /// Who the new child is, and whether on file already. The same child of the same form is the same
    /// person on every laptop that imports the file. But whoever has that id and is somebody's child
    /// by now is not the one whom the importer just said to be new: then the response that names the
    /// child first goes into the id, which is again the same on every laptop.
    fn person(
        &self,
        reading: &Connection,
        (system, form): &(String, String),
        key: &str,
    ) -> Result<(PersonId, bool), AppFault> {
        let mut tried = 0_u32;
        loop {
            let salted = match tried {
                0 => key.to_owned(),
                1 => format!("{key}|{}", self.first),
                more => format!("{key}|{}|{more}", self.first),
            };
            let made = exchange::record_id(&format!("person of {system}"), form, &salted);
            let person = PersonId::from_bytes(*made.as_bytes());
            match tables::person::find(reading, person)? {
                None => return Ok((person, false)),
                Some(there) if self.is(reading, &there)? => return Ok((person, true)),
                Some(_) => tried += 1,
            }
        }
    }

    /// Whether somebody on file is what this same decision made before: left without a record when its
    /// import was undone, or the child to whom all these responses are filed.
    fn is(&self, reading: &Connection, there: &tables::person::Person) -> Result<bool, AppFault> {
        if there.name == self.name
            && there.date_of_birth == self.born
            && tables::record::timeline_total(reading, there.id)? == 0
        {
            return Ok(true);
        }
        for record in &self.records {
            let found = tables::record::find(reading, *record)?.filter(|record| !record.withdrawn);
            let filed = found.map(|record| tables::record::filed(reading, record.position)).transpose()?.flatten();
            if !filed.is_some_and(|filed| filed.people.contains(&there.id)) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
