//! Files on their way in, and files of answers.

use app::{App, files};
use base64::{Engine, engine::general_purpose::STANDARD};

use super::id;
use crate::{ApiError, Host, types::*};

pub(crate) fn begin_upload(app: &App, _: &dyn Host, request: BeginUploadRequest) -> Result<UploadView, ApiError> {
    let id = files::begin_upload(&*app.session()?, &request.name, request.size as usize)?;
    Ok(UploadView { id, arrived: 0 })
}

pub(crate) fn upload_part(app: &App, _: &dyn Host, request: UploadPartRequest) -> Result<UploadView, ApiError> {
    let part = STANDARD.decode(request.data).map_err(|_| ApiError::bad_request())?;
    let arrived = files::upload_part(&*app.session()?, &request.id, &part)?;
    Ok(UploadView { id: request.id, arrived: u32::try_from(arrived).unwrap_or(u32::MAX) })
}

pub(crate) fn attach(app: &App, _: &dyn Host, request: AttachRequest) -> Result<AttachmentView, ApiError> {
    let kept = files::attach(&*app.session()?, id(&request.draft)?, &request.path, &request.upload)?;
    Ok(AttachmentView {
        blob: kept.blob.to_string(),
        name: kept.name,
        size: u32::try_from(kept.size).unwrap_or(u32::MAX),
        media: kept.media.to_owned(),
    })
}

pub(crate) fn read_attachment(
    app: &App,
    _: &dyn Host,
    request: ReadAttachmentRequest,
) -> Result<AttachmentContentView, ApiError> {
    let draft = request.draft.as_deref().map(id).transpose()?;
    let record = request.record.as_deref().map(id).transpose()?;
    let content = files::read_attachment(&*app.session()?, draft, record, &request.blob)?;
    Ok(AttachmentContentView { media: content.media, data: STANDARD.encode(content.bytes) })
}
