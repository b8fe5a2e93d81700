//! 이름이 비어 있으면 이름 없는 스레드를 띄웁니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let handles: Vec<_> = names
        .into_iter()
        .map(|n| {
            let mut b = thread::Builder::new();
            if !n.is_empty() {
                b = b.name(n.clone());
            }
            b.spawn(move || job(&n)).unwrap()
        })
        .collect();
    handles.into_iter().map(|h| h.join().unwrap()).collect()
}
