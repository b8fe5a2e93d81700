//! 먼저 읽고, 한 번 잠근 채로 함께 쓰는 맵에 바로 셉니다.

use std::collections::HashMap;
use std::sync::Arc;
use std::thread;

use parking_lot::Mutex;

/// 단어를 셀 페이지입니다. 복사할 수 없습니다.
pub trait Page: Sync {
    /// 적힌 글을 가져옵니다. 오래 걸릴 수 있습니다.
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let counts = Arc::new(Mutex::new(HashMap::new()));
    thread::scope(|scope| {
        for page in pages {
            let counts = Arc::clone(&counts);
            scope.spawn(move || {
                let text = page.read();
                let mut counts = counts.lock();
                for word in text.split_whitespace() {
                    *counts.entry(word).or_insert(0) += 1;
                }
            });
        }
    });
    std::mem::take(&mut *counts.lock())
}
