use std::collections::HashMap;

pub fn count(words: &[&str]) -> usize {
    let mut counts = HashMap::new();
    for word in words {
        counts[word] += 1;
    }
    counts.len()
}
