//! 스레드에 작업의 이름이 아니라 번호를 붙입니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut threads = Vec::new();
    for (number, name) in names.into_iter().enumerate() {
        let builder = thread::Builder::new().name(format!("스레드 {number}"));
        threads.push(builder.spawn(move || job(&name)).unwrap());
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
