use std::fs;

pub fn load(path: &str) -> usize {
    let text = fs::read_to_string(path)?;
    text.len()
}
