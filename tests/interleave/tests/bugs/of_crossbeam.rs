//! crossbeam: channels, cells, queues and groups of threads.

use std::time::Duration;

use crossbeam::atomic::AtomicCell;
use crossbeam::channel::{self, Receiver, Sender};
use crossbeam::queue::ArrayQueue;
use crossbeam::select;
use crossbeam::sync::WaitGroup;
use crossbeam::thread;

use crate::gallery::promise;

const SECOND: Duration = Duration::from_secs(1);

pub mod loads_a_cell_then_stores {
    use super::*;

    fn check(add: fn(&AtomicCell<u32>)) {
        let total = AtomicCell::new(0);
        thread::scope(|scope| {
            scope.spawn(|_| add(&total));
            scope.spawn(|_| add(&total));
        })
        .unwrap();
        promise(total.load() == 2, "더한 값 하나가 사라졌습니다.");
    }

    pub fn wrong() {
        check(|total| total.store(total.load() + 1));
    }

    pub fn right() {
        check(|total| _ = total.fetch_add(1));
    }
}

pub mod drops_what_the_scope_says {
    use super::*;

    fn check(run: fn(fn()) -> Result<(), ()>) {
        promise(run(|| panic!("자료가 없습니다")).is_err(), "일이 실패했는데 성공이라고 했습니다.");
    }

    pub fn wrong() {
        check(|job| {
            let _ = thread::scope(|scope| _ = scope.spawn(move |_| job()));
            Ok(())
        });
    }

    pub fn right() {
        check(|job| thread::scope(|scope| _ = scope.spawn(move |_| job())).map_err(drop));
    }
}

/// Nobody receives at this very moment, and the item is gone.
pub mod tries_to_send_where_nobody_waits {
    use super::*;

    fn check(send: fn(&Sender<u32>)) {
        let (sender, receiver) = channel::bounded(0);
        thread::scope(|scope| {
            scope.spawn(move |_| {
                let sender = sender;
                send(&sender);
            });
            promise(receiver.recv() == Ok(1), "보낸 것을 받지 못했습니다.");
        })
        .unwrap();
    }

    pub fn wrong() {
        check(|sender| _ = sender.try_send(1));
    }

    pub fn right() {
        check(|sender| sender.send(1).unwrap());
    }
}

/// Every turn of the loop starts a new clock.
pub mod starts_the_clock_in_the_loop {
    use super::*;

    fn check(collect: fn(&Receiver<u32>) -> u32) {
        let (sender, receiver) = channel::unbounded();
        thread::scope(|scope| {
            scope.spawn(move |_| {
                for item in 0..4 {
                    std::thread::sleep(SECOND);
                    let _ = sender.send(item);
                }
                std::thread::sleep(SECOND * 10);
            });
            promise(collect(&receiver) == 2, "2.5초 안에 온 것은 둘입니다.");
        })
        .unwrap();
    }

    pub fn wrong() {
        check(|receiver| {
            let mut count = 0;
            loop {
                select! {
                    recv(receiver) -> _ => count += 1,
                    recv(channel::after(SECOND * 5 / 2)) -> _ => return count,
                }
            }
        });
    }

    pub fn right() {
        check(|receiver| {
            let over = channel::after(SECOND * 5 / 2);
            let mut count = 0;
            loop {
                select! {
                    recv(receiver) -> _ => count += 1,
                    recv(over) -> _ => return count,
                }
            }
        });
    }
}

/// `default` makes of a wait a question, and the loop asks it without a pause.
pub mod asks_with_a_default {
    use super::*;

    fn check(wait: fn(&Receiver<u32>)) {
        let (sender, receiver) = channel::unbounded();
        thread::scope(|scope| {
            scope.spawn(move |_| {
                std::thread::sleep(SECOND);
                sender.send(1).unwrap();
            });
            wait(&receiver);
        })
        .unwrap();
    }

    pub fn wrong() {
        check(|receiver| {
            loop {
                select! {
                    recv(receiver) -> _ => return,
                    default => {}
                }
            }
        });
    }

    pub fn right() {
        check(|receiver| {
            select! {
                recv(receiver) -> _ => {}
            }
        });
    }
}

/// The group waits for every copy to go, and one is in the pocket of the one who waits.
pub mod keeps_a_copy_of_the_group {
    use super::*;

    fn check(wait: fn(WaitGroup, WaitGroup)) {
        let group = WaitGroup::new();
        let copy = group.clone();
        std::thread::spawn(move || drop(copy));
        let spare = group.clone();
        wait(group, spare);
    }

    pub fn wrong() {
        check(|group, _spare| group.wait());
    }

    pub fn right() {
        check(|group, spare| {
            drop(spare);
            group.wait();
        });
    }
}

/// There was room when it was asked.
pub mod asks_whether_it_is_full_first {
    use super::*;

    fn check(put: fn(&ArrayQueue<u32>)) {
        let queue = ArrayQueue::new(1);
        thread::scope(|scope| {
            scope.spawn(|_| put(&queue));
            scope.spawn(|_| put(&queue));
        })
        .unwrap();
    }

    pub fn wrong() {
        check(|queue| {
            if !queue.is_full() {
                queue.push(1).expect("자리가 있다고 했습니다");
            }
        });
    }

    pub fn right() {
        check(|queue| _ = queue.push(1));
    }
}

/// One message, two who wait for it.
pub mod tells_one_of_two_to_stop {
    use super::*;

    fn check(stop: fn(Sender<()>)) {
        let (sender, stopped) = channel::unbounded::<()>();
        thread::scope(|scope| {
            for _ in 0..2 {
                let stopped = stopped.clone();
                scope.spawn(move |_| _ = stopped.recv());
            }
            stop(sender);
        })
        .unwrap();
    }

    pub fn wrong() {
        check(|sender| {
            sender.send(()).unwrap();
            std::mem::forget(sender);
        });
    }

    pub fn right() {
        check(drop);
    }
}

/// How many there are is over by the time it is heard.
pub mod receives_as_many_as_there_were {
    use super::*;

    fn check(count: fn(&Receiver<u32>) -> usize) {
        let (sender, receiver) = channel::unbounded();
        thread::scope(|scope| {
            scope.spawn(move |_| {
                sender.send(1).unwrap();
                sender.send(2).unwrap();
            });
            promise(count(&receiver) == 2, "둘을 보냈으면 둘을 받아야 합니다.");
        })
        .unwrap();
    }

    pub fn wrong() {
        check(|receiver| {
            let count = receiver.len();
            receiver.iter().take(count).count()
        });
    }

    pub fn right() {
        check(|receiver| receiver.iter().count());
    }
}
