use crate::definition::Kind;

impl Kind {
    /// Its name as form files write it: `one_choice`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::ShortText(_) => "short_text",
            Self::LongText(_) => "long_text",
            Self::OneChoice(_) => "one_choice",
            Self::ManyChoices(_) => "many_choices",
            Self::DropDown(_) => "drop_down",
            Self::Scale(_) => "scale",
            Self::Rating(_) => "rating",
            Self::ChoiceGrid(_) => "choice_grid",
            Self::TickGrid(_) => "tick_grid",
            Self::Date(_) => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::YesNo => "yes_no",
            Self::Number(_) => "number",
            Self::Person => "person",
            Self::Team => "team",
            Self::Upload(_) => "upload",
            Self::Drawing => "drawing",
            Self::BodyMap => "body_map",
            Self::Signature => "signature",
            Self::Calculated(_) => "calculated",
            Self::Statement => "statement",
            Self::Image(_) => "image",
            Self::EachChild { .. } => "each_child",
            Self::Group(_) => "group",
        }
    }
}
