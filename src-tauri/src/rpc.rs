//! The one command of the window. It carries the name of a verb and its request to `api`, and the
//! answer back.

use std::{
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::Duration,
};

use api::{ApiError, Code};
use serde_json::Value;

use crate::host::Window;

/// What the command works on.
pub(crate) struct Shell {
    app: Arc<api::App>,
    busy: Arc<Busy>,
}

impl Shell {
    pub(crate) fn new(app: api::App) -> Self {
        Self { app: Arc::new(app), busy: Arc::default() }
    }

    /// The program.
    pub(crate) fn app(&self) -> &api::App {
        &self.app
    }

    /// Waits until no verb is being done, for so long at most.
    pub(crate) fn wait_until_idle(&self, most: Duration) {
        let count = self.busy.count.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = self.busy.less.wait_timeout_while(count, most, |count| *count > 0);
    }
}

/// How many verbs are being done.
#[derive(Default)]
struct Busy {
    count: Mutex<u32>,
    less: Condvar,
}

/// One verb being done, until dropped.
struct Doing(Arc<Busy>);

impl Doing {
    fn begin(busy: &Arc<Busy>) -> Self {
        *busy.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        Self(Arc::clone(busy))
    }
}

impl Drop for Doing {
    fn drop(&mut self) {
        *self.0.count.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.0.less.notify_all();
    }
}

/// Does one verb. It may wait for the disk, a key to be derived or a dialog, so it has a thread of
/// its own and the window stays awake.
#[tauri::command]
pub(crate) async fn rpc(
    shell: tauri::State<'_, Shell>,
    window: tauri::WebviewWindow,
    command: String,
    payload: Value,
) -> Result<Value, ApiError> {
    let doing = Doing::begin(&shell.busy);
    let app = Arc::clone(&shell.app);
    let host = Window::new(window);
    let work = move || {
        let answer = api::dispatch(&app, &host, &command, payload);
        drop(doing);
        answer
    };
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| Err(ApiError::plain(Code::Internal)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_ends_when_the_last_verb_does_or_at_the_limit() {
        let busy = Arc::<Busy>::default();
        let doing = Doing::begin(&busy);
        let waits = |most| {
            let count = busy.count.lock().expect("not poisoned");
            busy.less.wait_timeout_while(count, most, |count| *count > 0).expect("not poisoned").1.timed_out()
        };
        assert!(waits(Duration::from_millis(20)), "one verb is being done");
        let ends = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(20));
            drop(doing);
        });
        assert!(!waits(Duration::from_secs(60)), "the verb ended");
        ends.join().expect("the thread ended");
    }
}
