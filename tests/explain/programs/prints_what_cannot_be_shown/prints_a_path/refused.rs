use std::path::Path;

pub fn told(path: &Path) -> String {
    format!("{path}")
}
