//! 첫째를 띄우고 나머지를 되부른 다음에 기다립니다.

use std::collections::VecDeque;
use std::thread;

fn from(names: &[String], job: fn(&str) -> String) -> VecDeque<String> {
    let [first, rest @ ..] = names else { return VecDeque::new() };
    thread::scope(|scope| {
        let handle = thread::Builder::new().name(first.clone()).spawn_scoped(scope, || job(first)).unwrap();
        let mut results = from(rest, job);
        results.push_front(handle.join().unwrap());
        results
    })
}

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    from(&names, job).into()
}
