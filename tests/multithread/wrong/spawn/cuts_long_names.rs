//! 스레드의 이름을 열다섯 글자에서 자릅니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let handles: Vec<_> = names
        .into_iter()
        .map(|n| {
            let short: String = n.chars().take(15).collect();
            thread::Builder::new().name(short).spawn(move || job(&n)).unwrap()
        })
        .collect();
    handles.into_iter().map(|h| h.join().unwrap()).collect()
}
