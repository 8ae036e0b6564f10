use serde_json::{Map, Value};

use crate::{
    notes::{Notes, Place},
    put_together::clean,
};

/// One JSON object that is being read. What a rule takes is taken out, so that what is left in the
/// end is what no rule read: it is reported by its path and never dropped in silence.
pub(crate) struct Members<'a> {
    left: Map<String, Value>,
    path: String,
    at: Place<'a>,
}

impl<'a> Members<'a> {
    pub(crate) fn new(map: Map<String, Value>, path: impl Into<String>, at: Place<'a>) -> Self {
        Self { left: map, path: path.into(), at }
    }

    pub(crate) fn at(&self) -> Place<'a> {
        self.at
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.left.contains_key(name)
    }

    /// The path of a member, as a person would look for it in the file.
    pub(crate) fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// Takes a member if it is of the wanted sort; of another sort it stays, and is reported.
    fn take<T>(&mut self, name: &str, sort: impl FnOnce(&Value) -> Option<T>) -> Option<T> {
        let taken = sort(self.left.get(name)?)?;
        self.left.remove(name);
        Some(taken)
    }

    /// A text, cleaned; absent and blank are the same.
    pub(crate) fn text(&mut self, name: &str, notes: &mut Notes) -> Option<String> {
        let raw = self.take(name, |value| value.as_str().map(str::to_owned))?;
        let (text, had_odd) = clean(&raw);
        if had_odd {
            notes.changed(self.at, "odd_characters", &[("path", &self.path_of(name))]);
        }
        (!text.is_empty()).then_some(text)
    }

    /// A flag; absent is false.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        self.take(name, Value::as_bool).unwrap_or(false)
    }

    /// A whole number, written as a number or, as the API writes 64 bits, as a string.
    pub(crate) fn whole(&mut self, name: &str) -> Option<i64> {
        self.take(name, |value| value.as_i64().or_else(|| value.as_str()?.parse().ok()))
    }

    /// An object; its own leftovers are reported apart.
    pub(crate) fn object(&mut self, name: &str) -> Option<Members<'a>> {
        if !self.left.get(name)?.is_object() {
            return None;
        }
        match self.left.remove(name) {
            Some(Value::Object(map)) => Some(Members::new(map, self.path_of(name), self.at)),
            _ => None,
        }
    }

    /// The objects of a list; what is no object is reported at its place.
    pub(crate) fn objects(&mut self, name: &str, notes: &mut Notes) -> Vec<Members<'a>> {
        if !self.left.get(name).is_some_and(Value::is_array) {
            return Vec::new();
        }
        let Some(Value::Array(all)) = self.left.remove(name) else { return Vec::new() };
        let mut objects = Vec::with_capacity(all.len());
        for (index, value) in all.into_iter().enumerate() {
            let path = format!("{}[{index}]", self.path_of(name));
            match value {
                Value::Object(map) => objects.push(Members::new(map, path, self.at)),
                _ => notes.left_out(self.at, "unknown_field", &[("path", &path)]),
            }
        }
        objects
    }

    /// The strings of a list; what is no string is reported at its place.
    pub(crate) fn words(&mut self, name: &str, notes: &mut Notes) -> Vec<String> {
        if !self.left.get(name).is_some_and(Value::is_array) {
            return Vec::new();
        }
        let Some(Value::Array(all)) = self.left.remove(name) else { return Vec::new() };
        let mut words = Vec::with_capacity(all.len());
        for (index, value) in all.into_iter().enumerate() {
            match value {
                Value::String(word) => words.push(word),
                _ => {
                    let path = format!("{}[{index}]", self.path_of(name));
                    notes.left_out(self.at, "unknown_field", &[("path", &path)]);
                }
            }
        }
        words
    }

    /// A word out of a closed set; another word is reported and gives none.
    pub(crate) fn one_of<T: Copy>(&mut self, name: &str, known: &[(&str, T)], notes: &mut Notes) -> Option<T> {
        let word = self.take(name, |value| value.as_str().map(str::to_owned))?;
        let found = known.iter().find(|(one, _)| *one == word).map(|(_, meaning)| *meaning);
        if found.is_none() {
            notes.changed(self.at, "unknown_value", &[("path", &self.path_of(name)), ("value", &word)]);
        }
        found
    }

    /// Takes what a line of its own, or nothing here, speaks of.
    pub(crate) fn read(&mut self, names: &[&str]) {
        for name in names {
            self.left.remove(*name);
        }
    }

    /// The same object, at the place that is known by now.
    pub(crate) fn placed<'b>(self, at: Place<'b>) -> Members<'b> {
        Members { left: self.left, path: self.path, at }
    }

    /// The first member that no rule took, by its path; for an item or question of an unknown kind.
    pub(crate) fn take_unknown(&mut self) -> Option<String> {
        let name = self.left.iter().find(|(_, value)| value.is_object()).map(|(name, _)| name.clone())?;
        self.left.remove(&name);
        Some(self.path_of(&name))
    }

    /// Reports what no rule took. Empty values carry nothing and are not reported.
    pub(crate) fn finish(self, notes: &mut Notes) {
        for (name, value) in &self.left {
            if !value.is_null() {
                notes.left_out(self.at, "unknown_field", &[("path", &self.path_of(name))]);
            }
        }
    }
}
