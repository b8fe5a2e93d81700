//! 스레드마다 맵을 하나씩 돌려주고, 함수를 부른 스레드가 둘씩 합칩니다.

use std::collections::{HashMap, VecDeque};
use std::thread;

/// 단어를 셀 페이지입니다. 복사할 수 없습니다.
pub trait Page: Sync {
    /// 적힌 글을 가져옵니다. 오래 걸릴 수 있습니다.
    fn read(&self) -> &str;
}

fn count_page(page: &impl Page) -> HashMap<&str, u64> {
    let mut counts = HashMap::new();
    for word in page.read().split_whitespace() {
        *counts.entry(word).or_insert(0) += 1;
    }
    counts
}

fn merge<'a>(mut one: HashMap<&'a str, u64>, other: HashMap<&'a str, u64>) -> HashMap<&'a str, u64> {
    for (word, count) in other {
        *one.entry(word).or_insert(0) += count;
    }
    one
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    thread::scope(|scope| {
        let threads: Vec<_> = pages.iter().map(|page| scope.spawn(|| count_page(page))).collect();
        let mut maps: VecDeque<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        loop {
            match (maps.pop_front(), maps.pop_front()) {
                (Some(one), Some(other)) => maps.push_back(merge(one, other)),
                (last, _) => return last.unwrap_or_default(),
            }
        }
    })
}
