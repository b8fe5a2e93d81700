//! 스레드가 열여섯을 넘으면 이름을 붙이지 않습니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let handles: Vec<_> = names
        .into_iter()
        .enumerate()
        .map(|(number, name)| {
            if number < 16 {
                thread::Builder::new().name(name.clone()).spawn(move || job(&name)).unwrap()
            } else {
                thread::spawn(move || job(&name))
            }
        })
        .collect();
    handles.into_iter().map(|handle| handle.join().unwrap()).collect()
}
