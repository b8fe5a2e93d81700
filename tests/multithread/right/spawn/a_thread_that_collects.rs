//! 스레드 하나가 나머지를 띄우고 모읍니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let supervisor = thread::spawn(move || {
        let start = |name: String| thread::Builder::new().name(name.clone()).spawn(move || job(&name));
        let threads: Vec<_> = names.into_iter().map(start).collect();
        threads.into_iter().map(|thread| thread.unwrap().join().unwrap()).collect()
    });
    supervisor.join().unwrap()
}
