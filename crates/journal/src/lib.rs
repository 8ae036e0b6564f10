//! The journal: every durable act is one immutable entry, a link and a body.
//!
//! A [`Link`] holds no personal fact and always travels, complete and in order. A [`Body`] says who
//! did what and travels by urgency, only to those who may see it; it can be erased and the chain
//! still verifies. A [`Receipt`], signed by the hub, is the only thing that makes a record received.
//!
//! This room is pure: it encodes, decodes, signs with keys that it is given, and verifies. It
//! stores nothing, sends nothing and knows no clock. The protocol between a device and a hub is the
//! trait [`Hub`], which the client over HTTP and the hub itself both implement.

mod batch;
mod body;
mod chain;
mod encoding;
mod enrol;
mod entry;
mod fault;
mod kinds;
mod link;
mod pack;
mod protocol;
mod receipt;
mod request;
mod verdict;

pub use batch::{Batch, BodyInBatch, MAX_BATCH_BYTES, MAX_BATCH_LINKS};
pub use body::{BlobUse, Body, BodyFault, MAX_BODY_BYTES, SealedBody, Subject, Subjects};
pub use chain::{Continues, Head, follow, open_chain};
pub use enrol::{EnrolCode, EnrolCodeFault};
pub use entry::{Entry, NewEntry};
pub use fault::{HubErrorBody, HubFault};
pub use kinds::{
    AuthorNamed, CasebookCare, ChainOpened, Enrolled, Exported, FactRecorded, FactWithdrawn, FileOpened, FormPublished,
    FormRetired, ImportUndone, Kind, Known, LeadPhoned, PackHolds, PackImported, PersonAdded, PersonAmended, Printed,
    RecordFiled, RecordSource, ResponsesImported, WarningsRead,
};
pub use link::{Link, LinkFault};
pub use pack::{HistoricNote, PackLine};
pub use protocol::{
    BlobPart, BlobStanding, EnrolAnswer, EnrolRequest, Hub, MAX_PART_BYTES, MAX_REQUEST_BYTES, Range, Refused,
    Standing, StandingRequest, SubmitAnswer, VerdictsAnswer, VerdictsRequest,
};
pub use receipt::{Receipt, ReceiptFault, SignedReceipt};
pub use request::{AnswerMark, RequestMark};
pub use verdict::{Decision, SignedVerdict, Verdict};
