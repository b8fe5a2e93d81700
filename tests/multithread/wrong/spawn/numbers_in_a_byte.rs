//! 자리의 번호를 한 바이트에 담아서, 257번째 작업의 결과가 첫째 자리에 섞입니다.

use std::sync::mpsc;
use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let (sender, receiver) = mpsc::channel();
    let mut t = vec![];
    for (i, name) in names.into_iter().enumerate() {
        let sender = sender.clone();
        t.push(
            thread::Builder::new()
                .name(name.clone())
                .spawn(move || {
                    sender.send((i as u8, job(&name))).unwrap();
                })
                .unwrap(),
        );
    }
    drop(sender);
    let mut result: Vec<_> = receiver.iter().collect();
    for t in t {
        t.join().unwrap();
    }
    result.sort();
    result.into_iter().map(|x| x.1).collect()
}
