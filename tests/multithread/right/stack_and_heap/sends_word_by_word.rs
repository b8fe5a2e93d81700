//! 단어를 하나씩 채널로 보내고, 함수를 부른 스레드가 혼자 셉니다.

use std::collections::HashMap;
use std::thread;

pub trait Page: Sync {
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let (tx, rx) = crossbeam::channel::unbounded();
    thread::scope(|s| {
        for p in pages {
            let tx = tx.clone();
            s.spawn(move || {
                for w in p.read().split_whitespace() {
                    tx.send(w).unwrap();
                }
            });
        }
        drop(tx);
        rx.iter().fold(HashMap::new(), |mut all, w| {
            *all.entry(w).or_insert(0) += 1;
            all
        })
    })
}
