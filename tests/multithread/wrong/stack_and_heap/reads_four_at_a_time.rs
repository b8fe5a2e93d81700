//! 페이지를 네 묶음으로만 나눕니다. 다섯째 페이지부터는 앞 페이지를 다 읽기를 기다립니다.

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

/// 단어를 셀 페이지입니다. 복사할 수 없습니다.
pub trait Page: Sync {
    /// 적힌 글을 가져옵니다. 오래 걸릴 수 있습니다.
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let counts = Mutex::new(HashMap::new());
    thread::scope(|scope| {
        for pages in pages.chunks(pages.len().div_ceil(4).max(1)) {
            scope.spawn(|| {
                let mut own = HashMap::new();
                for word in pages.iter().flat_map(|page| page.read().split_whitespace()) {
                    *own.entry(word).or_insert(0) += 1;
                }
                let mut counts = counts.lock().unwrap();
                for (word, count) in own {
                    *counts.entry(word).or_insert(0) += count;
                }
            });
        }
    });
    counts.into_inner().unwrap()
}
