//! Answers side by side; answers from and to files.

use std::path::Path;

use app::{
    App,
    responses::{
        self, ChildDecision as Decision, Decided, ExportResponses, Filter, Fixed, ImportResponses, ReadFile,
        SheetHeading, SheetPlace,
    },
};
use domain::likeness::Likeness;
use exchange::{DateOrder, Dialect, FileKind, Layout};

use super::{
    form_desk::{import_line, say},
    id,
    save::{ask, save, save_to},
    target::{self, target_of},
};
use crate::{ApiError, Host, types::*};

pub(crate) fn answered_forms(app: &App, _: &dyn Host, _: Nothing) -> Result<AnsweredFormsView, ApiError> {
    let session = app.session()?;
    let row =
        |form: responses::AnsweredForm| AnsweredFormRow { form: form.form, title: form.title, records: form.records };
    let (forms, may_import) = responses::answered_forms(&session)?;
    Ok(AnsweredFormsView { forms: forms.into_iter().map(row).collect(), may_import })
}

fn filters(filters: Vec<SheetFilter>) -> Vec<Filter> {
    filters.into_iter().map(|filter| Filter { column: filter.column, holds: filter.holds }).collect()
}

pub(crate) fn sheet(app: &App, _: &dyn Host, request: SheetRequest) -> Result<SheetView, ApiError> {
    let place = SheetPlace {
        form: request.form,
        sort: request.sort,
        descending: request.descending,
        filters: filters(request.filters),
    };
    let sheet = responses::sheet(&*app.session()?, place, request.from, request.count)?;
    Ok(SheetView {
        title: sheet.form.definition().title.clone(),
        columns: sheet.headings.iter().map(heading).collect(),
        rows: sheet.rows.into_iter().map(|row| SheetRow { record: row.record.to_string(), cells: row.cells }).collect(),
        matched: sheet.matched,
        total: sheet.total,
        may_export: sheet.may_export,
    })
}

fn heading(heading: &SheetHeading) -> SheetColumnView {
    match heading {
        SheetHeading::Fixed(fixed) => SheetColumnView {
            key: fixed.key().to_owned(),
            header: say(&format!("sheet-column-{}", fixed.key()), &[]),
            section: String::new(),
            kind: if matches!(fixed, Fixed::Recorded | Fixed::Event) { "moment" } else { "text" }.to_owned(),
        },
        SheetHeading::Question(column) => SheetColumnView {
            key: column.key.clone(),
            header: column.header.clone(),
            section: column.section.clone(),
            kind: column.kind.to_owned(),
        },
    }
}

pub(crate) fn summarise(app: &App, _: &dyn Host, request: SummaryRequest) -> Result<SummaryView, ApiError> {
    let summary = responses::summarise(&*app.session()?, &request.form, filters(request.filters))?;
    Ok(SummaryView {
        title: summary.form.definition().title.clone(),
        rows: summary.rows,
        questions: summary.questions.into_iter().map(question_summary).collect(),
        as_at: summary.as_at.to_rfc3339(),
    })
}

fn question_summary(question: responses::QuestionSummary) -> QuestionSummaryView {
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let counts = question.counts;
    let mut rows: Vec<CountRow> = counts
        .choices
        .iter()
        .map(|choice| CountRow { label: choice.label.clone(), count: number(choice.count) })
        .collect();
    if counts.other > 0 {
        rows.push(CountRow { label: say("summary-other", &[]), count: number(counts.other) });
    }
    if counts.unplaced > 0 {
        rows.push(CountRow { label: say("summary-unplaced", &[]), count: number(counts.unplaced) });
    }
    if let Some(numbers) = &counts.numbers {
        rows.extend(numbers.bins.iter().map(|bin| CountRow {
            label: say("summary-bin", &[("from", bin.from.to_string()), ("below", bin.below.to_string())]),
            count: number(bin.count),
        }));
    }
    QuestionSummaryView {
        key: question.column.key,
        header: question.column.header,
        kind: question.column.kind.to_owned(),
        answered: number(counts.answered),
        not_known: number(counts.not_known),
        empty: number(counts.not_answered),
        counts: rows,
        numbers: counts.numbers.map(|numbers| (numbers.min, numbers.mean, numbers.max)),
    }
}

pub(crate) fn export_responses(
    app: &App,
    host: &dyn Host,
    request: ExportResponsesRequest,
) -> Result<ExportedView, ApiError> {
    let session = app.session()?;
    let file = match request.file.as_str() {
        "csv" => FileKind::Csv,
        "xlsx" => FileKind::Xlsx,
        _ => return Err(ApiError::bad_request()),
    };
    let layout = match request.layout {
        ExportLayout::GoogleSheet => Layout::GoogleSheet,
        ExportLayout::Lossless => Layout::Lossless,
        ExportLayout::Envelope => Layout::Envelope,
    };
    let Some(place) = ask(host, format!("{}.{}", request.form, request.file))? else {
        return Ok(ExportedView { rows: None, download: None });
    };
    let export = ExportResponses { form: request.form, layout, file, filters: filters(request.filters) };
    save(place, app.folder(), |out, work_in| Ok(responses::export_responses(&session, export, out, work_in, word)?))
}

/// Writes an export to a file that the person named.
///
/// # Errors
/// As the command; what was begun is taken away, and a file that stood there before stays as it was.
pub fn export_to(session: &app::Session, export: ExportResponses, path: &Path) -> Result<u32, ApiError> {
    save_to(path, |out, work_in| Ok(responses::export_responses(session, export, out, work_in, word)?))
}

/// The wording of a column that is no question.
pub fn word(name: &str) -> String {
    say(&format!("export-column-{name}"), &[])
}

pub(crate) fn read_responses(
    app: &App,
    _: &dyn Host,
    request: ReadResponsesRequest,
) -> Result<ReadResponsesView, ApiError> {
    let mapping = request.columns.as_deref().map(target::mapping).transpose()?;
    let order = request.dates.as_deref().map(date_order).transpose()?;
    let file = ReadFile { upload: request.upload, form: request.form, mapping, order };
    let read = responses::read_responses(&*app.session()?, file)?;
    let mut lines: Vec<ImportLineView> = read.lines.iter().map(import_line).collect();
    lines.extend(read.doubts.iter().map(|place| ImportLineView {
        place: say("import-row", &[("row", place.row.to_string())]),
        about: place.doubt.column.clone(),
        message: say(&format!("import-doubt-{}", place.doubt.code), &place.doubt.params),
        weight: "changed".to_owned(),
    }));
    let columns: Vec<ColumnTarget> = read
        .mapping
        .columns
        .iter()
        .zip(read.examples)
        .map(|(column, example)| ColumnTarget { header: column.header.clone(), target: target_of(column), example })
        .collect();
    Ok(ReadResponsesView {
        file_name: read.file_name,
        dialect: say(&format!("import-dialect-{}", dialect(read.dialect)), &[]),
        rows: read.rows,
        new: read.new,
        already_here: read.already_here,
        changed: read.changed,
        targets: target::choices(&read.form, &columns),
        columns,
        dates: read.orders.possible().into_iter().map(|order| date_word(order).to_owned()).collect(),
        lines_total: u32::try_from(read.lines.len()).unwrap_or(0).saturating_add(read.doubts_total),
        lines,
        people: read.people.iter().map(named_child).collect(),
        preview: read.preview,
        preview_headers: read.preview_headers,
    })
}

fn dialect(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Download => "download",
        Dialect::Sheet => "sheet",
        Dialect::Api => "api",
        Dialect::Lossless => "lossless",
    }
}

fn date_word(order: DateOrder) -> &'static str {
    match order {
        DateOrder::YearFirst => "year_first",
        DateOrder::DayFirst => "day_first",
        DateOrder::MonthFirst => "month_first",
    }
}

fn date_order(word: &str) -> Result<DateOrder, ApiError> {
    [DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst]
        .into_iter()
        .find(|order| date_word(*order) == word)
        .ok_or_else(ApiError::bad_request)
}

fn named_child(child: &responses::NamedInFile) -> NamedChildView {
    NamedChildView {
        key: child.key.clone(),
        name: child.name.clone(),
        born: child.born.map(|born| born.to_string()),
        id: child.id.clone(),
        rows: child.rows,
        likeness: child.likeness.map_or("none", Likeness::as_str).to_owned(),
        candidates: child
            .candidates
            .iter()
            .map(|found| CandidateView {
                person: found.person.id.to_string(),
                name: found.person.name.clone(),
                born: found.person.date_of_birth.map(|born| born.to_string()),
            })
            .collect(),
    }
}

pub(crate) fn import_responses(
    app: &App,
    host: &dyn Host,
    request: ImportResponsesRequest,
) -> Result<ImportProgressView, ApiError> {
    let import = ImportResponses {
        upload: request.upload,
        form: request.form,
        mapping: target::mapping(&request.columns)?,
        order: date_order(&request.dates)?,
        children: request.people.into_iter().map(decision).collect::<Result<_, _>>()?,
    };
    responses::start_import(&app.session()?, import)?;
    import_progress(app, host, Nothing {})
}

fn decision(decision: ChildDecision) -> Result<Decision, ApiError> {
    let who = match decision.person.as_str() {
        "new" => Decided::New,
        "none" => Decided::None,
        person => Decided::Person(id(person)?),
    };
    Ok(Decision { key: decision.key, who })
}

pub(crate) fn import_progress(app: &App, _: &dyn Host, _: Nothing) -> Result<ImportProgressView, ApiError> {
    let session = app.session()?;
    let (progress, (finished, failed)) = responses::import_progress(&session, |ended| match ended {
        None => (None, None),
        Some(Ok(imported)) => (Some(imported_view(imported)), None),
        Some(Err(fault)) => (None, Some(ApiError::of(fault))),
    })?;
    Ok(ImportProgressView { running: progress.running, done: progress.done, total: progress.total, finished, failed })
}

/// What an import did.
pub fn imported_view(imported: &responses::Imported) -> ImportedView {
    ImportedView {
        batch: imported.batch.map(|batch| batch.to_string()),
        new: imported.new,
        changed: imported.changed,
        already_here: imported.already_here,
        people_added: imported.people_added,
    }
}

pub(crate) fn cancel_import(app: &App, _: &dyn Host, _: Nothing) -> Result<Nothing, ApiError> {
    responses::cancel_import(&*app.session()?)?;
    Ok(Nothing {})
}

pub(crate) fn list_imports(app: &App, _: &dyn Host, _: Nothing) -> Result<ImportsView, ApiError> {
    let row = |row: responses::ImportRow| ImportRow {
        batch: row.batch.batch.to_string(),
        file_name: row.batch.file_name,
        form: row.form,
        records: row.batch.records,
        recorded: row.batch.recorded.to_rfc3339(),
        author: row.author,
        undone: row.batch.undone.map(|at| at.to_rfc3339()),
    };
    let imports = responses::list_imports(&*app.session()?)?;
    Ok(ImportsView { imports: imports.into_iter().map(row).collect() })
}

pub(crate) fn undo_import(app: &App, _: &dyn Host, request: UndoImportRequest) -> Result<Nothing, ApiError> {
    responses::undo_import(&*app.session()?, id(&request.batch)?, &request.reason)?;
    Ok(Nothing {})
}
