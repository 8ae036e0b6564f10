//! NOT WRITTEN YET.

use app::App;

use crate::{ApiError, Code, Host, types::*};

pub(crate) fn read_pack(_: &App, _: &dyn Host, _: ReadPackRequest) -> Result<PackPreview, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn import_pack(_: &App, _: &dyn Host, _: ImportPackRequest) -> Result<PackProgressView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn pack_progress(_: &App, _: &dyn Host, _: Nothing) -> Result<PackProgressView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn cancel_pack(_: &App, _: &dyn Host, _: Nothing) -> Result<Nothing, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn list_packs(_: &App, _: &dyn Host, _: Nothing) -> Result<PacksView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn undo_pack(_: &App, _: &dyn Host, _: UndoPackRequest) -> Result<PackUndoneView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn reconcile(_: &App, _: &dyn Host, _: Nothing) -> Result<ReconcileView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn reconciled(_: &App, _: &dyn Host, _: ReconciledRequest) -> Result<Nothing, ApiError> {
    Err(ApiError::plain(Code::Internal))
}
