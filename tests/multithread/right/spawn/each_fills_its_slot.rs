//! 스레드마다 결과가 들어갈 제 칸을 빌려 씁니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut results = vec![String::new(); names.len()];
    thread::scope(|scope| {
        for (name, slot) in names.iter().zip(results.iter_mut()) {
            thread::Builder::new().name(name.into()).spawn_scoped(scope, move || *slot = job(name)).unwrap();
        }
    });
    results
}
