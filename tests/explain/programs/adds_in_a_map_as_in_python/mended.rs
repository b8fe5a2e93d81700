use std::collections::HashMap;

pub fn count<'a>(words: &[&'a str]) -> HashMap<&'a str, u64> {
    let mut counts = HashMap::new();
    for word in words {
        *counts.entry(*word).or_insert(0) += 1;
    }
    counts
}
