//! 단어마다 함께 쓰는 맵의 읽기 잠금을 얻습니다.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub trait Page: Sync {
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let all: parking_lot::RwLock<HashMap<&str, AtomicU64>> = Default::default();
    thread::scope(|scope| {
        for p in pages {
            let all = &all;
            scope.spawn(move || {
                for w in p.read().split_whitespace() {
                    if let Some(n) = all.read().get(w) {
                        n.fetch_add(1, Ordering::SeqCst);
                        continue;
                    }
                    all.write().entry(w).or_default().fetch_add(1, Ordering::SeqCst);
                }
            });
        }
    });
    all.into_inner().into_iter().map(|(k, v)| (k, v.into_inner())).collect()
}
