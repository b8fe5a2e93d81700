use std::collections::HashSet;

pub fn remember(seen: &mut HashSet<u64>, number: u64) {
    seen.insert(number)
}
