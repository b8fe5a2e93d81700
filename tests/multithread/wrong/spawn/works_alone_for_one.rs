//! 작업이 하나뿐이면 스레드를 띄우지 않고 직접 합니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    if names.len() == 1 {
        return vec![job(&names[0])];
    }
    let t: Vec<_> = names
        .into_iter()
        .map(|n| thread::Builder::new().name(n.clone()).spawn(move || job(&n)).unwrap())
        .collect();
    t.into_iter().map(|t| t.join().unwrap()).collect()
}
