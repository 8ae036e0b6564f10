//! Takes packs of people in whose file came after their entry: with a restored copy, or from elsewhere.

use domain::BatchId;
use journal::PackHolds;

use crate::{Casebook, CasebookFault, fold::Changed, tables};

impl Casebook {
    /// Packs of people whose file is here and of which nothing was taken in yet. One whose file is damaged,
    /// or says nothing that this version understands, stays among them.
    ///
    /// # Errors
    /// Those of reading.
    pub fn people_to_take(&self) -> Result<Vec<BatchId>, CasebookFault> {
        self.read(|reading| {
            let taken = tables::pack::taken(reading)?;
            let packs = tables::pack::all(reading)?.into_iter().filter(|pack| {
                pack.holds == PackHolds::People && !taken.contains(&pack.position) && self.blobs().has(&pack.lines)
            });
            Ok(packs.map(|pack| pack.batch).collect())
        })
    }

    /// Takes a pack of people in, in one act. Twice is once.
    ///
    /// # Errors
    /// [`CasebookFault::NotFound`] when there is no such pack.
    pub fn take_people(&self, batch: BatchId) -> Result<(), CasebookFault> {
        self.write(|gate| {
            gate.changed.borrow_mut().insert(Changed::Many);
            tables::pack::take_late(gate.connection, gate.blobs, batch)
        })
    }
}
