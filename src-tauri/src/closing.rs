//! What happens when a person closes the window: what was typed in the last half second is saved,
//! the casebook is closed, the program ends.

use std::time::Duration;

use tauri::{Manager as _, Window, WindowEvent};

use crate::rpc::Shell;

/// How long the page has to begin to save.
const BEGIN: Duration = Duration::from_millis(300);
/// How long saving may take: a disk that has not answered by then will not.
const MOST: Duration = Duration::from_secs(10);

/// Holds the window back until all is saved.
pub(crate) fn on_event(window: &Window, event: &WindowEvent) {
    if let WindowEvent::CloseRequested { api, .. } = event {
        api.prevent_close();
        // Screens save when the window loses the focus; one that is closed does not always lose it.
        if let Some(page) = window.get_webview_window(window.label()) {
            let _ = page.eval("window.dispatchEvent(new Event('blur'))");
        }
        let handle = window.app_handle().clone();
        tauri::async_runtime::spawn_blocking(move || {
            std::thread::sleep(BEGIN);
            let shell = handle.state::<Shell>();
            shell.wait_until_idle(MOST);
            if shell.app().lock(None).is_err() {
                tracing::warn!("closed without locking");
            }
            handle.exit(0);
        });
    }
}
