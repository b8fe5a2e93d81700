//! 맵을 잠근 채로 페이지를 읽습니다. 스레드는 여럿인데 한 번에 하나씩 읽습니다.

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
                let mut counts = counts.lock().unwrap();
                for word in page.read().split_whitespace() {
                    *counts.entry(word).or_insert(0) += 1;
                }
            });
        }
    });
    counts.into_inner().unwrap()
}
