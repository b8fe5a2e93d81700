//! 작업이 적어도 하나는 있다고 여깁니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut names = names.into_iter();
    let first = names.next().expect("작업이 없습니다.");
    let start = |name: String| {
        let builder = thread::Builder::new().name(name.clone());
        builder.spawn(move || job(&name)).unwrap()
    };
    let mut threads = vec![start(first)];
    threads.extend(names.map(start));
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
