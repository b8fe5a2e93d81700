//! 앞의 절반은 다른 스레드에, 나머지는 스스로 맡아 둘씩 합칩니다.

use std::collections::HashMap;
use std::thread;

/// 단어를 셀 페이지입니다. 복사할 수 없습니다.
pub trait Page: Sync {
    /// 적힌 글을 가져옵니다. 오래 걸릴 수 있습니다.
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let (first, rest) = pages.split_at(pages.len() / 2);
    if first.is_empty() {
        let mut own = HashMap::new();
        for word in rest.iter().flat_map(|page| page.read().split_whitespace()) {
            *own.entry(word).or_insert(0) += 1;
        }
        return own;
    }
    let (first, mut counts) = thread::scope(|scope| {
        let first = scope.spawn(|| count(first));
        let rest = count(rest);
        (first.join().unwrap(), rest)
    });
    for (word, count) in first {
        *counts.entry(word).or_insert(0) += count;
    }
    counts
}
