use std::cell::Cell;
use std::sync::mpsc::{self, RecvTimeoutError, TryRecvError, TrySendError};
use std::thread;

use super::{LONG, SHORT, say};

pub fn channel() -> Vec<String> {
    let mut said = Vec::new();
    let (sender, receiver) = mpsc::channel();
    say!(
        said,
        receiver.try_recv(),
        receiver.recv_timeout(SHORT),
        sender,
        receiver,
        mpsc::sync_channel::<Cell<u8>>(1)
    );
    sender.send(1).unwrap();
    sender.send(2).unwrap();
    say!(said, receiver.recv(), receiver.try_recv(), receiver.try_recv() == Err(TryRecvError::Empty));
    (3..6).for_each(|item| sender.send(item).unwrap());
    say!(said, receiver.try_iter().collect::<Vec<_>>());
    let other = sender.clone();
    let one = thread::spawn(move || sender.send(10).unwrap());
    let two = thread::spawn(move || other.send(20).unwrap());
    let mut all: Vec<_> = receiver.iter().collect();
    all.sort_unstable();
    say!(said, all, receiver.recv(), receiver.try_recv());
    one.join().unwrap();
    two.join().unwrap();
    said
}

pub fn ends() -> Vec<String> {
    let mut said = Vec::new();
    let (sender, receiver) = mpsc::channel();
    sender.send(1).unwrap();
    drop(sender);
    say!(said, receiver.recv(), receiver.recv_timeout(LONG) == Err(RecvTimeoutError::Disconnected));
    let (sender, receiver) = mpsc::channel();
    let (reply, answer) = mpsc::channel::<u8>();
    sender.send(reply).unwrap();
    drop(receiver);
    say!(said, answer.recv(), sender.send(mpsc::channel().0).is_err());
    let (sender, receiver) = mpsc::channel();
    let helper = thread::spawn(move || receiver.into_iter().sum::<i32>());
    (0..3).for_each(|item| sender.send(item).unwrap());
    drop(sender);
    say!(said, helper.join().unwrap());
    let (sender, receiver) = mpsc::channel();
    sender.send('x').unwrap();
    drop(sender);
    for item in &receiver {
        say!(said, item);
    }
    said
}

pub fn bounded() -> Vec<String> {
    let mut said = Vec::new();
    let (sender, receiver) = mpsc::sync_channel(1);
    say!(
        said,
        sender.try_send(1),
        sender.try_send(2),
        matches!(sender.try_send(3), Err(TrySendError::Full(3)))
    );
    let other = sender.clone();
    let helper = thread::spawn(move || other.send(4).is_ok());
    say!(said, receiver.recv(), receiver.recv(), helper.join().unwrap());
    drop(receiver);
    say!(said, sender.send(5), sender.try_send(6));
    said
}

pub fn rendezvous() -> Vec<String> {
    let mut said = Vec::new();
    let (sender, receiver) = mpsc::sync_channel(0);
    say!(said, sender.try_send(1), receiver.try_recv(), receiver.recv_timeout(SHORT));
    let helper = thread::spawn(move || {
        sender.send(2).unwrap();
        sender.send(3).is_ok()
    });
    say!(said, receiver.recv(), receiver.recv_timeout(LONG), helper.join().unwrap(), receiver.recv());
    let (sender, receiver) = mpsc::sync_channel(0);
    let helper = thread::spawn(move || sender.send(4));
    drop(receiver);
    say!(said, helper.join().unwrap());
    said
}
