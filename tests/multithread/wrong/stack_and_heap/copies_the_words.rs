//! 글을 복사해서 스레드에 맡깁니다. `'static`을 얻으려고 복사한 메모리는 돌려받을 길이 없습니다.

use std::collections::HashMap;
use std::thread;

/// 단어를 셀 페이지입니다. 복사할 수 없습니다.
pub trait Page: Sync {
    /// 적힌 글을 가져옵니다. 오래 걸릴 수 있습니다.
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let read = thread::scope(|scope| {
        let threads: Vec<_> = pages.iter().map(|page| scope.spawn(|| page.read().to_owned())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<String>>()
    });
    let mut threads = Vec::new();
    for text in read {
        let text: &'static str = text.leak();
        threads.push(thread::spawn(move || text.split_whitespace()));
    }
    let mut counts = HashMap::new();
    for word in threads.into_iter().flat_map(|thread| thread.join().unwrap()) {
        *counts.entry(word).or_insert(0) += 1;
    }
    counts
}
