//! 마지막 작업은 스레드를 띄우지 않고 스스로 합니다. 그 작업을 하는 스레드에는 제 이름이 없습니다.

use std::thread;

pub fn run(mut names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let last = names.pop();
    let mut threads = Vec::new();
    for name in names {
        let builder = thread::Builder::new().name(name.clone());
        threads.push(builder.spawn(move || job(&name)).unwrap());
    }
    let last = last.map(|name| job(&name));
    let results = threads.into_iter().map(|thread| thread.join().unwrap());
    results.chain(last).collect()
}
