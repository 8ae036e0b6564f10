//! Reads what somebody else made, apart: a parser that fails, loops or runs wild on a hostile file
//! must not take the casebook with it.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc::{RecvTimeoutError, sync_channel},
    },
    time::Duration,
};

use crate::AppFault;

/// Nesting that a parser may reach before its stack ends, which nothing could catch.
const STACK: usize = 64 << 20;
/// Readings that were given up and may still run: after these nothing more is read until Holdfast
/// starts again.
const MOST_GIVEN_UP: usize = 3;

/// Where files are read, one at a time, so that what one takes of memory is what all take.
struct Room {
    turn: Mutex<()>,
    given_up: AtomicUsize,
}

static ROOM: Room = Room::empty();

/// Reads on a thread of its own, for so long at most.
///
/// # Errors
/// [`AppFault::FileRefused`]: `damaged` when the parser fell over, `slow` when it did not end in
/// time; what `read` itself says.
pub(crate) fn bounded<T: Send + 'static>(
    most: Duration,
    read: impl FnOnce() -> Result<T, AppFault> + Send + 'static,
) -> Result<T, AppFault> {
    ROOM.read(most, read)
}

impl Room {
    const fn empty() -> Self {
        Self { turn: Mutex::new(()), given_up: AtomicUsize::new(0) }
    }

    fn read<T: Send + 'static>(
        &'static self,
        most: Duration,
        read: impl FnOnce() -> Result<T, AppFault> + Send + 'static,
    ) -> Result<T, AppFault> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        if self.given_up.load(Ordering::Acquire) >= MOST_GIVEN_UP {
            return Err(AppFault::FileRefused { why: "slow" });
        }
        let (give, take) = sync_channel(1);
        // Whoever comes second knows that the other has given up, or has come to an end.
        let second = Arc::new(AtomicBool::new(false));
        let end = End { room: self, second: Arc::clone(&second) };
        std::thread::Builder::new().name("reads-a-file".to_owned()).stack_size(STACK).spawn(move || {
            let end = end;
            // Nobody may be waiting any more: then what was read is dropped.
            drop(give.send(read()));
            drop(end);
        })?;
        match take.recv_timeout(most) {
            Ok(read) => read,
            Err(RecvTimeoutError::Disconnected) => Err(AppFault::FileRefused { why: "damaged" }),
            Err(RecvTimeoutError::Timeout) => {
                self.given_up.fetch_add(1, Ordering::AcqRel);
                if second.swap(true, Ordering::AcqRel) {
                    self.given_up.fetch_sub(1, Ordering::AcqRel);
                }
                Err(AppFault::FileRefused { why: "slow" })
            }
        }
    }
}

/// The end of a reading, by a panic too.
struct End {
    room: &'static Room,
    second: Arc<AtomicBool>,
}

impl Drop for End {
    fn drop(&mut self) {
        if self.second.swap(true, Ordering::AcqRel) {
            self.room.given_up.fetch_sub(1, Ordering::AcqRel);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Room;
    use crate::AppFault;

    static ROOM: Room = Room::empty();

    fn why(most: u64, read: impl FnOnce() -> Result<u8, AppFault> + Send + 'static) -> &'static str {
        match ROOM.read(Duration::from_millis(most), read) {
            Err(AppFault::FileRefused { why }) => why,
            _ => "",
        }
    }

    #[test]
    fn a_parser_that_falls_over_or_does_not_end_is_left_behind() {
        assert_eq!(why(60_000, || panic!("a hostile file")), "damaged");
        let slow = || {
            std::thread::sleep(Duration::from_millis(1500));
            Ok(1)
        };
        for _ in 0..3 {
            assert_eq!(why(200, slow), "slow");
        }
        assert_eq!(why(200, || Ok(2)), "slow", "three still run: nothing more is begun");
        std::thread::sleep(Duration::from_millis(2000));
        assert_eq!(ROOM.read(Duration::from_secs(5), || Ok(2)).unwrap(), 2, "they have come to an end");
    }
}
