//! 띄우는 `map`에 기다리는 `map`을 바로 이어서, 하나를 띄우고 기다린 뒤에야 다음을 띄웁니다. 이터레이터는 하나씩 꺼낼 때 일합니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    names
        .into_iter()
        .map(|name| thread::Builder::new().name(name.clone()).spawn(move || job(&name)).unwrap())
        .map(|thread| thread.join().unwrap())
        .collect()
}
