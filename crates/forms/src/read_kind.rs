use serde::Deserialize;
use serde_json::value::RawValue;

use crate::{
    definition::{Choice, Choices, Group, Kind},
    fault::{Fault, FormFault},
    read::Reader,
    read_limits::check_limits,
    read_tagged::{BesideType, NoFields},
};

/// Only the type, so that an unknown one is told by name before its fields are judged.
#[derive(Deserialize)]
struct TypeOf<'a> {
    #[serde(rename = "type", borrow)]
    kind: &'a RawValue,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChoicesFile {
    choices: Option<Vec<Choice>>,
    list: Option<String>,
    min_chosen: Option<u32>,
    max_chosen: Option<u32>,
    #[serde(default)]
    other: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EachChildFile<'a> {
    #[serde(borrow)]
    questions: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupFile<'a> {
    item_name: String,
    at_most: Option<u32>,
    at_least: Option<u32>,
    #[serde(borrow)]
    questions: Vec<&'a RawValue>,
}

impl<'a> Reader<'a> {
    /// Reads the `kind` of the question `id`.
    pub(crate) fn kind(&mut self, id: &str, raw: &'a RawValue) -> Result<Kind, FormFault> {
        let text = raw.get();
        let type_of: TypeOf = self.source.parse(text)?;
        let name: String = self.source.parse(type_of.kind.get())?;
        let kind = match name.as_str() {
            "short_text" => Kind::ShortText(self.fields(text)?),
            "long_text" => Kind::LongText(self.fields(text)?),
            "one_choice" => Kind::OneChoice(self.choices(id, text)?),
            "many_choices" => Kind::ManyChoices(self.choices(id, text)?),
            "drop_down" => Kind::DropDown(self.choices(id, text)?),
            "scale" => Kind::Scale(self.fields(text)?),
            "rating" => Kind::Rating(self.fields(text)?),
            "choice_grid" => Kind::ChoiceGrid(self.fields(text)?),
            "tick_grid" => Kind::TickGrid(self.fields(text)?),
            "date" => Kind::Date(self.fields(text)?),
            "time" => self.plain(text, Kind::Time)?,
            "duration" => self.plain(text, Kind::Duration)?,
            "yes_no" => self.plain(text, Kind::YesNo)?,
            "number" => Kind::Number(self.fields(text)?),
            "person" => self.plain(text, Kind::Person)?,
            "team" => self.plain(text, Kind::Team)?,
            "upload" => Kind::Upload(self.fields(text)?),
            "drawing" => self.plain(text, Kind::Drawing)?,
            "body_map" => self.plain(text, Kind::BodyMap)?,
            "signature" => self.plain(text, Kind::Signature)?,
            "calculated" => Kind::Calculated(self.fields(text)?),
            "statement" => self.plain(text, Kind::Statement)?,
            "image" => Kind::Image(self.fields(text)?),
            "each_child" => {
                let file: EachChildFile = self.fields(text)?;
                Kind::EachChild { questions: self.inner_questions(id, text, &file.questions)? }
            }
            "group" => self.group(id, text)?,
            _ => return Err(self.source.fault_at(type_of.kind.get(), Fault::UnknownKind(name))),
        };
        check_limits(id, &kind).map_err(|fault| self.source.fault_at(text, fault))?;
        Ok(kind)
    }

    fn fields<T: Deserialize<'a>>(&self, text: &'a str) -> Result<T, FormFault> {
        self.source.parse::<BesideType<T>>(text).map(|fields| fields.0)
    }

    fn plain(&self, text: &'a str, kind: Kind) -> Result<Kind, FormFault> {
        self.fields::<NoFields>(text).map(|_| kind)
    }

    fn group(&mut self, id: &str, text: &'a str) -> Result<Kind, FormFault> {
        let file: GroupFile = self.fields(text)?;
        Ok(Kind::Group(Group {
            item_name: file.item_name,
            questions: self.inner_questions(id, text, &file.questions)?,
            at_most: file.at_most,
            at_least: file.at_least,
        }))
    }

    fn choices(&mut self, id: &str, text: &'a str) -> Result<Choices, FormFault> {
        let file: ChoicesFile = self.fields(text)?;
        let choices = match (file.choices, &file.list) {
            // With a list beside them, they are what the list held when the form was resolved.
            (Some(choices), _) => choices,
            (None, Some(list)) => {
                let Some(found) = self.lists.get(list) else {
                    return Err(self.source.fault_at(text, Fault::UnknownList(list.clone())));
                };
                let choice = |item: &crate::lists::ListItem| Choice {
                    id: item.id.clone(),
                    label: item.label.clone(),
                    go_to: None,
                    exclusive: false,
                    needs_child: false,
                };
                found.items.iter().map(choice).collect()
            }
            (None, None) => return Err(self.source.fault_at(text, Fault::ChoicesOrList(id.to_owned()))),
        };
        self.check_choices(id, text, &choices)?;
        Ok(Choices {
            choices,
            list: file.list,
            min_chosen: file.min_chosen,
            max_chosen: file.max_chosen,
            other: file.other,
        })
    }
}
