//! 이름을 소문자로 바꾸어 작업에 건넵니다. 스레드에 붙인 이름만 그대로면 된다고 여긴 것입니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut threads = Vec::new();
    for name in names {
        let asked = name.to_lowercase();
        threads.push(thread::Builder::new().name(name).spawn(move || job(&asked)).unwrap());
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
