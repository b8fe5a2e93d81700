//! 스레드마다 제 칸에 단어를 남기고, 모두 끝난 다음 셉니다.

use std::collections::HashMap;
use std::sync::OnceLock;
use std::thread;

pub trait Page: Sync {
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let slots: Vec<OnceLock<Vec<&str>>> = pages.iter().map(|_| OnceLock::new()).collect();
    thread::scope(|s| {
        for (p, slot) in pages.iter().zip(&slots) {
            s.spawn(move || {
                slot.set(p.read().split_whitespace().collect()).unwrap();
            });
        }
    });
    let mut all = HashMap::new();
    for w in slots.into_iter().filter_map(OnceLock::into_inner).flatten() {
        *all.entry(w).or_insert(0) += 1;
    }
    all
}
