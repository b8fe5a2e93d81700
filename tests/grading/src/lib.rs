//! Tests of the tests. `tests/gallery` judges every answer in the tree, `tests/rules.rs` keeps the rules of the repository,
//! `tests/clone` uses a copy of it as a learner would.
//!
//! This library only knows the tree.

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("tests/grading lies two folders deep").to_path_buf()
}

/// What lies in a folder, sorted.
///
/// # Panics
/// If the folder cannot be read.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = entries.map(|entry| name(entry.expect("an entry can be read"))).collect();
    names.sort();
    names
}

/// Every file below a folder, as paths from there, without what was built and what git keeps.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    fn walk(top: &Path, folder: &Path, found: &mut Vec<PathBuf>) {
        for name in names(folder) {
            let path = folder.join(&name);
            if path.is_dir() && name != "target" && name != ".git" {
                walk(top, &path, found);
            } else if path.is_file() {
                found.push(path.strip_prefix(top).expect("it was found below").to_path_buf());
            }
        }
    }
    let mut found = Vec::new();
    walk(folder, folder, &mut found);
    found
}

/// The topics that have a lesson.
pub fn topics() -> Vec<String> {
    names(&root().join("lessons"))
}

/// The steps of a topic, in the order of its table of contents.
///
/// # Panics
/// If the lesson has no `lib.rs`.
pub fn steps(topic: &str) -> Vec<String> {
    let lib = root().join("lessons").join(topic).join("src/lib.rs");
    let lib = fs::read_to_string(&lib).unwrap_or_else(|error| panic!("{}: {error}", lib.display()));
    let steps = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    steps.map(str::to_string).collect()
}
