//! 번호를 붙여 채널로 보내고, 번호 자리에 넣습니다.

use std::sync::mpsc;
use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut results = vec![String::new(); names.len()];
    let (sender, receiver) = mpsc::channel();
    let mut threads = Vec::new();
    for (number, name) in names.into_iter().enumerate() {
        let sender = sender.clone();
        let builder = thread::Builder::new().name(name.clone());
        threads.push(builder.spawn(move || sender.send((number, job(&name))).unwrap()).unwrap());
    }
    drop(sender);
    for (number, result) in receiver {
        results[number] = result;
    }
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    results
}
