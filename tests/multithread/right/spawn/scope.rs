//! `thread::scope` 안에서 이름을 빌려 씁니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    thread::scope(|scope| {
        let start = |name| thread::Builder::new().name(String::clone(name)).spawn_scoped(scope, || job(name));
        let threads: Vec<_> = names.iter().map(start).collect();
        threads.into_iter().map(|thread| thread.unwrap().join().unwrap()).collect()
    })
}
