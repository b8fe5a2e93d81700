//! 이름을 붙이지 않고 띄웁니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let threads: Vec<_> = names.into_iter().map(|name| thread::spawn(move || job(&name))).collect();
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
