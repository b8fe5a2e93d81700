use std::collections::HashMap;

pub fn count(counts: &HashMap<&str, u64>, word: &str) -> u64 {
    counts.get(word, 0)
}
