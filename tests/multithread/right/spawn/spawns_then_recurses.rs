//! 하나를 띄우고 나머지를 스스로에게 맡긴 다음에 기다립니다.

use std::thread::Builder;

fn go(mut names: std::vec::IntoIter<String>, job: fn(&str) -> String) -> Vec<String> {
    match names.next() {
        None => Vec::new(),
        Some(name) => {
            let handle = Builder::new().name(name.clone()).spawn(move || job(&name)).unwrap();
            let mut rest = go(names, job);
            rest.insert(0, handle.join().unwrap());
            rest
        }
    }
}

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    go(names.into_iter(), job)
}
