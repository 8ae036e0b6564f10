//! Opens a document. Opening it is an entry, as with any file.

use casebook::tables;
use domain::{
    Action, Fact, FactId, Resource,
    facts::{Document, DocumentFile},
};
use journal::{FileOpened, Known, Subject};
use vault::{BlobRef, Hash};

use super::add::shown;
use crate::{
    AppFault, Session,
    facts::FactShown,
    files::{pdf, shorten},
    permit::permit,
};

/// Most bytes of a text that are shown.
const MOST_TEXT: usize = 1 << 20;

/// How a document is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// As a picture.
    Picture,
    /// Page by page.
    Pages,
    /// As text.
    Text,
    /// Not in here: a recording, a table, or no file yet.
    Not,
}

/// A document as it opens.
pub struct OpenDocument {
    /// The document, without its words.
    pub fact: FactShown,
    /// How it is shown.
    pub shown: Shown,
    /// How many pages a PDF has.
    pub pages: u32,
    /// The text of a text file.
    pub text: String,
    /// The words of any other, as far as they could be read.
    pub words: String,
    /// What was done to it: `re_encoded`, `script_never_run`, `text_cut`.
    pub notes: Vec<&'static str>,
}

/// Opens a document.
///
/// # Errors
/// [`AppFault::NotFound`]; [`AppFault::FileRefused`] when it cannot be read any more.
pub fn open_document(session: &Session, id: FactId) -> Result<OpenDocument, AppFault> {
    permit(session, Action::Read, Resource::People)?;
    let (known, document) = find(session, id)?;
    let person = known.about.first().copied();
    let opened = FileOpened { person, document: Some(id), ..FileOpened::default() };
    let mut entry = session.entry(Known::FileOpened(opened));
    entry.subjects = known.about.iter().map(|person| Subject::Person(*person)).collect();
    session.append(entry)?;

    let fact = shown(session, id)?;
    let mut open = OpenDocument {
        fact,
        shown: Shown::Not,
        pages: 0,
        text: String::new(),
        words: String::new(),
        notes: Vec::new(),
    };
    let Some(file) = document.file else { return Ok(open) };
    if file.re_encoded {
        open.notes.push("re_encoded");
    }
    match file.media.as_str() {
        "application/pdf" => {
            let found = pdf::look_into(content(session, &file)?, 0)?;
            open.shown = Shown::Pages;
            open.pages = found.pages;
            if found.script {
                open.notes.push("script_never_run");
            }
            open.words = file.words;
        }
        "image/png" | "image/jpeg" => open.shown = Shown::Picture,
        "text/plain" | "text/csv" => {
            let mut text = String::from_utf8_lossy(&content(session, &file)?).into_owned();
            if text.len() > MOST_TEXT {
                open.notes.push("text_cut");
            }
            shorten(&mut text, MOST_TEXT);
            open.shown = Shown::Text;
            open.text = text;
        }
        _ => open.words = file.words,
    }
    Ok(open)
}

/// A document that whoever acts may read.
pub(super) fn find(session: &Session, id: FactId) -> Result<(tables::fact::Known, Document), AppFault> {
    let missing = || AppFault::NotFound { what: "document" };
    let known =
        session.casebook.read(|reading| Ok::<_, AppFault>(tables::fact::find(reading, id)?))?.ok_or_else(missing)?;
    for person in &known.about {
        permit(session, Action::Read, Resource::Person(*person))?;
    }
    let Fact::Document(document) = &known.says else { return Err(missing()) };
    let document = document.clone();
    Ok((known, document))
}

/// The file of a document.
pub(super) fn content(session: &Session, file: &DocumentFile) -> Result<Vec<u8>, AppFault> {
    let missing = || AppFault::NotFound { what: "file" };
    let hash: Hash = file.blob.parse().map_err(|_| missing())?;
    let mut bytes = Vec::new();
    session.casebook.blobs().get(&BlobRef { hash, size: file.size }, &mut bytes).map_err(|error| match error {
        vault::BlobError::Io(error) => AppFault::from(error),
        _ => missing(),
    })?;
    Ok(bytes)
}
