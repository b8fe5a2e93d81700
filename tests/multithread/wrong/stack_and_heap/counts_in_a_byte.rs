//! 페이지마다 한 바이트로 세어서, 한 페이지에 255번 넘게 나오는 단어를 잃습니다.

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

pub trait Page: Sync {
    fn read(&self) -> &str;
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let all = Mutex::new(HashMap::new());
    thread::scope(|s| {
        for p in pages {
            s.spawn(|| {
                let mut mine: HashMap<&str, u8> = HashMap::new();
                for w in p.read().split_whitespace() {
                    let c = mine.entry(w).or_default();
                    *c = c.wrapping_add(1);
                }
                let mut all = all.lock().unwrap();
                for (w, n) in mine {
                    *all.entry(w).or_insert(0) += n as u64;
                }
            });
        }
    });
    all.into_inner().unwrap()
}
