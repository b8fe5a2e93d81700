//! 1을 하나씩 채널로 보내고, 부른 스레드가 받는 대로 더합니다.

use crossbeam::channel;
use crossbeam::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let mut total = 0;
    thread::scope(|scope| {
        let (sender, receiver) = channel::bounded::<u64>(1);
        for _ in 0..threads {
            let sender = sender.clone();
            scope.spawn(move |_| {
                for _ in 0..times {
                    sender.send(1).unwrap();
                }
            });
        }
        drop(sender);
        for one in receiver {
            total += one;
        }
    })
    .unwrap();
    total
}
