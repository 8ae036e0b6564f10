//! The one background loop. It starts a run when something was filed, when a person asks and by
//! itself, and after trouble it tries again for ever.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use backon::ExponentialBackoff;
use chrono::TimeDelta;
use domain::Clock;
use tokio::{
    sync::{Notify, watch},
    task::JoinHandle,
    time::Instant,
};

use crate::{
    DeliveryState, Outgoing, SyncFault,
    pause::pauses,
    run::{Memory, Sent, run},
};

/// When all has gone, the hub is asked so often for verdicts.
const VISIT: Duration = Duration::from_secs(15 * 60);
/// After trouble, filing something tries again at once, but no more often than this.
const FLOOR: Duration = Duration::from_secs(5);
/// How often the wall clock is looked at while waiting.
const GLANCE: Duration = Duration::from_secs(15);
/// A wall clock that leaps further than the steady one: the machine slept.
const LEAP: TimeDelta = TimeDelta::minutes(2);

/// Delivery in the background. Dropping it ends it too.
pub struct Delivery {
    state: watch::Receiver<DeliveryState>,
    calls: Arc<Calls>,
    stop: watch::Sender<bool>,
    task: Mutex<Option<JoinHandle<()>>>,
}

#[derive(Default)]
struct Calls {
    filed: Notify,
    asked: Notify,
}

impl Delivery {
    /// Starts delivering on the tokio runtime that this is called in. The first run begins at once.
    pub fn start(outgoing: Outgoing) -> Self {
        let (state_sender, state) = watch::channel(DeliveryState::default());
        let (stop, stopped) = watch::channel(false);
        let calls = Arc::new(Calls::default());
        let wait = Wait { calls: calls.clone(), stop: stopped, clock: outgoing.clock.clone() };
        let delivering = Loop { outgoing, state: state_sender, wait };
        Self { state, calls, stop, task: Mutex::new(Some(tokio::spawn(delivering.deliver()))) }
    }

    /// Delivers nothing by itself: for a command that sends only when it is told to.
    pub fn resting() -> Self {
        let (_, state) = watch::channel(DeliveryState::default());
        let (stop, _) = watch::channel(true);
        Self { state, calls: Arc::new(Calls::default()), stop, task: Mutex::new(None) }
    }

    /// Something was filed, let go or enrolled: there may be something to send.
    pub fn wake(&self) {
        self.calls.filed.notify_one();
    }

    /// A person asks: tried at once, and the pauses begin small again.
    pub fn send_now(&self) {
        self.calls.asked.notify_one();
    }

    /// How delivery is doing.
    pub fn snapshot(&self) -> DeliveryState {
        self.state.borrow().clone()
    }

    /// The same, for whoever wants to be told of every change.
    pub fn watch(&self) -> watch::Receiver<DeliveryState> {
        self.state.clone()
    }

    /// Ends between two requests, within a few seconds even on a dead line. What was on the line
    /// goes again in the next run.
    pub async fn stop(&self) {
        self.stop.send_replace(true);
        let task = self.task.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(task) = task {
            // An error means that the task is gone, which is what was wanted.
            let _ = task.await;
        }
    }
}

struct Loop {
    outgoing: Outgoing,
    state: watch::Sender<DeliveryState>,
    wait: Wait,
}

/// What a pause listens to.
struct Wait {
    calls: Arc<Calls>,
    stop: watch::Receiver<bool>,
    clock: Arc<dyn Clock>,
}

/// Why a pause ended.
#[derive(Debug, PartialEq, Eq)]
enum Woken {
    Stop,
    Asked,
    Time,
}

impl Loop {
    async fn deliver(self) {
        let mut memory = Memory::default();
        let mut growing = pauses();
        loop {
            self.state.send_modify(|state| {
                state.sending = true;
                state.next_try = None;
            });
            let result = run(&self.outgoing, &self.state, &self.wait.stop, &mut memory).await;
            let (pause, floor) = match self.judge(&result, &mut growing) {
                Some(pauses) => pauses,
                None => return,
            };
            match self.wait.pause(pause, floor).await {
                Woken::Stop => return,
                Woken::Asked => growing = pauses(),
                Woken::Time => {}
            }
        }
    }

    /// Tells how the run went. Gives the pause, and the least of it when something is filed; none to
    /// end.
    fn judge(
        &self,
        result: &Result<Sent, SyncFault>,
        growing: &mut ExponentialBackoff,
    ) -> Option<(Duration, Duration)> {
        let trouble = match result {
            Err(SyncFault::Stopped) => None,
            Err(SyncFault::NotEnrolled) => None,
            Err(fault) => Some(fault.code()),
            Ok(sent) => sent.aside.first().map(|aside| aside.why.code()),
        };
        let pause = match trouble {
            Some(_) => growing.next().unwrap_or(VISIT),
            None => {
                *growing = pauses();
                VISIT
            }
        };
        if let Some(code) = trouble {
            tracing::info!(code, seconds = pause.as_secs(), "not everything was delivered: tried again");
        }
        let next_try =
            TimeDelta::from_std(pause).ok().and_then(|pause| self.outgoing.clock.now().checked_add_signed(pause));
        self.state.send_modify(|state| {
            state.sending = false;
            state.on_the_way.clear();
            state.last_trouble = trouble;
            state.next_try = next_try.filter(|_| trouble.is_some());
        });
        let floor = if trouble.is_some() { FLOOR } else { Duration::ZERO };
        (!matches!(result, Err(SyncFault::Stopped))).then_some((pause, floor))
    }
}

impl Wait {
    /// Waits on the steady clock, so that setting the wall clock moves nothing; only a leap ahead,
    /// which is how a laptop's sleep looks from inside, ends the wait.
    async fn pause(&self, pause: Duration, floor: Duration) -> Woken {
        let begun = Instant::now();
        let mut end = begun + pause;
        let mut stop = self.stop.clone();
        let (wall, steady) = (self.clock.now(), self.clock.steady());
        loop {
            tokio::select! {
                biased;
                _ = stop.wait_for(|stop| *stop) => return Woken::Stop,
                () = self.calls.asked.notified() => return Woken::Asked,
                () = self.calls.filed.notified() => end = end.min(begun + floor),
                () = tokio::time::sleep_until(end.min(Instant::now() + GLANCE)) => {
                    let steady = TimeDelta::from_std(self.clock.steady().saturating_sub(steady)).unwrap_or(TimeDelta::MAX);
                    let slept = (self.clock.now() - wall).checked_sub(&steady).is_some_and(|leap| leap > LEAP);
                    if slept || Instant::now() >= end {
                        return Woken::Time;
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::{DateTime, Utc};
    use domain::FakeClock;

    use super::*;

    fn waiting(clock: &Arc<FakeClock>) -> (Arc<Calls>, watch::Sender<bool>, Wait) {
        let calls = Arc::new(Calls::default());
        let (stop, stopped) = watch::channel(false);
        (calls.clone(), stop, Wait { calls, stop: stopped, clock: clock.clone() })
    }

    fn clock() -> Arc<FakeClock> {
        Arc::new(FakeClock::at(DateTime::<Utc>::UNIX_EPOCH))
    }

    const HOUR: Duration = Duration::from_secs(3600);

    #[tokio::test(start_paused = true)]
    async fn a_pause_lasts_as_long_as_it_should_whatever_the_wall_clock_is_set_to() {
        let clock = clock();
        let (_calls, _stop, wait) = waiting(&clock);
        clock.set(DateTime::<Utc>::UNIX_EPOCH - TimeDelta::days(1));
        let begun = Instant::now();
        assert_eq!(wait.pause(HOUR, FLOOR).await, Woken::Time);
        assert_eq!(begun.elapsed(), HOUR);
    }

    #[tokio::test(start_paused = true)]
    async fn after_sleep_it_is_tried_at_once() {
        let clock = clock();
        let (_calls, _stop, wait) = waiting(&clock);
        let begun = Instant::now();
        let (woken, ()) = tokio::join!(wait.pause(HOUR, FLOOR), async {
            tokio::time::sleep(Duration::from_secs(60)).await;
            // The wall clock went on through the night, the steady one slept too.
            clock.set(DateTime::<Utc>::UNIX_EPOCH + TimeDelta::hours(9));
        });
        assert_eq!(woken, Woken::Time);
        assert!(begun.elapsed() <= Duration::from_secs(60) + GLANCE, "{:?}", begun.elapsed());
    }

    #[tokio::test(start_paused = true)]
    async fn filing_after_trouble_tries_soon_but_not_in_a_mad_circle() {
        let clock = clock();
        let (calls, _stop, wait) = waiting(&clock);
        calls.filed.notify_one();
        let begun = Instant::now();
        assert_eq!(wait.pause(HOUR, FLOOR).await, Woken::Time);
        assert_eq!(begun.elapsed(), FLOOR);
        calls.filed.notify_one();
        let begun = Instant::now();
        assert_eq!(wait.pause(VISIT, Duration::ZERO).await, Woken::Time);
        assert_eq!(begun.elapsed(), Duration::ZERO, "when all was well, at once");
    }

    #[tokio::test(start_paused = true)]
    async fn a_person_and_a_stop_are_heard_at_once() {
        let clock = clock();
        let (calls, stop, wait) = waiting(&clock);
        calls.asked.notify_one();
        assert_eq!(wait.pause(HOUR, FLOOR).await, Woken::Asked);
        stop.send_replace(true);
        assert_eq!(wait.pause(HOUR, FLOOR).await, Woken::Stop);
    }
}
