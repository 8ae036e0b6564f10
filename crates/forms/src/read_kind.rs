use serde::{Deserialize, de::IgnoredAny};
use serde_json::value::RawValue;

use crate::{
    definition::{Choice, Choices, DateRules, Group, Kind, NumberRules, TextRules},
    fault::{Fault, FormFault},
    read::Reader,
};

/// Only the type, so that an unknown one is told by name before its fields are judged.
#[derive(Deserialize)]
struct TypeOf<'a> {
    #[serde(rename = "type", borrow)]
    kind: &'a RawValue,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plain {
    #[serde(rename = "type")]
    _type: IgnoredAny,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TextFile {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    max_length: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChoicesFile {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    choices: Option<Vec<Choice>>,
    list: Option<String>,
    #[serde(default)]
    other: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DateFile {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    #[serde(default)]
    not_in_future: bool,
    not_before_question: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NumberFile {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    min: Option<i64>,
    max: Option<i64>,
    unit: Option<String>,
    #[serde(default)]
    whole: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EachChildFile<'a> {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    #[serde(borrow)]
    questions: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupFile<'a> {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    item_name: String,
    at_most: Option<u32>,
    #[serde(borrow)]
    questions: Vec<&'a RawValue>,
}

impl<'a> Reader<'a> {
    /// Reads the `kind` of the question `id`.
    pub(crate) fn kind(&mut self, id: &str, raw: &'a RawValue) -> Result<Kind, FormFault> {
        let text = raw.get();
        let type_of: TypeOf = self.source.parse(text)?;
        let name: String = self.source.parse(type_of.kind.get())?;
        Ok(match name.as_str() {
            "short_text" => Kind::ShortText(self.text_rules(id, text)?),
            "long_text" => Kind::LongText(self.text_rules(id, text)?),
            "one_choice" => Kind::OneChoice(self.choices(id, text)?),
            "many_choices" => Kind::ManyChoices(self.choices(id, text)?),
            "drop_down" => Kind::DropDown(self.choices(id, text)?),
            "date" => {
                let file: DateFile = self.source.parse(text)?;
                Kind::Date(DateRules {
                    not_in_future: file.not_in_future,
                    not_before_question: file.not_before_question,
                })
            }
            "time" => self.plain(text, Kind::Time)?,
            "yes_no" => self.plain(text, Kind::YesNo)?,
            "person" => self.plain(text, Kind::Person)?,
            "number" => self.number_rules(id, text)?,
            "each_child" => {
                let file: EachChildFile = self.source.parse(text)?;
                let questions = self.inner_questions(id, text, &file.questions)?;
                Kind::EachChild { questions }
            }
            "group" => {
                let file: GroupFile = self.source.parse(text)?;
                if file.item_name.trim().is_empty() {
                    return Err(self.source.fault_at(text, Fault::Blank("an item's name")));
                }
                if file.at_most == Some(0) {
                    return Err(self.source.fault_at(text, Fault::Limits(id.to_owned())));
                }
                Kind::Group(Group {
                    item_name: file.item_name,
                    questions: self.inner_questions(id, text, &file.questions)?,
                    at_most: file.at_most,
                })
            }
            _ => {
                let unknown = Fault::UnknownKind(name);
                return Err(self.source.fault_at(type_of.kind.get(), unknown));
            }
        })
    }

    fn plain(&self, text: &'a str, kind: Kind) -> Result<Kind, FormFault> {
        let _: Plain = self.source.parse(text)?;
        Ok(kind)
    }

    fn text_rules(&self, id: &str, text: &'a str) -> Result<TextRules, FormFault> {
        let file: TextFile = self.source.parse(text)?;
        if file.max_length == Some(0) {
            return Err(self.source.fault_at(text, Fault::Limits(id.to_owned())));
        }
        Ok(TextRules { max_length: file.max_length })
    }

    fn number_rules(&self, id: &str, text: &'a str) -> Result<Kind, FormFault> {
        let file: NumberFile = self.source.parse(text)?;
        if file.min.zip(file.max).is_some_and(|(min, max)| min > max) {
            return Err(self.source.fault_at(text, Fault::Limits(id.to_owned())));
        }
        Ok(Kind::Number(NumberRules { min: file.min, max: file.max, unit: file.unit, whole: file.whole }))
    }

    fn choices(&self, id: &str, text: &'a str) -> Result<Choices, FormFault> {
        let file: ChoicesFile = self.source.parse(text)?;
        let choices = match (file.choices, file.list) {
            (Some(choices), None) => choices,
            (None, Some(list)) => {
                let Some(found) = self.lists.get(&list) else {
                    return Err(self.source.fault_at(text, Fault::UnknownList(list)));
                };
                found
                    .items
                    .iter()
                    .map(|item| Choice {
                        id: item.id.clone(),
                        label: item.label.clone(),
                        go_to: None,
                        exclusive: false,
                        needs_child: false,
                    })
                    .collect()
            }
            _ => {
                let fault = Fault::ChoicesOrList(id.to_owned());
                return Err(self.source.fault_at(text, fault));
            }
        };
        self.check_choices(id, text, &choices)?;
        Ok(Choices { choices, other: file.other })
    }
}
