//! Packs: people and history of a lost system.

use std::path::Path;

use app::{
    App, Session,
    packs::{self, ImportPack, PackSource, ReadPack},
};
use exchange::{DateOrder, packs::RowsAre};

use super::{id, match_view, person_row};
use crate::{ApiError, Host, types::*};

pub(crate) fn choose_pack_file(app: &App, host: &dyn Host, _: Nothing) -> Result<ChosenFileView, ApiError> {
    let session = app.session()?;
    let Some(path) = host.ask_which_file(packs::KINDS)? else { return Ok(ChosenFileView { file: None }) };
    let packs::Chosen { token, name, size } = packs::choose_pack_file(&session, &path)?;
    Ok(ChosenFileView { file: Some(ChosenFile { token, name, size }) })
}

pub(crate) fn read_pack(app: &App, _: &dyn Host, request: ReadPackRequest) -> Result<PackPreview, ApiError> {
    let session = app.session()?;
    let file = source(&session, &request)?;
    Ok(preview(packs::read_pack(&session, &read(request, file)?)?))
}

/// The file that a request names, in one of the two ways.
fn source(session: &Session, request: &ReadPackRequest) -> Result<PackSource, ApiError> {
    match (&request.upload, &request.chosen) {
        (Some(upload), None) => Ok(PackSource::Upload(upload.clone())),
        (None, Some(token)) => Ok(packs::chosen(session, token)?),
        _ => Err(ApiError::bad_request()),
    }
}

/// Reads a pack where it lies, of any size; `upload` and `chosen` of the request do not count.
///
/// # Errors
/// [`ApiError`]: `bad_request` for a word that is in no list, `import_fault` for a file that cannot be read.
pub fn read_pack_at(app: &App, path: &Path, request: ReadPackRequest) -> Result<PackPreview, ApiError> {
    let file = PackSource::Path(path.to_owned());
    Ok(preview(packs::read_pack(&*app.session()?, &read(request, file)?)?))
}

/// Imports a pack from where it lies and waits for the end; `upload` and `chosen` do not count.
/// `progress` is told the step as [`PackProgressView`] names it, what is done and how much it is in all;
/// when it says false, what was kept is undone.
///
/// # Errors
/// [`ApiError`]: as [`read_pack_at`], `dates_ambiguous`, `not_found`, `disk_full`.
pub fn import_pack_at(
    app: &App,
    path: &Path,
    request: ImportPackRequest,
    progress: &mut (dyn FnMut(&'static str, u32, u32) -> bool + Send),
) -> Result<PackEnded, ApiError> {
    let import = import(request, PackSource::Path(path.to_owned()))?;
    let told = &mut |step: packs::Step, done, total| progress(step.as_str(), done, total);
    Ok(ended_view(&packs::import_pack(&*app.session()?, &import, told)?))
}

fn read(request: ReadPackRequest, file: PackSource) -> Result<ReadPack, ApiError> {
    let dates = match request.dates.as_deref() {
        None => None,
        Some("day_first") => Some(DateOrder::DayFirst),
        Some("month_first") => Some(DateOrder::MonthFirst),
        Some(_) => return Err(ApiError::bad_request()),
    };
    Ok(ReadPack {
        file,
        rows: RowsAre::parse(&request.rows).ok_or_else(ApiError::bad_request)?,
        system: request.system,
        as_at: request.as_at.parse().map_err(|_| ApiError::bad_request())?,
        columns: request.columns,
        dates,
        sheet: request.sheet,
    })
}

fn preview(preview: packs::Preview) -> PackPreview {
    PackPreview {
        file_name: preview.file_name,
        sheets: preview.sheets,
        headings: preview.headings,
        first: preview.first,
        fields: preview
            .fields
            .iter()
            .map(|field| PackField { name: field.name.to_owned(), needed: field.needed })
            .collect(),
        columns: preview.columns,
        remembered: preview.remembered,
        date_formats: preview.date_formats.into_iter().map(|(format, example)| (format.to_owned(), example)).collect(),
        dates_ambiguous: preview.dates_ambiguous,
        dates: preview
            .dates
            .map(|order| if order == DateOrder::DayFirst { "day_first" } else { "month_first" }.to_owned()),
        dates_matter: preview.dates_matter,
        rows: preview.rows,
        counts: counts(&preview.counts),
        problems: preview
            .problems
            .into_iter()
            .map(|count| PackProblem {
                kind: count.problem.kind.to_owned(),
                taken: count.problem.taken,
                rows: count.rows,
                first: count.first,
            })
            .collect(),
        unclear: preview
            .unclear
            .iter()
            .map(|unclear| PackPerson {
                key: unclear.person.to_string(),
                name: unclear.name.clone(),
                date_of_birth: unclear.born.map(|born| born.to_string()),
                candidates: unclear.candidates.iter().map(|one| match_view(person_row(&one.row), &one.found)).collect(),
            })
            .collect(),
        example: preview.example.map(|example| PackExample {
            of: example.of,
            relation: example.relation,
            to: example.to,
        }),
    }
}

fn counts(counts: &packs::Counts) -> PackCounts {
    PackCounts {
        ready: counts.ready,
        left_out: counts.left_out,
        new_people: counts.new_people,
        known_people: counts.known_people,
        facts: counts.facts,
        notes: counts.notes,
        undated: counts.undated,
    }
}

pub(crate) fn import_pack(
    app: &App,
    host: &dyn Host,
    request: ImportPackRequest,
) -> Result<PackProgressView, ApiError> {
    let session = app.session()?;
    let file = source(&session, &request.read)?;
    packs::start_pack(&session, import(request, file)?)?;
    pack_progress(app, host, Nothing {})
}

fn import(request: ImportPackRequest, file: PackSource) -> Result<ImportPack, ApiError> {
    let decided = request.people.iter().filter(|(_, who)| *who != "new");
    let people = decided.map(|(key, who)| Ok((id(key)?, id(who)?))).collect::<Result<_, ApiError>>()?;
    Ok(ImportPack { read: read(request.read, file)?, people, remember: request.remember })
}

fn ended_view(ended: &packs::PackEnded) -> PackEnded {
    PackEnded { batch: ended.batch.map(|batch| batch.to_string()), counts: counts(&ended.counts) }
}

pub(crate) fn pack_progress(app: &App, _: &dyn Host, _: Nothing) -> Result<PackProgressView, ApiError> {
    let session = app.session()?;
    let (progress, (ended, failed)) = packs::pack_progress(&session, |ended| match ended {
        None => (None, None),
        Some(Ok(ended)) => (Some(ended_view(ended)), None),
        Some(Err(fault)) => (None, Some(ApiError::of(fault))),
    })?;
    Ok(PackProgressView {
        running: progress.running,
        step: progress.step.as_str().to_owned(),
        done: progress.done,
        total: progress.total,
        ended,
        failed,
    })
}

pub(crate) fn cancel_pack(app: &App, _: &dyn Host, _: Nothing) -> Result<Nothing, ApiError> {
    packs::cancel_pack(&*app.session()?)?;
    Ok(Nothing {})
}

pub(crate) fn list_packs(app: &App, _: &dyn Host, _: Nothing) -> Result<PacksView, ApiError> {
    let row = |listed: packs::PackListed| PackRow {
        batch: listed.pack.batch.to_string(),
        file_name: listed.pack.file_name,
        system: listed.pack.system,
        as_at: listed.pack.as_at.to_string(),
        holds: match listed.pack.holds {
            journal::PackHolds::People => "people",
            journal::PackHolds::History => "history",
        }
        .to_owned(),
        count: listed.pack.count,
        author: listed.author,
        recorded: listed.pack.recorded.to_rfc3339(),
        undone: listed.pack.undone.map(|at| at.to_rfc3339()),
    };
    Ok(PacksView { packs: packs::list_packs(&*app.session()?)?.into_iter().map(row).collect() })
}

pub(crate) fn undo_pack(app: &App, _: &dyn Host, request: UndoPackRequest) -> Result<PackUndoneView, ApiError> {
    let kept = packs::undo_pack(&app.session()?, id(&request.batch)?, &request.reason)?;
    Ok(PackUndoneView { kept: kept.iter().map(person_row).collect() })
}

pub(crate) fn reconcile(app: &App, _: &dyn Host, _: Nothing) -> Result<ReconcileView, ApiError> {
    let list = packs::reconcile(&*app.session()?)?;
    let point = |point: &packs::Point| ReconcilePoint {
        sort: point.sort.to_owned(),
        what: point.what.clone(),
        pack: point.pack.clone(),
        here: point.here.clone(),
    };
    let row = |child: &packs::ToReconcile| ReconcileRow {
        person: person_row(&child.person),
        points: child.points.iter().map(point).collect(),
    };
    Ok(ReconcileView { children: list.children.iter().map(row).collect(), done: list.done })
}

pub(crate) fn reconciled(app: &App, _: &dyn Host, request: ReconciledRequest) -> Result<Nothing, ApiError> {
    packs::reconciled(&*app.session()?, id(&request.id)?)?;
    Ok(Nothing {})
}
