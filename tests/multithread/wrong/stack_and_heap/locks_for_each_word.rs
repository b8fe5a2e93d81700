//! 단어마다 함께 쓰는 맵을 잠급니다. 단어가 많을수록 스레드들이 서로를 기다립니다.

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
                for word in page.read().split_whitespace() {
                    *counts.lock().unwrap().entry(word).or_insert(0) += 1;
                }
            });
        }
    });
    counts.into_inner().unwrap()
}
