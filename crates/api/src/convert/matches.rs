//! NOT WRITTEN YET.

use app::App;

use crate::{ApiError, Code, Host, types::*};

pub(crate) fn find_matches(_: &App, _: &dyn Host, _: FindMatchesRequest) -> Result<MatchesView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn duplicates(_: &App, _: &dyn Host, _: Nothing) -> Result<DuplicatesView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}
