//! Names the one command that the window may call, so that Tauri's access list knows it and
//! refuses everything else.

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&["rpc"]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    if let Err(fault) = tauri_build::try_build(attributes) {
        // Cargo shows a build script's words only when it fails.
        let message = format!("cargo::error=the shell's configuration: {fault:#}\n");
        let _ = std::io::Write::write_all(&mut std::io::stdout(), message.as_bytes());
        std::process::exit(1);
    }
}
