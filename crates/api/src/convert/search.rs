//! NOT WRITTEN YET.

use app::App;

use crate::{ApiError, Code, Host, types::*};

pub(crate) fn search(_: &App, _: &dyn Host, _: SearchRequest) -> Result<SearchView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn pin_person(_: &App, _: &dyn Host, _: PinRequest) -> Result<Nothing, ApiError> {
    Err(ApiError::plain(Code::Internal))
}
