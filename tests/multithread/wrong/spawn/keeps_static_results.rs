//! 결과를 모으는 곳이 `static` 하나라서, 함께 부르면 서로의 결과를 지우고 섞습니다.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

static RESULTS: Mutex<BTreeMap<usize, String>> = Mutex::new(BTreeMap::new());

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    RESULTS.lock().unwrap().clear();
    let t: Vec<_> = names
        .into_iter()
        .enumerate()
        .map(|(i, n)| {
            thread::Builder::new()
                .name(n.clone())
                .spawn(move || {
                    let result = job(&n);
                    RESULTS.lock().unwrap().insert(i, result);
                })
                .unwrap()
        })
        .collect();
    for t in t {
        t.join().unwrap();
    }
    std::mem::take(&mut *RESULTS.lock().unwrap()).into_values().collect()
}
