//! 함께 쓰는 맵을 복사해 와서 더하고, 다시 잠가 통째로 바꿉니다. 그사이에 다른 스레드가 더한 수를 잃습니다.

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
                let text = page.read();
                let mut own = counts.lock().unwrap().clone();
                for word in text.split_whitespace() {
                    *own.entry(word).or_insert(0) += 1;
                }
                *counts.lock().unwrap() = own;
            });
        }
    });
    counts.into_inner().unwrap()
}
