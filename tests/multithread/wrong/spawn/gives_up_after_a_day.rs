//! 하루가 지나도록 결과가 오지 않으면 빈 결과로 둡니다.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let (sender, receiver) = mpsc::channel();
    let mut out = vec![String::new(); names.len()];
    for (i, name) in names.into_iter().enumerate() {
        let sender = sender.clone();
        thread::Builder::new()
            .name(name.clone())
            .spawn(move || {
                let _ = sender.send((i, job(&name)));
            })
            .unwrap();
    }
    drop(sender);
    while let Ok((i, result)) = receiver.recv_timeout(Duration::from_secs(86_400)) {
        out[i] = result;
    }
    out
}
