//! What lies in folders.

use std::fs;
use std::path::{Path, PathBuf};

/// What lies in a folder, sorted; nothing if it cannot be read.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The folders in a folder, sorted; none if it cannot be read.
pub fn folders(folder: &Path) -> Vec<String> {
    names(folder).into_iter().filter(|name| folder.join(name).is_dir()).collect()
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
