//! 다 끝났는지 10밀리초마다 묻습니다.

use std::collections::HashMap;
use std::thread;

/// 단어를 셀 페이지입니다. 복사할 수 없습니다.
pub trait Page: Sync {
    /// 적힌 글을 가져옵니다. 오래 걸릴 수 있습니다.
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    thread::scope(|scope| {
        let threads: Vec<_> =
            pages.iter().map(|page| scope.spawn(|| page.read().split_whitespace())).collect();
        while !threads.iter().all(|thread| thread.is_finished()) {
            thread::sleep(std::time::Duration::from_millis(10));
        }
        let mut counts = HashMap::new();
        for word in threads.into_iter().flat_map(|thread| thread.join().unwrap()) {
            *counts.entry(word).or_insert(0) += 1;
        }
        counts
    })
}
