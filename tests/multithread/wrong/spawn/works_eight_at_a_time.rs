//! 한 번에 여덟 개까지만 띄우고, 모두 끝나야 다음 여덟 개를 띄웁니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut results = Vec::new();
    for names in names.chunks(8) {
        let mut threads = Vec::new();
        for name in names.to_vec() {
            let builder = thread::Builder::new().name(name.clone());
            threads.push(builder.spawn(move || job(&name)).unwrap());
        }
        results.extend(threads.into_iter().map(|thread| thread.join().unwrap()));
    }
    results
}
