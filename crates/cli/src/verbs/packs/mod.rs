//! `holdfast pack …`, and the import of a file of a system that is gone.

mod import;
mod list;
mod preview;
mod reconcile;
mod undo;

use std::{thread, time::Duration};

use api::{App, Nothing, PackProgressView};

pub(crate) use import::import;

use super::{call, care::progress, people::line as person_line, people::match_line, who::who};
use crate::{arguments::Pack, say::Fault, wording::word};

/// How often work that goes on beside is asked how far it is.
const LOOK_EVERY: Duration = Duration::from_millis(20);

pub(crate) fn packs(app: &App, json: bool, verb: &Pack) -> Result<(), Fault> {
    match verb {
        Pack::List => list::list(app, json),
        Pack::Undo { batch, reason } => undo::undo(app, json, batch, reason),
        Pack::Reconcile { done } => reconcile::reconcile(app, json, done.as_deref()),
    }
}

/// Waits for notes that are still being taken in or out: by an import that broke off, or an undo.
fn settled(app: &App) -> Result<(), Fault> {
    let mut show = progress(&word("pack-doing-indexing"));
    loop {
        let view: PackProgressView = call(app, "pack_progress", &Nothing {})?;
        if !view.running {
            return Ok(());
        }
        if view.total > 0 {
            show(view.done, view.total);
        }
        thread::sleep(LOOK_EVERY);
    }
}
