//! Locks: what was typed is saved already; delivery stops, the database is settled and closed, the
//! keys are wiped. The window then ends its process, so that the system clears the memory.

use casebook::tables;

use crate::{App, AppFault};

const PLACE: &str = "place";

impl App {
    /// Closes the casebook, remembering the place to come back to. Closing a locked one is fine.
    pub fn lock(&self, place: Option<&str>) -> Result<(), AppFault> {
        let Some(session) = self.take_session() else { return Ok(()) };
        session.check.stop();
        self.runtime()?.block_on(session.delivery.stop());
        session.casebook.write(|gate| {
            match place {
                Some(place) => tables::setting::set(gate, PLACE, place),
                None => tables::setting::clear(gate, PLACE),
            }
            .map_err(AppFault::from)
        })?;
        // A reader may hold it back: then the write-ahead file stays, which loses nothing.
        if session.casebook.settle().is_err() {
            tracing::info!("the database was closed with its write-ahead file");
        }
        Ok(())
    }

    /// The place that was left at the last lock.
    pub fn place(&self) -> Result<Option<String>, AppFault> {
        self.session()?.casebook.read(|reading| Ok(tables::setting::get(reading, PLACE)?))
    }
}
