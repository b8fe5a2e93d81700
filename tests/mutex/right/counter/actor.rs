//! 숫자는 한 스레드만 압니다. 나머지는 더해 달라고 부탁합니다.

use std::thread;

use crossbeam::channel::bounded;

pub fn count(threads: usize, times: usize) -> u64 {
    let (ask, asked) = bounded::<()>(0);
    thread::scope(|scope| {
        let keeper = scope.spawn(move || asked.iter().fold(0, |total, ()| total + 1));
        for _ in 0..threads {
            let ask = ask.clone();
            scope.spawn(move || {
                for _ in 0..times {
                    ask.send(()).unwrap();
                }
            });
        }
        drop(ask);
        keeper.join().unwrap()
    })
}
