//! 끝났는지 10밀리초마다 묻습니다. 끝난 뒤에도 다음에 물을 때까지 자고 있습니다.

use std::thread;
use std::time::Duration;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut threads = Vec::new();
    for name in names {
        let builder = thread::Builder::new().name(name.clone());
        threads.push(builder.spawn(move || job(&name)).unwrap());
    }
    while !threads.iter().all(|thread| thread.is_finished()) {
        thread::sleep(Duration::from_millis(10));
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
