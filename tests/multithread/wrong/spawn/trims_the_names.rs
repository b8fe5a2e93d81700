//! 이름의 앞뒤 빈칸을 없앱니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let handles: Vec<_> = names
        .iter()
        .map(|n| {
            let n = n.trim().to_string();
            thread::Builder::new().name(n.clone()).spawn(move || job(&n)).unwrap()
        })
        .collect();
    handles.into_iter().map(|h| h.join().unwrap()).collect()
}
