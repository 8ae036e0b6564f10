//! Files that are written from the code are current.

#![allow(clippy::unwrap_used)]

use std::{env, fs, path::Path};

/// The file says what the code says; with `HOLDFAST_WRITE_TYPES` set it is written instead.
fn current(path: &str, text: &str) {
    let path = Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("..").join(path);
    if env::var_os("HOLDFAST_WRITE_TYPES").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, text, "{} is stale: run `make types`", path.display());
}

#[test]
fn the_types_of_the_screens_are_current() {
    current("ui/src/lib/api/generated.ts", &api::typescript());
}
