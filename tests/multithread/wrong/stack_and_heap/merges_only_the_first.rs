//! 페이지마다 맵을 하나씩 두고, 첫째 것만 돌려줍니다.

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

/// 단어를 셀 페이지입니다. 복사할 수 없습니다.
pub trait Page: Sync {
    /// 적힌 글을 가져옵니다. 오래 걸릴 수 있습니다.
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let counts: Vec<_> = pages.iter().map(|_| Mutex::new(HashMap::new())).collect();
    thread::scope(|scope| {
        for (page, counts) in pages.iter().zip(&counts) {
            scope.spawn(move || {
                let text = page.read();
                let mut counts = counts.lock().unwrap();
                for word in text.split_whitespace() {
                    *counts.entry(word).or_insert(0) += 1;
                }
            });
        }
    });
    counts.into_iter().next().map(|counts| counts.into_inner().unwrap()).unwrap_or_default()
}
