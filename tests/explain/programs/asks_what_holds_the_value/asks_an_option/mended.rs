use std::path::Path;

pub fn is_a_folder(cwd: Option<&Path>) -> bool {
    if let Some(cwd) = cwd { cwd.is_dir() } else { true }
}
