//! NOT WRITTEN YET.

use app::App;

use crate::{ApiError, Code, Host, types::*};

pub(crate) fn my_day(_: &App, _: &dyn Host, _: Nothing) -> Result<MyDayView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn caseload(_: &App, _: &dyn Host, _: CaseloadRequest) -> Result<CaseloadView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn transfer(_: &App, _: &dyn Host, _: TransferRequest) -> Result<Nothing, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn organisation(_: &App, _: &dyn Host, _: Nothing) -> Result<OrganisationView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}
