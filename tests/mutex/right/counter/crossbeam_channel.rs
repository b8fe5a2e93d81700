//! 아무것도 나누지 않고, 더할 값을 채널로 보냅니다.

use std::thread;

use crossbeam::channel;

pub fn count(threads: usize, times: usize) -> u64 {
    let (sender, receiver) = channel::unbounded();
    thread::scope(|scope| {
        for _ in 0..threads {
            let sender = sender.clone();
            scope.spawn(move || {
                for _ in 0..times {
                    sender.send(1).unwrap();
                }
            });
        }
        drop(sender);
        receiver.iter().sum()
    })
}
