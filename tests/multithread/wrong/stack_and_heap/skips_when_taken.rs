//! 다른 스레드가 합치고 있으면 합치지 않고 끝냅니다.

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
        for page in pages {
            scope.spawn(|| {
                let mut own = HashMap::new();
                for word in page.read().split_whitespace() {
                    *own.entry(word).or_insert(0) += 1;
                }
                if let Ok(mut counts) = counts.try_lock() {
                    for (word, count) in own {
                        *counts.entry(word).or_insert(0) += count;
                    }
                }
            });
        }
    });
    counts.into_inner().unwrap()
}
