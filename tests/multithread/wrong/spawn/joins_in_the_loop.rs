//! 띄우자마자 기다립니다. 스레드는 있지만 한 번에 하나씩만 일합니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut results = Vec::new();
    for name in names {
        let builder = thread::Builder::new().name(name.clone());
        let thread = builder.spawn(move || job(&name)).unwrap();
        results.push(thread.join().unwrap());
    }
    results
}
