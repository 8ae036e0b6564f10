//! The desk of those who look after forms.

use app::{
    App,
    form_desk::{self, CompareForm, EditForm, OpenFormDraft},
};
use forms::{Because, Inspection};
use serde_json::Value;

use super::{
    drafts::{children, object, walk_view},
    id,
    records::answer_section,
};
use crate::{ApiError, Code, Host, types::*, words};

pub(crate) fn forms_desk(app: &App, _: &dyn Host, _: Nothing) -> Result<FormsDeskView, ApiError> {
    let desk = form_desk::forms_desk(&*app.session()?)?;
    let (in_use, set_aside): (Vec<_>, Vec<_>) =
        desk.drafts.iter().map(draft_row).partition(|row| row.set_aside.is_none());
    Ok(FormsDeskView {
        may_edit: desk.may_edit,
        forms: desk.forms.iter().map(form_row).collect(),
        drafts: in_use,
        set_aside,
    })
}

fn draft_row(row: &form_desk::FormDraftRow) -> FormDraftRow {
    FormDraftRow {
        id: row.id.to_string(),
        title: row.title.clone(),
        form: row.form.clone(),
        is_new: row.is_new,
        saved: row.saved.to_rfc3339(),
        set_aside: row.set_aside.map(|at| at.to_rfc3339()),
    }
}

fn form_row(row: &form_desk::FormRow) -> FormDeskRow {
    let definition = row.form.form.definition();
    FormDeskRow {
        id: definition.id.clone(),
        title: definition.title.clone(),
        shelf: definition.shelf.clone().unwrap_or_default(),
        number: definition.number,
        hash: row.form.form.hash_hex(),
        own: row.form.published.is_some(),
        retired: row.form.retired.is_some(),
        use_instead: row.use_instead.clone(),
        published: row.form.published.as_ref().map(|version| version.recorded.to_rfc3339()),
        records: row.records,
    }
}

pub(crate) fn open_form(app: &App, _: &dyn Host, request: OpenFormRequest) -> Result<FormView, ApiError> {
    let hash = request.hash.as_deref().map(id).transpose()?;
    let open = form_desk::open_form(&*app.session()?, &request.id, hash)?;
    Ok(FormView {
        form: form_row(&open.row),
        definition: json(open.form.resolved())?,
        hash: open.form.hash_hex(),
        versions: open
            .versions
            .iter()
            .map(|version| FormVersionRow {
                hash: version.hash.to_string(),
                number: version.number,
                published: version.published.map(|at| at.to_rfc3339()),
                author: version.author.clone(),
                note: version.note.clone(),
                in_force: version.in_force,
            })
            .collect(),
        map: inspection_view(&open.inspection).map,
    })
}

pub(crate) fn edit_form(app: &App, _: &dyn Host, request: EditFormRequest) -> Result<FormDraftView, ApiError> {
    let edit = match (request.from, request.id, request.title, request.upload) {
        (EditFrom::Blank, None, Some(title), None) => EditForm::Blank { title },
        (EditFrom::Form, Some(id), None, None) => EditForm::Form { id },
        (EditFrom::Copy, Some(id), Some(title), None) => EditForm::Copy { id, title },
        (EditFrom::File, None, None, Some(upload)) => EditForm::File { upload },
        _ => return Err(ApiError::bad_request()),
    };
    form_draft_view(form_desk::edit_form(&*app.session()?, edit)?)
}

pub(crate) fn open_form_draft(app: &App, _: &dyn Host, request: ById) -> Result<FormDraftView, ApiError> {
    form_draft_view(form_desk::open_form_draft(&*app.session()?, id(&request.id)?)?)
}

fn form_draft_view(open: OpenFormDraft) -> Result<FormDraftView, ApiError> {
    Ok(FormDraftView {
        id: open.draft.id.to_string(),
        definition: json(open.draft.definition.as_bytes())?,
        revision: open.draft.revision,
        saved: open.draft.saved.to_rfc3339(),
        base: open.draft.base.map(|hash| hash.to_string()),
        inspection: inspection_view(&open.inspection),
    })
}

pub(crate) fn save_form_draft(
    app: &App,
    _: &dyn Host,
    request: SaveFormDraftRequest,
) -> Result<SavedFormDraftView, ApiError> {
    let definition = Value::Object(object(request.definition)?).to_string();
    let saved = form_desk::save_form_draft(&*app.session()?, id(&request.id)?, definition, request.revision)?;
    Ok(SavedFormDraftView {
        revision: saved.revision,
        saved: saved.saved.to_rfc3339(),
        inspection: inspection_view(&saved.inspection),
    })
}

pub(crate) fn set_aside_form_draft(app: &App, _: &dyn Host, request: ById) -> Result<Nothing, ApiError> {
    form_desk::set_aside_form_draft(&*app.session()?, id(&request.id)?)?;
    Ok(Nothing {})
}

pub(crate) fn restore_form_draft(app: &App, _: &dyn Host, request: ById) -> Result<Nothing, ApiError> {
    form_desk::restore_form_draft(&*app.session()?, id(&request.id)?)?;
    Ok(Nothing {})
}

pub(crate) fn try_form(app: &App, _: &dyn Host, request: TryFormRequest) -> Result<TryFormView, ApiError> {
    let answers = serde_json::from_value(request.answers).map_err(|_| ApiError::bad_request())?;
    let tried = form_desk::try_form(&*app.session()?, id(&request.draft)?, &answers)?;
    Ok(TryFormView {
        form: json(tried.form.resolved())?,
        children: children(&tried.children),
        walk: walk_view(&tried.walk),
        sections: tried.sections.iter().map(answer_section).collect(),
    })
}

pub(crate) fn compare_form(app: &App, _: &dyn Host, request: CompareFormRequest) -> Result<FormChangesView, ApiError> {
    let which = match (request.draft, request.old, request.new) {
        (Some(draft), _, _) => CompareForm::Draft(id(&draft)?),
        (None, Some(old), Some(new)) => CompareForm::Versions { old: id(&old)?, new: id(&new)? },
        _ => return Err(ApiError::bad_request()),
    };
    let changes = form_desk::compare_form(&*app.session()?, which)?;
    Ok(FormChangesView {
        old_number: changes.old_number,
        old_hash: changes.old.map(|hash| hash.to_string()),
        behind: changes.behind,
        new_number: changes.new_number,
        changes: changes
            .changes
            .into_iter()
            .map(|change| FormChangeRow {
                what: say(&format!("form-change-{}", change.what.code()), &[]),
                section: change.section,
                question: change.question,
                before: change.before,
                after: change.after,
            })
            .collect(),
        drafts: changes.drafts,
    })
}

pub(crate) fn publish_form(app: &App, _: &dyn Host, request: PublishFormRequest) -> Result<FormDeskRow, ApiError> {
    let session = app.session()?;
    let against = request.against.as_deref().map(id).transpose()?;
    Ok(form_row(&form_desk::publish_form(&session, id(&request.id)?, request.revision, against, &request.note)?))
}

pub(crate) fn retire_form(app: &App, _: &dyn Host, request: RetireFormRequest) -> Result<FormDeskRow, ApiError> {
    Ok(form_row(&form_desk::retire_form(&*app.session()?, &request.id, request.use_instead, &request.note)?))
}

pub(crate) fn read_form_file(app: &App, _: &dyn Host, request: ById) -> Result<FormFileView, ApiError> {
    let file = form_desk::read_form_file(&*app.session()?, &request.id)?;
    Ok(form_file_view(file.system, &file.form, file.replaces))
}

/// A form that was read from a file, with what a person should know before taking it.
pub fn form_file_view(system: &str, form: &exchange::ImportedForm, replaces: Option<String>) -> FormFileView {
    FormFileView {
        system: system.to_owned(),
        title: form.title.clone(),
        sections: form.sections,
        questions: form.questions,
        replaces,
        lines: form.lines.iter().map(import_line).collect(),
    }
}

/// A line of an import's report, in words.
pub(super) fn import_line(line: &exchange::Line) -> ImportLineView {
    ImportLineView {
        place: line.place.clone(),
        about: line.about.clone(),
        message: say(&format!("import-line-{}", line.code), &line.params),
        weight: match line.weight {
            exchange::Weight::LeftOut => "left_out",
            exchange::Weight::Changed => "changed",
            exchange::Weight::ToConfirm => "to_confirm",
        }
        .to_owned(),
    }
}

/// A sentence of the catalogue with what it names.
pub(super) fn say(name: &str, params: &[(&'static str, String)]) -> String {
    words().say(name, &params.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
}

/// What is wrong with a form, in words, and its map.
pub fn inspection_view(inspection: &Inspection) -> InspectionView {
    InspectionView {
        faults: inspection
            .faults
            .iter()
            .map(|placed| PlacedView {
                section: placed.section.clone(),
                question: placed.question.clone(),
                message: say(&format!("form-fault-{}", placed.what.code()), &placed.what.params()),
            })
            .collect(),
        warnings: inspection
            .warnings
            .iter()
            .map(|placed| PlacedView {
                section: placed.section.clone(),
                question: placed.question.clone(),
                message: say(&format!("form-warning-{}", placed.what.code()), &placed.what.params()),
            })
            .collect(),
        map: inspection
            .map
            .iter()
            .map(|section| MapSectionView {
                id: section.id.clone(),
                title: section.title.clone(),
                questions: section.questions,
                reached: section.reached,
                conditional: section.conditional,
                ways: section
                    .ways
                    .iter()
                    .map(|way| WayView {
                        to: way.to.clone(),
                        because: match &way.because {
                            Because::Next | Because::After => String::new(),
                            Because::Choice { text, label, .. } => {
                                say("form-way-choice", &[("question", text.clone()), ("choice", label.clone())])
                            }
                        },
                    })
                    .collect(),
            })
            .collect(),
    }
}

fn json(bytes: &[u8]) -> Result<Value, ApiError> {
    serde_json::from_slice(bytes).map_err(|_| ApiError::plain(Code::Internal))
}

/// The sentence of an import's fault, as one of our own errors names it.
pub(crate) fn import_fault(fault: &exchange::ImportFault) -> String {
    say(&format!("import-fault-{}", fault.code()), &fault.params())
}
