//! What was recorded on a file, and what it said before.

use app::{
    App,
    child::{self, Change, Changed},
};

use super::{
    facts::{recovered_view, without_words},
    id,
};
use crate::{ApiError, Host, types::*};

pub(crate) fn file_history(app: &App, _: &dyn Host, request: ById) -> Result<FileHistoryView, ApiError> {
    let changes = child::file_history(&*app.session()?, id(&request.id)?)?;
    Ok(FileHistoryView { changes: changes.iter().map(change_view).collect() })
}

fn change_view(change: &Change) -> ChangeView {
    let (named, fact, field) = match &change.what {
        Changed::Fact { id, before, says, about_before, about, reason, hidden, names } => {
            let fact = FactChangeView {
                id: id.to_string(),
                before: before.as_ref().map(without_words),
                says: says.as_ref().map(without_words),
                about_before: about_before.iter().map(ToString::to_string).collect(),
                about: about.iter().map(ToString::to_string).collect(),
                reason: reason.clone(),
                hidden: *hidden,
                names: names.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
            };
            (id.to_string(), Some(fact), None)
        }
        Changed::Field { file, field, before, value } => {
            let field =
                FieldChangeView { field: field.as_str().to_owned(), before: before.clone(), value: value.clone() };
            (format!("{file}-{}", field.field), None, Some(field))
        }
    };
    ChangeView {
        id: format!("{named}-{}", change.position),
        author: change.author.clone(),
        recorded: change.recorded.to_rfc3339(),
        recovered: change.recovered.as_ref().map(recovered_view),
        new: change.new,
        fact,
        field,
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use domain::{PersonField, PersonId};

    use super::*;

    #[test]
    fn the_same_field_of_two_files_in_one_pack_is_two_changes() {
        let brought = |file: u8| Change {
            what: Changed::Field {
                file: PersonId::from_bytes([file; 16]),
                field: PersonField::School,
                before: String::new(),
                value: "Sample School".into(),
            },
            position: 7,
            author: "Ruth Exemplar".into(),
            recorded: DateTime::UNIX_EPOCH.fixed_offset(),
            recovered: None,
            new: false,
        };
        let ids = [1, 2].map(|file| change_view(&brought(file)).id);
        assert_ne!(ids[0], ids[1]);
    }
}
