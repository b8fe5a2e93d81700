//! 보내는 쪽을 하나 쥔 채로 다 받기를 기다립니다. 파이썬의 큐처럼 비면 반복이 끝난다고 여긴 것입니다.

use std::sync::mpsc;
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let (tx, rx) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..threads {
            let tx = tx.clone();
            scope.spawn(move || {
                for _ in 0..times {
                    tx.send(1).unwrap();
                }
            });
        }
        rx.iter().sum()
    })
}
