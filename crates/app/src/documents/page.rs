//! Draws a page of a document, here: the window is given pixels and no file.

use domain::{Action, FactId, Resource};

use super::open::{content, find};
use crate::{
    AppFault, Session,
    files::{
        pdf,
        picture::{Picture, no_wider},
    },
    permit::permit,
};

/// Narrowest and widest that a page is drawn, in pixels.
const WIDTHS: (u32, u32) = (200, 3000);

/// A page as a picture.
pub struct DocumentPage {
    /// `image/png` or `image/jpeg`.
    pub media: &'static str,
    /// The picture.
    pub bytes: Vec<u8>,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// Draws a page of a PDF, from 1, or a picture. That somebody looks was noted when the document was
/// opened.
///
/// # Errors
/// [`AppFault::NotFound`] for a page that it has not, [`AppFault::FileRefused`]: `damaged`, `slow`.
pub fn document_page(session: &Session, id: FactId, page: u32, width: u32) -> Result<DocumentPage, AppFault> {
    permit(session, Action::Read, Resource::People)?;
    let (_, document) = find(session, id)?;
    let file = document.file.ok_or(AppFault::NotFound { what: "file" })?;
    let width = width.clamp(WIDTHS.0, WIDTHS.1);
    let Picture { media, bytes, width, height } = match file.media.as_str() {
        "application/pdf" => pdf::draw(content(session, &file)?, page, width)?,
        "image/png" | "image/jpeg" if page == 1 => no_wider(content(session, &file)?, width)?,
        _ => return Err(AppFault::NotFound { what: "page" }),
    };
    Ok(DocumentPage { media, bytes, width, height })
}
