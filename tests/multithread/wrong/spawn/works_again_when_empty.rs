//! 결과가 비었으면 못 한 것으로 보고 작업을 다시 합니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let t: Vec<_> = names
        .iter()
        .cloned()
        .map(|n| thread::Builder::new().name(n.clone()).spawn(move || job(&n)).unwrap())
        .collect();
    t.into_iter()
        .zip(names)
        .map(|(t, n)| {
            let result = t.join().unwrap();
            if result.is_empty() { job(&n) } else { result }
        })
        .collect()
}
