//! `static` 잠금을 쥐고 세므로, 함께 부른 `count`끼리는 읽는 시간이 겹치지 않습니다.

use std::collections::HashMap;
use std::sync::Mutex;
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
static ONE: Mutex<()> = Mutex::new(());

pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let _g = ONE.lock().unwrap();
    let mut all = HashMap::new();
    thread::scope(|scope| {
        let t: Vec<_> = pages.iter().map(|p| scope.spawn(move || table(p.read()))).collect();
        for t in t {
            merge(&mut all, t.join().unwrap());
        }
    });
    all
}
