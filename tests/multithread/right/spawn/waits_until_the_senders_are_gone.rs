//! 스레드가 끝나며 보내는 쪽이 모두 사라질 때까지 받습니다.

use std::sync::mpsc;
use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut out = vec![String::new(); names.len()];
    let (tx, rx) = mpsc::channel();
    for (i, n) in names.into_iter().enumerate() {
        let tx = tx.clone();
        thread::Builder::new()
            .name(n.clone())
            .spawn(move || {
                let r = job(&n);
                tx.send((i, r)).unwrap();
            })
            .unwrap();
    }
    drop(tx);
    for (i, r) in rx {
        out[i] = r;
    }
    out
}
