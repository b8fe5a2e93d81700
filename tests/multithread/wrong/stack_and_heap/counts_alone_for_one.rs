//! 페이지가 하나뿐이면 스레드를 띄우지 않고 직접 셉니다.

use std::collections::HashMap;
use std::thread;

pub trait Page: Sync {
    fn read(&self) -> &str;
}

fn table(t: &str) -> HashMap<&str, u64> {
    let mut m = HashMap::new();
    for w in t.split_whitespace() {
        *m.entry(w).or_insert(0) += 1;
    }
    m
}

fn merge<'a>(a: &mut HashMap<&'a str, u64>, b: HashMap<&'a str, u64>) {
    for (k, v) in b {
        *a.entry(k).or_insert(0) += v;
    }
}

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    if let [p] = pages {
        return table(p.read());
    }
    let mut all = HashMap::new();
    thread::scope(|scope| {
        let t: Vec<_> = pages.iter().map(|p| scope.spawn(move || table(p.read()))).collect();
        for t in t {
            merge(&mut all, t.join().unwrap());
        }
    });
    all
}
