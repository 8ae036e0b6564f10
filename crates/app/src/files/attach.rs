//! Makes a file that was handed in an answer of a draft: looked into, cleaned, sealed.

use domain::{Action, DraftId, Resource};
use forms::{FileType, Kind, QuestionPath};
use vault::Hash;

use super::take::take;
use crate::{AppFault, Session, drafts::find, permit::permit};

/// A file of an answer.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// SHA-256 of the content.
    pub blob: Hash,
    /// Name.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// What it is, found by looking into it.
    pub media: &'static str,
}

domain::named_only!(Attachment);

/// Seals a file that was handed in, for the answer at a path of a draft. The screen puts it among
/// the answers; the file is part of the record once that is filed.
///
/// # Errors
/// [`AppFault::FileRefused`] when it holds a program or macros or is of a sort that the question does
/// not take, [`AppFault::FileTooLarge`], [`AppFault::DiskFull`].
pub fn attach(session: &Session, draft: DraftId, path: &str, upload: &str) -> Result<Attachment, AppFault> {
    permit(session, Action::Amend, Resource::Drafts)?;
    let draft = find(session, draft)?;
    let form = session.form(draft.form)?;
    let path = QuestionPath::read(path).ok_or(AppFault::NotFound { what: "question" })?;
    let id = path.inside.as_ref().map_or(&path.question, |inside| &inside.question);
    let question = form.question(id).ok_or(AppFault::NotFound { what: "question" })?;
    let Kind::Upload(rules) = &question.kind else { return Err(AppFault::NotFound { what: "question" }) };
    let (name, bytes) = {
        let uploads = session.uploads();
        (uploads.name(upload)?, uploads.content(upload)?)
    };
    let most = (rules.max_mib as usize) << 20;
    if bytes.len() > most {
        return Err(AppFault::FileTooLarge { most });
    }
    let taken = take(bytes, &name)?;
    let any: &[FileType] = &rules.types;
    if !any.is_empty() && !any.contains(&taken.kind) {
        return Err(AppFault::FileRefused { why: "kind" });
    }
    // Written anew, a picture of another format may have grown.
    if taken.bytes.len() > most {
        return Err(AppFault::FileTooLarge { most });
    }
    let kept = session.casebook.blobs().put(taken.bytes.as_slice()).map_err(casebook::CasebookFault::from)?;
    session.uploads().forget(upload);
    Ok(Attachment { blob: kept.hash, name, size: kept.size, media: taken.media })
}
