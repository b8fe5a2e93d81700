use std::path::Path;

pub fn is_a_folder(cwd: Option<&Path>) -> bool {
    cwd.is_dir()
}
