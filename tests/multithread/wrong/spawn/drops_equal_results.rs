//! 이어서 나오는 같은 결과를 하나로 줄입니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let t: Vec<_> = names
        .into_iter()
        .map(|n| thread::Builder::new().name(n.clone()).spawn(move || job(&n)).unwrap())
        .collect();
    let mut result: Vec<String> = t.into_iter().map(|t| t.join().unwrap()).collect();
    result.dedup();
    result
}
