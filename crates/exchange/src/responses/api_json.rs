//! The shapes of the Forms API's JSON, as far as they are read. What has no name here is told by name.

use std::collections::BTreeMap;

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, SeqAccess, Visitor},
};
use serde_json::{Number, value::RawValue};

use crate::sheet_file::MOST_ROWS;

#[derive(Deserialize)]
pub(super) struct ListOfResponses<'a> {
    #[serde(borrow)]
    pub responses: Raw<'a>,
    #[serde(rename = "formId")]
    pub form: Option<String>,
    #[serde(rename = "nextPageToken")]
    pub next_page: Option<String>,
}

/// A list whose parts are not parsed yet. It stops growing one past the most that are read, so that
/// a list of millions of nothings stays small.
#[derive(Default)]
pub(super) struct Raw<'a>(pub Vec<&'a RawValue>);

impl<'de: 'a, 'a> Deserialize<'de> for Raw<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Raw::default())
    }
}

impl<'de: 'a, 'a> Visitor<'de> for Raw<'a> {
    type Value = Self;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of responses")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Self, A::Error> {
        while self.0.len() <= MOST_ROWS as usize {
            match list.next_element()? {
                Some(one) => self.0.push(one),
                None => return Ok(self),
            }
        }
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(self)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FormResponse {
    pub form_id: Option<String>,
    pub response_id: Option<String>,
    pub create_time: Option<String>,
    pub last_submitted_time: Option<String>,
    pub respondent_email: Option<String>,
    pub total_score: Option<Number>,
    #[serde(default)]
    pub answers: BTreeMap<String, Answer>,
    #[serde(flatten)]
    pub unknown: BTreeMap<String, IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Answer {
    #[serde(rename = "questionId")]
    _question: Option<IgnoredAny>,
    pub grade: Option<IgnoredAny>,
    pub text_answers: Option<TextAnswers>,
    pub file_upload_answers: Option<FileAnswers>,
    #[serde(flatten)]
    pub unknown: BTreeMap<String, IgnoredAny>,
}

#[derive(Deserialize)]
pub(super) struct TextAnswers {
    #[serde(default)]
    pub answers: Vec<TextAnswer>,
}

#[derive(Deserialize)]
pub(super) struct TextAnswer {
    #[serde(default)]
    pub value: String,
}

#[derive(Deserialize)]
pub(super) struct FileAnswers {
    #[serde(default)]
    pub answers: Vec<FileAnswer>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FileAnswer {
    #[serde(default)]
    pub file_id: String,
    #[serde(default)]
    pub file_name: String,
}
