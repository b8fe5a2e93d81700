//! 단어를 여덟 개씩 모아서 잠급니다. 단어가 많으면 여전히 여러 번 잠급니다.

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

pub trait Page: Sync {
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let all = Mutex::new(HashMap::new());
    thread::scope(|scope| {
        for p in pages {
            let all = &all;
            scope.spawn(move || {
                let words: Vec<_> = p.read().split_whitespace().collect();
                for c in words.chunks(8) {
                    let mut a = all.lock().unwrap();
                    for w in c {
                        *a.entry(*w).or_insert(0) += 1;
                    }
                }
            });
        }
    });
    all.into_inner().unwrap()
}
