//! 인수는 앞에서부터 계산하므로, 잠근 다음에 읽습니다. 한 줄에 쓰면 잠깐만 잠근다고 여긴 것입니다.

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

pub trait Page: Sync {
    fn read(&self) -> &str;
}

fn merge<'a>(counts: &mut HashMap<&'a str, u64>, text: &'a str) {
    for word in text.split_whitespace() {
        *counts.entry(word).or_insert(0) += 1;
    }
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let counts = Mutex::new(HashMap::new());
    thread::scope(|scope| {
        for page in pages {
            let counts = &counts;
            scope.spawn(move || merge(&mut counts.lock().unwrap(), page.read()));
        }
    });
    counts.into_inner().unwrap()
}
