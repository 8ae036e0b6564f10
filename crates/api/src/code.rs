//! What goes wrong, as screens and scripts see it: a closed code and what its sentence names. The
//! sentences are in the catalogue: `error-<code>`, `error-<code>-kept`, `error-<code>-next`.

use std::collections::BTreeMap;

use app::AppFault;
use domain::facts::FactFault;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A failed command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApiError {
    /// Which sentence.
    pub code: Code,
    /// What the sentence names.
    pub args: BTreeMap<String, String>,
}

macro_rules! codes {
    ($($name:ident),* $(,)?) => {
        /// Every way in which a command can fail.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs, reason = "the sentence in the catalogue is the documentation")]
        pub enum Code { $($name),* }

        impl Code {
            /// Every code, for the test that each has its sentences.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

codes! {
    NoCasebook, CasebookExists, OpenElsewhere, NetworkFolder, Locked, WrongPassphrase, WrongRecoveryCode,
    RecoveryCodeMistyped, TooManyTries, KeyFileMissing, KeyFileDamaged, KeyFileOlder, KeyFileNewer,
    DatabaseDamaged, CasebookNewer, NotEncrypting, NotEnoughMemory, DiskFull, DiskFailed, NotAllowed,
    NotFound, NameEmpty, NameTooLong, DateNotReal, DateInFuture, FormUnknown, FormFaulty, ChildNeeded,
    AnswersUnreadable, PersonUnclear, TimeNotUnderstood, DraftMoved, DraftSetAside, NotReady, RecordTooLarge, RecoveryNotBegun, GroupsDiffer, PassphraseWeak,
    SettingOutOfBounds, EnrolCodeMistyped, HubNotEncrypted, NotEnrolled, HubUnreachable, HubNotKnown,
    HubUnknownDevice, HubCertificate, HubCodeUnknown, HubCodeUsed, HubCodeExpired, HubUnavailable, HubRefused, Stopped,
    FormRetired, FormMoved, FormHasFaults, FormTooLarge, NoteNeeded, NothingChanged, FileTooLarge, FileRefused, ImportFault,
    RowFailed, ImportRunning, ChildrenUndecided, DatesAmbiguous, ExportFailed, SnippetName, TextTooLong,
    FactNotKept, SameRelationship, NoDialog, NotPrinted, BadRequest, Internal,
}

impl Code {
    /// The code as it is written, e.g. `wrong_passphrase`.
    pub fn name(self) -> String {
        serde_json::to_value(self).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// The exit code of the command line (documented in its manual): 2 what was asked for is wrong,
    /// 3 the casebook did not open, 4 the hub, 5 disk and database, 1 anything else.
    pub fn exit_code(self) -> u8 {
        use Code::{
            AnswersUnreadable, BadRequest, CasebookExists, CasebookNewer, ChildNeeded, ChildrenUndecided,
            DatabaseDamaged, DateInFuture, DateNotReal, DatesAmbiguous, DiskFailed, DiskFull, EnrolCodeMistyped,
            ExportFailed, FactNotKept, FileRefused, FileTooLarge, FormFaulty, FormHasFaults, FormRetired, FormTooLarge,
            FormUnknown, HubCertificate, HubCodeExpired, HubCodeUnknown, HubCodeUsed, HubNotEncrypted, HubNotKnown,
            HubRefused, HubUnavailable, HubUnknownDevice, HubUnreachable, ImportFault, KeyFileDamaged, KeyFileMissing,
            KeyFileNewer, KeyFileOlder, NameEmpty, NameTooLong, NetworkFolder, NoCasebook, NotEncrypting,
            NotEnoughMemory, NotEnrolled, NotFound, NotReady, NoteNeeded, NothingChanged, OpenElsewhere,
            PassphraseWeak, PersonUnclear, RecordTooLarge, RecoveryCodeMistyped, RowFailed, SameRelationship,
            SettingOutOfBounds, SnippetName, TextTooLong, TimeNotUnderstood, TooManyTries, WrongPassphrase,
            WrongRecoveryCode,
        };
        match self {
            AnswersUnreadable | BadRequest | ChildNeeded | ChildrenUndecided | DateInFuture | DateNotReal
            | DatesAmbiguous | EnrolCodeMistyped | ExportFailed | FileRefused | FileTooLarge | FormFaulty
            | FormHasFaults | FormRetired | FormTooLarge | FormUnknown | ImportFault | NoteNeeded | NothingChanged
            | FactNotKept | SameRelationship | SnippetName | TextTooLong | NameEmpty | NameTooLong | NotFound
            | NotReady | PassphraseWeak | PersonUnclear | RecordTooLarge | RowFailed | SettingOutOfBounds
            | TimeNotUnderstood => 2,
            CasebookExists | CasebookNewer | KeyFileDamaged | KeyFileMissing | KeyFileNewer | KeyFileOlder
            | NetworkFolder | NoCasebook | NotEncrypting | NotEnoughMemory | OpenElsewhere | RecoveryCodeMistyped
            | TooManyTries | WrongPassphrase | WrongRecoveryCode => 3,
            HubCertificate | HubCodeExpired | HubCodeUnknown | HubCodeUsed | HubNotEncrypted | HubNotKnown
            | HubRefused | HubUnavailable | HubUnknownDevice | HubUnreachable | NotEnrolled => 4,
            DatabaseDamaged | DiskFailed | DiskFull => 5,
            _ => 1,
        }
    }
}

impl ApiError {
    /// A code that names nothing.
    pub fn plain(code: Code) -> Self {
        Self { code, args: BTreeMap::new() }
    }

    fn with(code: Code, name: &str, value: impl ToString) -> Self {
        Self { code, args: BTreeMap::from([(name.to_owned(), value.to_string())]) }
    }

    /// What a rule says of a fact: `why` names the rule, `what` the part that it is about.
    fn fact_not_kept(fault: FactFault) -> Self {
        let (why, what) = match fault {
            FactFault::EndsBeforeItBegins => ("ends_before_it_begins", ""),
            FactFault::InTheFuture => ("in_the_future", ""),
            FactFault::YearCannotBe => ("year_cannot_be", ""),
            FactFault::Needed(what) => ("needed", what),
            FactFault::TooLong(what) => ("too_long", what),
            FactFault::ToOneself => ("to_oneself", ""),
            FactFault::NotInList(what) => ("not_in_list", what),
            FactFault::ReviewTooFar => ("review_too_far", ""),
        };
        let mut error = Self::with(Code::FactNotKept, "why", why);
        error.args.insert("what".to_owned(), what.to_owned());
        error
    }

    /// A request that is not in the shape of its command.
    pub fn bad_request() -> Self {
        Self::plain(Code::BadRequest)
    }
}

/// The sentence for what stopped a delivery.
pub(crate) fn delivery_code(code: &str) -> Code {
    match code {
        "unreachable" => Code::HubUnreachable,
        "not_the_hub" => Code::HubNotKnown,
        // Put back to before this device enrolled: the hub's own answer, so no portal is to blame.
        "refused_unknown_device" => Code::HubUnknownDevice,
        "wrong_certificate" => Code::HubCertificate,
        "refused_code_unknown" => Code::HubCodeUnknown,
        "refused_code_used" => Code::HubCodeUsed,
        "refused_code_expired" => Code::HubCodeExpired,
        "refused_unavailable" => Code::HubUnavailable,
        "disk_full" => Code::DiskFull,
        "not_enrolled" => Code::NotEnrolled,
        _ => Code::HubRefused,
    }
}

impl From<AppFault> for ApiError {
    fn from(fault: AppFault) -> Self {
        Self::of(&fault)
    }
}

impl ApiError {
    /// How a screen or a script is told of a fault.
    pub(crate) fn of(fault: &AppFault) -> Self {
        let code = match fault {
            AppFault::TooManyTries { seconds } => return Self::with(Code::TooManyTries, "seconds", seconds),
            AppFault::NotFound { what } => return Self::with(Code::NotFound, "what", what),
            AppFault::FormFaulty { line } => return Self::with(Code::FormFaulty, "line", line),
            AppFault::AnswersUnreadable { why } => return Self::with(Code::AnswersUnreadable, "why", why),
            AppFault::PersonUnclear { number } => return Self::with(Code::PersonUnclear, "number", number),
            AppFault::NotReady { problems } => {
                let mut error = Self::with(Code::NotReady, "count", problems.len());
                error.args.insert("problems".to_owned(), crate::convert::problem_lines(problems));
                return error;
            }
            AppFault::RecordTooLarge { size, most } => {
                let mebibytes = |bytes: &usize| format!("{:.1}", *bytes as f64 / f64::from(1 << 20));
                let args = [("size", mebibytes(size)), ("most", mebibytes(most))];
                return Self {
                    code: Code::RecordTooLarge,
                    args: args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
                };
            }
            AppFault::FormRetired { instead } => {
                let instead = if instead.is_empty() { "none" } else { instead };
                return Self::with(Code::FormRetired, "instead", instead);
            }
            AppFault::FormHasFaults { number } => return Self::with(Code::FormHasFaults, "number", number),
            AppFault::FileTooLarge { most } => return Self::with(Code::FileTooLarge, "most", most >> 20),
            AppFault::FileRefused { why } => return Self::with(Code::FileRefused, "why", why),
            AppFault::Import(fault) => {
                return Self::with(Code::ImportFault, "why", crate::convert::import_fault(fault));
            }
            AppFault::RowFailed { row, why } => {
                let mut error = Self::with(Code::RowFailed, "row", row);
                error.args.insert("why".to_owned(), (*why).to_owned());
                return error;
            }
            AppFault::ExportFailed { why } => return Self::with(Code::ExportFailed, "why", why),
            AppFault::FormTooLarge => Code::FormTooLarge,
            AppFault::FormMoved => Code::FormMoved,
            AppFault::NoteNeeded => Code::NoteNeeded,
            AppFault::NothingChanged => Code::NothingChanged,
            AppFault::ImportRunning => Code::ImportRunning,
            AppFault::FactNotKept(fault) => return Self::fact_not_kept(*fault),
            AppFault::SameRelationship => Code::SameRelationship,
            AppFault::ChildrenUndecided => Code::ChildrenUndecided,
            AppFault::DatesAmbiguous => Code::DatesAmbiguous,
            AppFault::SnippetName => Code::SnippetName,
            AppFault::TextTooLong => Code::TextTooLong,
            AppFault::Delivery(code) => return Self::plain(delivery_code(code)),
            AppFault::Internal(what) => {
                tracing::error!(what, "something is wrong inside");
                Code::Internal
            }
            AppFault::NoCasebook => Code::NoCasebook,
            AppFault::CasebookExists => Code::CasebookExists,
            AppFault::OpenElsewhere => Code::OpenElsewhere,
            AppFault::NetworkFolder => Code::NetworkFolder,
            AppFault::Locked => Code::Locked,
            AppFault::WrongPassphrase => Code::WrongPassphrase,
            AppFault::WrongRecoveryCode => Code::WrongRecoveryCode,
            AppFault::RecoveryCodeMistyped => Code::RecoveryCodeMistyped,
            AppFault::KeyFileMissing => Code::KeyFileMissing,
            AppFault::KeyFileDamaged => Code::KeyFileDamaged,
            AppFault::KeyFileOlder => Code::KeyFileOlder,
            AppFault::KeyFileNewer => Code::KeyFileNewer,
            AppFault::DatabaseDamaged => Code::DatabaseDamaged,
            AppFault::CasebookNewer => Code::CasebookNewer,
            AppFault::NotEncrypting => Code::NotEncrypting,
            AppFault::NotEnoughMemory => Code::NotEnoughMemory,
            AppFault::DiskFull => Code::DiskFull,
            AppFault::DiskFailed => Code::DiskFailed,
            AppFault::NotAllowed => Code::NotAllowed,
            AppFault::NameEmpty => Code::NameEmpty,
            AppFault::NameTooLong => Code::NameTooLong,
            AppFault::DateNotReal => Code::DateNotReal,
            AppFault::DateInFuture => Code::DateInFuture,
            AppFault::FormUnknown => Code::FormUnknown,
            AppFault::ChildNeeded => Code::ChildNeeded,
            AppFault::TimeNotUnderstood => Code::TimeNotUnderstood,
            AppFault::DraftMoved => Code::DraftMoved,
            AppFault::DraftSetAside => Code::DraftSetAside,
            AppFault::RecoveryNotBegun => Code::RecoveryNotBegun,
            AppFault::GroupsDiffer => Code::GroupsDiffer,
            AppFault::PassphraseWeak => Code::PassphraseWeak,
            AppFault::SettingOutOfBounds => Code::SettingOutOfBounds,
            AppFault::EnrolCodeMistyped => Code::EnrolCodeMistyped,
            AppFault::HubNotEncrypted => Code::HubNotEncrypted,
            AppFault::NotEnrolled => Code::NotEnrolled,
            AppFault::Stopped => Code::Stopped,
        };
        Self::plain(code)
    }
}
