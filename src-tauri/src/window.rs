//! The one window, and what its page may not do.

use std::path::Path;

use anyhow::Context as _;
use tauri::{Url, WebviewWindowBuilder, webview::NewWindowResponse};

/// Opens the window of `tauri.conf.json`. The page stays on the screens that came with the program,
/// opens no other window and saves no file by itself.
pub(crate) fn open(tauri: &tauri::App, casebook: &Path) -> anyhow::Result<()> {
    let windows = &tauri.config().app.windows;
    let config = windows.first().context("the configuration names no window")?;
    let mut window = WebviewWindowBuilder::from_config(tauri.handle(), config)?
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    if is_driven() {
        let web_view = casebook.parent().unwrap_or(casebook).join("web-view");
        window = window.incognito(false).data_directory(web_view);
    }
    window.build()?;
    Ok(())
}

/// Whether a test drives this window. WebKitGTK lets a driver in only where the web view keeps its
/// data in a folder; so a release build, which always keeps it in memory, cannot be driven at all.
fn is_driven() -> bool {
    cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true")
}

/// Whether an address is one of the screens that came with the program.
fn is_ours(address: &Url) -> bool {
    let here = (address.scheme(), address.host_str());
    // Windows and Android have no schemes of a program's own.
    let own = if cfg!(any(windows, target_os = "android")) {
        ("http", Some("tauri.localhost"))
    } else {
        ("tauri", Some("localhost"))
    };
    here == own && address.port().is_none()
}

/// Says in plain words that there is no display, where the window's library would only crash.
pub(crate) fn needs_a_display() -> anyhow::Result<()> {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !set("DISPLAY") && !set("WAYLAND_DISPLAY") {
        anyhow::bail!("there is no display to open the window on; `make run` serves the screens to a browser");
    }
    Ok(())
}

#[cfg(all(test, not(windows)))]
mod tests {
    #[test]
    fn the_page_may_only_go_to_the_screens_that_came_with_the_program() {
        let goes = |address: &str| super::is_ours(&address.parse().expect("an address"));
        assert!(goes("tauri://localhost/people/new?from=home#name"));
        for elsewhere in [
            "https://example.org/",
            "http://localhost/",
            "http://tauri.localhost/",
            "tauri://localhost:1/",
            "tauri://example.org/",
            "file:///etc/passwd",
            "data:text/html,x",
            "blob:tauri://localhost/1",
            "about:blank",
            "ipc://localhost/rpc",
        ] {
            assert!(!goes(elsewhere), "{elsewhere}");
        }
    }
}
