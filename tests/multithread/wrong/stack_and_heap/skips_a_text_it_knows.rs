//! 이미 센 글이면 건너뛰어, 글이 같은 페이지 둘을 한 번만 셉니다. 글이 같으면 같은 페이지라고 여긴 것입니다.

use std::collections::{HashMap, HashSet};
use std::sync::Mutex;
use std::thread;

pub trait Page: Sync {
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let shared = Mutex::new((HashSet::new(), HashMap::new()));
    thread::scope(|scope| {
        for page in pages {
            let shared = &shared;
            scope.spawn(move || {
                let text = page.read();
                let mut mine = HashMap::new();
                for word in text.split_whitespace() {
                    *mine.entry(word).or_insert(0) += 1;
                }
                let mut shared = shared.lock().unwrap();
                if shared.0.insert(text) {
                    for (word, times) in mine {
                        *shared.1.entry(word).or_insert(0) += times;
                    }
                }
            });
        }
    });
    shared.into_inner().unwrap().1
}
