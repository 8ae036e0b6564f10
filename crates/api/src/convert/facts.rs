//! NOT WRITTEN YET.

use app::App;

use crate::{ApiError, Code, Host, types::*};

pub(crate) fn record_fact(_: &App, _: &dyn Host, _: RecordFactRequest) -> Result<FactView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn withdraw_fact(_: &App, _: &dyn Host, _: WithdrawFactRequest) -> Result<Nothing, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn read_warnings(_: &App, _: &dyn Host, _: ReadWarningsRequest) -> Result<Nothing, ApiError> {
    Err(ApiError::plain(Code::Internal))
}

pub(crate) fn network(_: &App, _: &dyn Host, _: ById) -> Result<NetworkView, ApiError> {
    Err(ApiError::plain(Code::Internal))
}
