//! Findings that are kept as files beside the snapshots, for the book to tell.

use std::fs;
use std::path::Path;

use nanoserde::{DeJson, SerJson};

use crate::Finding;

impl Finding {
    /// Compares with the file, where there is one; writes it anew where `INSTA_UPDATE=always` says so.
    ///
    /// # Errors
    /// A sentence, if the file says something else.
    pub fn agrees_with(&self, file: &Path) -> Result<(), String> {
        let Ok(kept) = fs::read_to_string(file) else { return Ok(()) };
        // A row a line: a change is seen where it is.
        let text = self.serialize_json().replace("},{\"column\"", "},\n{\"column\"") + "\n";
        if kept.replace("\r\n", "\n") == text {
            return Ok(());
        }
        if std::env::var("INSTA_UPDATE").is_ok_and(|wish| wish == "always") {
            return fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()));
        }
        Err(format!("{} tells another story. INSTA_UPDATE=always writes it anew.", file.display()))
    }

    /// What such a file holds; `None` if it is none.
    pub fn kept(text: &str) -> Option<Finding> {
        Finding::deserialize_json(text).ok()
    }
}
