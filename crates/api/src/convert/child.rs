//! NOT WRITTEN YET.

use app::App;

use crate::{ApiError, Code, Host, types::*};

pub(crate) fn open_child(_: &App, _: &dyn Host, _: ById) -> Result<ChildView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn timeline(_: &App, _: &dyn Host, _: TimelineRequest) -> Result<TimelineView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn open_note(_: &App, _: &dyn Host, _: ById) -> Result<NoteView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn chronology(_: &App, _: &dyn Host, _: ChronologyRequest) -> Result<ChronologyView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}
