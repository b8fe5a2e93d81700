//! crossbeam의 `scope`로 띄우고, 표준 `Mutex`에 합칩니다.

use std::collections::HashMap;
use std::sync::Mutex;

/// 단어를 셀 페이지입니다. 복사할 수 없습니다.
pub trait Page: Sync {
    /// 적힌 글을 가져옵니다. 오래 걸릴 수 있습니다.
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let counts = Mutex::new(HashMap::new());
    let ended = crossbeam::thread::scope(|scope| {
        for page in pages {
            let counts = &counts;
            scope.spawn(move |_| {
                let own = page.read().split_whitespace().fold(HashMap::new(), |mut own, word| {
                    *own.entry(word).or_insert(0u64) += 1;
                    own
                });
                let mut counts = counts.lock().unwrap();
                own.into_iter().for_each(|(word, count)| *counts.entry(word).or_default() += count);
            });
        }
    });
    ended.unwrap();
    counts.into_inner().unwrap()
}
