//! `pop`으로 꺼내어 기다려서, 결과가 거꾸로 모입니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut threads = Vec::new();
    for name in names {
        let builder = thread::Builder::new().name(name.clone());
        threads.push(builder.spawn(move || job(&name)).unwrap());
    }
    let mut results = Vec::new();
    while let Some(thread) = threads.pop() {
        results.push(thread.join().unwrap());
    }
    results
}
