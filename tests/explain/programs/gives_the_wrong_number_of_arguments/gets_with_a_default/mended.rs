use std::collections::HashMap;

pub fn count(counts: &HashMap<&str, u64>, word: &str) -> u64 {
    counts.get(word).copied().unwrap_or(0)
}
