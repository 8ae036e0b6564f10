//! Lists the only command that the window may call, so that Tauri grants nothing else.
fn main() {
    tauri_build::build();
}
