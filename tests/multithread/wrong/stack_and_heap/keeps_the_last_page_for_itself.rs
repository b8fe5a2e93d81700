//! 마지막 페이지는 스레드를 띄우지 않고 스스로 셉니다.

use std::collections::HashMap;
use std::thread;

pub trait Page: Sync {
    fn read(&self) -> &str;
}

fn of<'a>(p: &'a impl Page) -> HashMap<&'a str, u64> {
    let mut m = HashMap::new();
    for w in p.read().split_whitespace() {
        *m.entry(w).or_insert(0) += 1;
    }
    m
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let Some((last, rest)) = pages.split_last() else { return HashMap::new() };
    thread::scope(|s| {
        let handles: Vec<_> = rest.iter().map(|p| s.spawn(move || of(p))).collect();
        let mut all = of(last);
        for h in handles {
            for (w, n) in h.join().unwrap() {
                *all.entry(w).or_insert(0) += n;
            }
        }
        all
    })
}
