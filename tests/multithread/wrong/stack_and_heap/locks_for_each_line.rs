//! 줄마다 함께 쓰는 맵을 잠급니다.

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

pub trait Page: Sync {
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let all = Mutex::new(HashMap::new());
    thread::scope(|s| {
        for p in pages {
            s.spawn(|| {
                for l in p.read().lines() {
                    let mut all = all.lock().unwrap();
                    for w in l.split_whitespace() {
                        *all.entry(w).or_insert(0) += 1;
                    }
                }
            });
        }
    });
    all.into_inner().unwrap()
}
