//! 스레드들이 모두 시작한 것을 보고 나서 일합니다. `main`도 함께 기다립니다.

use std::sync::{Arc, Barrier};
use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let everyone = Arc::new(Barrier::new(names.len() + 1));
    let mut threads = Vec::new();
    for name in names {
        let everyone = Arc::clone(&everyone);
        let work = move || {
            everyone.wait();
            let thread = thread::current();
            job(thread.name().unwrap_or_default())
        };
        threads.push(thread::Builder::new().name(name).spawn(work).unwrap());
    }
    everyone.wait();
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
