//! 다 센 맵을 채널로 보냅니다.

use std::collections::HashMap;
use std::sync::mpsc;
use std::thread;

/// 단어를 셀 페이지입니다. 복사할 수 없습니다.
pub trait Page: Sync {
    /// 적힌 글을 가져옵니다. 오래 걸릴 수 있습니다.
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let (sender, receiver) = mpsc::channel();
    let mut counts = HashMap::new();
    thread::scope(|scope| {
        for page in pages {
            let sender = sender.clone();
            scope.spawn(move || {
                let mut own: HashMap<&str, u64> = HashMap::new();
                for word in page.read().split_whitespace() {
                    *own.entry(word).or_insert(0) += 1;
                }
                sender.send(own).unwrap();
            });
        }
        drop(sender);
        for (word, count) in receiver.into_iter().flatten() {
            *counts.entry(word).or_insert(0) += count;
        }
    });
    counts
}
