//! Queues: ends that stay open, ends that close too soon, and items that fall in between.

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::thread;
use std::time::Duration;

use interleave::observe::Counter;

use crate::gallery::promise;

const SECOND: Duration = Duration::from_secs(1);

/// The receiver waits for every sender to go, and one of them is its own.
pub mod keeps_a_sender_of_its_own {
    use super::*;

    pub fn wrong() {
        let (sender, receiver) = mpsc::channel();
        for item in 0..2 {
            let sender = sender.clone();
            thread::spawn(move || sender.send(item));
        }
        promise(receiver.iter().count() == 2, "둘을 보냈으면 둘을 받아야 합니다.");
    }

    pub fn right() {
        let (sender, receiver) = mpsc::channel();
        for item in 0..2 {
            let sender = sender.clone();
            thread::spawn(move || sender.send(item));
        }
        drop(sender);
        promise(receiver.iter().count() == 2, "둘을 보냈으면 둘을 받아야 합니다.");
    }
}

/// One `None` stops one worker; the other goes on waiting.
pub mod sends_one_sentinel_to_two_workers {
    use super::*;

    fn check(sentinels: usize) {
        let (sender, receiver) = mpsc::channel::<Option<u32>>();
        let receiver = Mutex::new(receiver);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| while receiver.lock().unwrap().recv().unwrap().is_some() {});
            }
            sender.send(Some(1)).unwrap();
            for _ in 0..sentinels {
                sender.send(None).unwrap();
            }
        });
    }

    pub fn wrong() {
        check(1);
    }

    pub fn right() {
        check(2);
    }
}

/// Each of two producers says "that was all", and it was not.
pub mod stops_at_the_first_sentinel {
    use super::*;

    fn check(collect: fn(&Receiver<Option<u32>>) -> usize) {
        let (sender, receiver) = mpsc::channel();
        for item in 0..2 {
            let sender = sender.clone();
            thread::spawn(move || {
                let _ = sender.send(Some(item));
                let _ = sender.send(None);
            });
        }
        promise(collect(&receiver) == 2, "둘을 보냈으면 둘을 받아야 합니다.");
    }

    pub fn wrong() {
        check(|receiver| receiver.iter().map_while(|item| item).count());
    }

    pub fn right() {
        check(|receiver| {
            let (mut items, mut ended) = (0, 0);
            while ended < 2 {
                match receiver.recv().unwrap() {
                    Some(_) => items += 1,
                    None => ended += 1,
                }
            }
            items
        });
    }
}

/// A channel without room needs two threads for one item.
pub mod sends_to_itself {
    use super::*;

    fn check(room: usize) {
        let (sender, receiver) = mpsc::sync_channel(room);
        sender.send(1).unwrap();
        promise(receiver.recv() == Ok(1), "보낸 것을 받아야 합니다.");
    }

    pub fn wrong() {
        check(0);
    }

    pub fn right() {
        check(1);
    }
}

/// The consumer has left, and the producer goes on producing.
pub mod works_for_nobody {
    use super::*;

    fn check(produce: fn(&Sender<u32>, u32) -> bool) {
        let (sender, receiver) = mpsc::channel();
        thread::scope(|scope| {
            scope.spawn(move || receiver.recv().unwrap());
            for item in 0..5 {
                thread::sleep(SECOND);
                if !produce(&sender, item) {
                    break;
                }
            }
        });
        promise(interleave::clock() <= SECOND * 2, "받을 쪽이 떠났는데 계속 만들었습니다.");
    }

    pub fn wrong() {
        check(|sender, item| {
            let _ = sender.send(item);
            true
        });
    }

    pub fn right() {
        check(|sender, item| sender.send(item).is_ok());
    }
}

/// Empty now is not over.
pub mod stops_at_an_empty_moment {
    use super::*;

    fn check(count: fn(&Receiver<u32>) -> usize) {
        let (sender, receiver) = mpsc::channel();
        thread::scope(|scope| {
            scope.spawn(move || {
                for item in 0..2 {
                    let _ = sender.send(item);
                }
            });
            promise(count(&receiver) == 2, "둘을 보냈으면 둘을 받아야 합니다.");
        });
    }

    pub fn wrong() {
        check(|receiver| receiver.try_iter().count());
    }

    pub fn right() {
        check(|receiver| receiver.iter().count());
    }
}

/// A fast producer, a slow consumer, and no limit: memory is the limit.
pub mod lets_the_queue_grow {
    use super::*;

    fn check(sender: impl Fn(u32) + Send, receiver: Receiver<u32>) {
        let waiting = Counter::new();
        thread::scope(|scope| {
            scope.spawn(|| {
                let sender = sender;
                for item in 0..4 {
                    sender(item);
                    waiting.add(1);
                }
            });
            for _ in receiver {
                thread::sleep(SECOND);
                let left = waiting.subtract(1);
                promise(left <= 3, "기다리는 것이 셋을 넘었습니다.");
            }
        });
    }

    pub fn wrong() {
        let (sender, receiver) = mpsc::channel();
        check(move |item| sender.send(item).unwrap(), receiver);
    }

    pub fn right() {
        let (sender, receiver): (SyncSender<u32>, _) = mpsc::sync_channel(1);
        check(move |item| sender.send(item).unwrap(), receiver);
    }
}

/// First come is not first sent.
pub mod takes_arrival_for_order {
    use super::*;

    fn check(collect: fn(Vec<(usize, u32)>) -> Vec<u32>) {
        let (sender, receiver) = mpsc::channel();
        for index in 0..2 {
            let sender = sender.clone();
            thread::spawn(move || sender.send((index, index as u32 * 10)));
        }
        drop(sender);
        promise(collect(receiver.iter().collect()) == [0, 10], "결과가 맡긴 차례대로 있지 않습니다.");
    }

    pub fn wrong() {
        check(|results| results.into_iter().map(|(_, result)| result).collect());
    }

    pub fn right() {
        check(|mut results| {
            results.sort();
            results.into_iter().map(|(_, result)| result).collect()
        });
    }
}

/// Requests one way, answers the other, room for one in each: both ends wait for room.
pub mod sends_all_before_it_receives {
    use super::*;

    fn check(ask: fn(&SyncSender<u32>, &Receiver<u32>)) {
        let (requests, asked) = mpsc::sync_channel(1);
        let (answers, answered) = mpsc::sync_channel(1);
        thread::scope(|scope| {
            scope.spawn(move || {
                for request in asked {
                    answers.send(request).unwrap();
                }
            });
            let requests = requests;
            ask(&requests, &answered);
        });
    }

    pub fn wrong() {
        check(|requests, answered| {
            for request in 0..4 {
                requests.send(request).unwrap();
            }
            for _ in 0..4 {
                answered.recv().unwrap();
            }
        });
    }

    pub fn right() {
        check(|requests, answered| {
            for request in 0..4 {
                requests.send(request).unwrap();
                answered.recv().unwrap();
            }
        });
    }
}
