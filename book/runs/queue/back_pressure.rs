//! 빠른 생산자와 1초에 하나씩 하는 소비자 사이에, 자리가 하나인 채널이 있습니다.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

pub fn run() {
    let (sender, receiver) = mpsc::sync_channel(1);
    thread::scope(|scope| {
        scope.spawn(move || (1..=4).for_each(|item| sender.send(item).unwrap()));
        scope
            .spawn(move || receiver.into_iter().for_each(|_item: u32| thread::sleep(Duration::from_secs(1))));
    });
}
