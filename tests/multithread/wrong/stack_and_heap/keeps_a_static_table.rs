//! `static` 맵에 셉니다. 다음에 부르면 지난번의 수가 남아 있습니다.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};
use std::thread;

static COUNTS: LazyLock<Mutex<HashMap<String, u64>>> = LazyLock::new(Mutex::default);

/// 단어를 셀 페이지입니다. 복사할 수 없습니다.
pub trait Page: Sync {
    /// 적힌 글을 가져옵니다. 오래 걸릴 수 있습니다.
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let words = thread::scope(|scope| {
        let mut threads = Vec::new();
        for page in pages {
            threads.push(scope.spawn(|| {
                let words: Vec<&str> = page.read().split_whitespace().collect();
                let mut counts = COUNTS.lock().unwrap();
                for word in &words {
                    *counts.entry(word.to_string()).or_insert(0) += 1;
                }
                words
            }));
        }
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect::<Vec<&str>>()
    });
    let counts = COUNTS.lock().unwrap();
    words.into_iter().map(|word| (word, counts[word])).collect()
}
