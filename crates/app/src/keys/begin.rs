//! The recovery code of a casebook about to be made. It is shown before the casebook exists, so that
//! nobody has a casebook without having had the sheet.

use chrono::{DateTime, Utc};
use uuid::Uuid;
use vault::RecoveryCode;
use zeroize::Zeroizing;

use crate::{App, AppFault};

/// A casebook that is being made: its recovery code has been shown.
pub struct Begun {
    pub(crate) casebook: Uuid,
    pub(crate) code: RecoveryCode,
    /// Which two groups are asked back, counted from 0.
    pub(crate) ask: [usize; 2],
    made: DateTime<Utc>,
}

/// What the recovery sheet says.
pub struct RecoverySheet {
    /// Six groups of five characters.
    pub groups: Zeroizing<[String; 6]>,
    /// Which two groups will be asked back, 1 to 6.
    pub ask: [u8; 2],
    /// The casebook's id, which names nobody.
    pub casebook: Uuid,
    /// When the code was made.
    pub made: DateTime<Utc>,
}

impl Begun {
    pub(crate) fn new(app: &App) -> Result<Self, AppFault> {
        let [first, second] = vault::random_bytes::<2>()?;
        let first = usize::from(first) % 6;
        let second = (first + 1 + usize::from(second) % 5) % 6;
        Ok(Self {
            casebook: app.clock.new_id(),
            code: RecoveryCode::make()?,
            ask: [first.min(second), first.max(second)],
            made: app.clock.now(),
        })
    }

    pub(crate) fn sheet(&self) -> RecoverySheet {
        RecoverySheet {
            groups: self.code.groups(),
            ask: self.ask.map(|group| u8::try_from(group + 1).unwrap_or(1)),
            casebook: self.casebook,
            made: self.made,
        }
    }
}

impl App {
    /// Makes the recovery code and gives its sheet. Called again, it gives a new code.
    ///
    /// # Errors
    /// [`AppFault::CasebookExists`].
    pub fn begin_casebook(&self) -> Result<RecoverySheet, AppFault> {
        if self.standing() != crate::Standing::NoCasebook {
            return Err(AppFault::CasebookExists);
        }
        let begun = Begun::new(self)?;
        let sheet = begun.sheet();
        *self.begun() = Some(begun);
        Ok(sheet)
    }

    /// The sheet of the code that was begun, to print or save it.
    ///
    /// # Errors
    /// [`AppFault::RecoveryNotBegun`].
    pub fn recovery_sheet(&self) -> Result<RecoverySheet, AppFault> {
        self.begun().as_ref().map(Begun::sheet).ok_or(AppFault::RecoveryNotBegun)
    }
}
