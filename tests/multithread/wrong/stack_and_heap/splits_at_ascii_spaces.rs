//! ASCII 공백에서만 나눕니다. 한글 문서의 전각 공백에서는 나누지 않습니다.

use std::collections::HashMap;
use std::thread;

/// 단어를 셀 페이지입니다. 복사할 수 없습니다.
pub trait Page: Sync {
    /// 적힌 글을 가져옵니다. 오래 걸릴 수 있습니다.
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let mut counts = HashMap::new();
    thread::scope(|scope| {
        let mut threads = Vec::new();
        for page in pages {
            threads.push(scope.spawn(|| {
                let mut own: HashMap<&str, u64> = HashMap::new();
                for word in page.read().split_ascii_whitespace() {
                    *own.entry(word).or_insert(0) += 1;
                }
                own
            }));
        }
        for (word, count) in threads.into_iter().flat_map(|thread| thread.join().unwrap()) {
            *counts.entry(word).or_insert(0) += count;
        }
    });
    counts
}
