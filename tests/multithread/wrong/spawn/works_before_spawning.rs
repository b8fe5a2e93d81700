//! `job(&name)`을 먼저 부르고 그 결과만 스레드에 건넵니다. 파이썬의 `Thread(target=job(name))`과 같은 실수입니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut threads = Vec::new();
    for name in names {
        let result = job(&name);
        threads.push(thread::Builder::new().name(name).spawn(move || result).unwrap());
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
