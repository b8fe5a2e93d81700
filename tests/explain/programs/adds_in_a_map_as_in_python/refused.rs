use std::collections::HashMap;

pub fn count<'a>(words: &[&'a str]) -> HashMap<&'a str, u64> {
    let mut counts = HashMap::new();
    for word in words {
        counts[word] += 1;
    }
    counts
}
