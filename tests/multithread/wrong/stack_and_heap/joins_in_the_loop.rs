//! 띄우자마자 기다립니다. 한 번에 한 페이지만 읽습니다.

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
        for page in pages {
            let thread = scope.spawn(|| page.read().split_whitespace());
            for word in thread.join().unwrap() {
                *counts.entry(word).or_insert(0) += 1;
            }
        }
    });
    counts
}
