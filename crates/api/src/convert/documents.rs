//! Documents on files.

use app::{
    App,
    documents::{self, NewDocument, OpenDocument, Shown},
};
use base64::{Engine, engine::general_purpose::STANDARD};

use super::{facts::fact_view, id, ids};
use crate::{ApiError, Host, types::*};

pub(crate) fn add_document(app: &App, _: &dyn Host, request: AddDocumentRequest) -> Result<FactView, ApiError> {
    let on = request.on.filter(|on| !on.trim().is_empty());
    let new = NewDocument {
        upload: request.upload,
        id: request.id.as_deref().map(id).transpose()?,
        about: ids(&request.about)?,
        title: request.title,
        sort: request.sort,
        on: on.map(|on| on.trim().parse()).transpose().map_err(|_| app::AppFault::DateNotReal)?,
        thought_to_be: request.thought_to_be.unwrap_or_default(),
        note: request.note.unwrap_or_default(),
    };
    Ok(fact_view(&documents::add_document(&*app.session()?, new)?))
}

pub(crate) fn open_document(app: &App, _: &dyn Host, request: ById) -> Result<DocumentView, ApiError> {
    let open = documents::open_document(&*app.session()?, id(&request.id)?)?;
    let OpenDocument { fact, shown, pages, text, words, notes } = open;
    let shown = match shown {
        Shown::Picture => "picture",
        Shown::Pages => "pages",
        Shown::Text => "text",
        Shown::Not => "none",
    };
    Ok(DocumentView {
        fact: fact_view(&fact),
        shown: shown.to_owned(),
        pages,
        text,
        words,
        notes: notes.into_iter().map(str::to_owned).collect(),
    })
}

pub(crate) fn document_page(
    app: &App,
    _: &dyn Host,
    request: DocumentPageRequest,
) -> Result<DocumentPageView, ApiError> {
    let page = documents::document_page(&*app.session()?, id(&request.id)?, request.page, request.width)?;
    Ok(DocumentPageView {
        media: page.media.to_owned(),
        content: STANDARD.encode(page.bytes),
        width: page.width,
        height: page.height,
    })
}
