//! NOT WRITTEN YET.

use app::App;

use crate::{ApiError, Code, Host, types::*};

pub(crate) fn add_document(_: &App, _: &dyn Host, _: AddDocumentRequest) -> Result<FactView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn open_document(_: &App, _: &dyn Host, _: ById) -> Result<DocumentView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn document_page(_: &App, _: &dyn Host, _: DocumentPageRequest) -> Result<DocumentPageView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}
