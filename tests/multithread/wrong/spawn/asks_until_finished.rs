//! 끝났는지 쉬지 않고 묻습니다. 묻는 동안 코어 하나를 차지합니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut threads = Vec::new();
    for name in names {
        let builder = thread::Builder::new().name(name.clone());
        threads.push(builder.spawn(move || job(&name)).unwrap());
    }
    while threads.iter().any(|thread| !thread.is_finished()) {
        thread::yield_now();
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
