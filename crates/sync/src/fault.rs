//! What can stop a delivery, one variant for each thing that is done about it.

use casebook::CasebookFault;
use journal::{EnrolCodeFault, HubFault};

/// Why something could not be delivered. Nothing that was filed is lost by any of these.
#[derive(Debug, thiserror::Error)]
pub enum SyncFault {
    /// No network, no answer in time, or the line broke. Tried again for ever.
    #[error("the hub cannot be reached")]
    Unreachable,
    /// The server shows another certificate than the pinned one: nothing was sent to it.
    #[error("the server does not show the hub's certificate")]
    WrongCertificate,
    /// Somebody else answered: a captive portal, a proxy, another hub at the same address.
    #[error("the answer is not signed by the hub that this device knows")]
    NotTheHub,
    /// The hub answered in a way that this version does not understand.
    #[error("the hub's answer is not understood by this version")]
    NotUnderstood,
    /// Something between here and the hub takes only smaller requests.
    #[error("something on the way takes only smaller requests")]
    TooLargeOnTheWay,
    /// The hub refuses, or cannot do it now.
    #[error("the hub: {0}")]
    Hub(HubFault),
    /// This device is enrolled at no hub.
    #[error("this device is enrolled at no hub")]
    NotEnrolled,
    /// The address does not fit what the code pins.
    #[error(transparent)]
    Address(#[from] EnrolCodeFault),
    /// A file that an entry names is not on this disk.
    #[error("a file that an entry names is missing here")]
    FileMissing,
    /// A file that an entry names is damaged on this disk.
    #[error("a file that an entry names is damaged here")]
    FileDamaged,
    /// All parts of an entry were sent and the hub still does not hold it whole.
    #[error("the hub does not hold an entry whole after all of it was sent")]
    NotWhole,
    /// Stopped from outside, for example by the lock.
    #[error("stopped")]
    Stopped,
    /// The casebook could not be read or written.
    #[error(transparent)]
    Casebook(#[from] CasebookFault),
    /// The system does not give what the work needs: randomness, a thread, a TLS library.
    #[error("the system failed: {0}")]
    System(&'static str),
}

impl SyncFault {
    /// The stable code of the error catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::WrongCertificate => "wrong_certificate",
            Self::NotTheHub => "not_the_hub",
            Self::NotUnderstood => "not_understood",
            Self::TooLargeOnTheWay => "too_large_on_the_way",
            Self::Hub(fault) => refused(*fault),
            Self::NotEnrolled => "not_enrolled",
            Self::Address(EnrolCodeFault::Mistyped) => "code_mistyped",
            Self::Address(EnrolCodeFault::NotEncrypted) => "not_encrypted",
            Self::FileMissing => "file_missing",
            Self::FileDamaged => "file_damaged",
            Self::NotWhole => "not_whole",
            Self::Stopped => "stopped",
            Self::Casebook(_) => "casebook",
            Self::System(_) => "system",
        }
    }

    /// Whether it was the size alone that was refused: sending less may help.
    pub(crate) fn is_about_size(&self) -> bool {
        matches!(self, Self::TooLargeOnTheWay | Self::Hub(HubFault::TooLarge))
    }

    /// Whether the hub holds less than this run believed: it was put back from a backup just now.
    pub(crate) fn hub_holds_less(&self) -> bool {
        matches!(self, Self::Hub(HubFault::Gap | HubFault::UnknownChain | HubFault::UnknownLink))
    }
}

fn refused(fault: HubFault) -> &'static str {
    match fault {
        HubFault::NotSigned => "refused_not_signed",
        HubFault::UnknownDevice => "refused_unknown_device",
        HubFault::Malformed => "refused_malformed",
        HubFault::TooLarge => "refused_too_large",
        HubFault::Gap => "refused_gap",
        HubFault::WrongSignature => "refused_wrong_signature",
        HubFault::BrokenChain => "refused_broken_chain",
        HubFault::UnknownChain => "refused_unknown_chain",
        HubFault::OtherBody => "refused_other_body",
        HubFault::BodyTooLarge => "refused_body_too_large",
        HubFault::UnknownLink => "refused_unknown_link",
        HubFault::PartOutOfPlace => "refused_part_out_of_place",
        HubFault::OtherBlob => "refused_other_blob",
        HubFault::CodeUnknown => "refused_code_unknown",
        HubFault::CodeUsed => "refused_code_used",
        HubFault::CodeExpired => "refused_code_expired",
        HubFault::Unavailable => "refused_unavailable",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_is_coded_by_the_name_that_the_protocol_gives_it() {
        for fault in HubFault::ALL {
            let name = serde_json::to_value(fault).unwrap();
            assert_eq!(SyncFault::Hub(fault).code(), format!("refused_{}", name.as_str().unwrap()));
        }
    }
}
