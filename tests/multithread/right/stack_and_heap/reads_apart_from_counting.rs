//! 스레드는 읽기만 하고, 세는 일은 부른 쪽이 합니다. 읽은 글은 페이지마다 있는 자리에 둡니다.

use std::collections::HashMap;
use std::sync::OnceLock;
use std::thread;

/// 단어를 셀 페이지입니다. 복사할 수 없습니다.
pub trait Page: Sync {
    /// 적힌 글을 가져옵니다. 오래 걸릴 수 있습니다.
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let texts: Vec<OnceLock<&str>> = pages.iter().map(|_| OnceLock::new()).collect();
    thread::scope(|scope| {
        for (page, text) in pages.iter().zip(&texts) {
            scope.spawn(move || text.set(page.read()).unwrap());
        }
    });
    let mut counts = HashMap::new();
    for word in texts.into_iter().flat_map(|text| text.into_inner().unwrap().split_whitespace()) {
        *counts.entry(word).or_insert(0) += 1;
    }
    counts
}
