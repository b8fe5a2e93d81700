//! 긴 글이 같으면 한 번만 셉니다.

use std::collections::{HashMap, HashSet};
use std::thread;

pub trait Page: Sync {
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let texts: Vec<&str> = thread::scope(|scope| {
        let readers: Vec<_> = pages.iter().map(|page| scope.spawn(|| page.read())).collect();
        readers.into_iter().map(|reader| reader.join().unwrap()).collect()
    });
    let mut seen = HashSet::new();
    let mut total = HashMap::new();
    for text in texts {
        if text.len() > 64 && !seen.insert(text) {
            continue;
        }
        for word in text.split_whitespace() {
            *total.entry(word).or_insert(0) += 1;
        }
    }
    total
}
