use std::thread;
use std::time::Instant;

use crossbeam::channel::{
    self, RecvTimeoutError, SendTimeoutError, TryRecvError, TrySendError, after, bounded, never, tick,
    unbounded,
};

use super::{LONG, SHORT, say};

pub fn channel() -> Vec<String> {
    let mut said = Vec::new();
    let (sender, receiver) = unbounded();
    say!(
        said,
        receiver.try_recv(),
        receiver.recv_timeout(SHORT),
        receiver.recv_deadline(Instant::now() + SHORT)
    );
    say!(
        said,
        receiver.is_empty(),
        receiver.is_full(),
        receiver.capacity(),
        sender.is_empty(),
        sender.capacity()
    );
    say!(said, sender.send(1), sender.try_send(2), sender.send_timeout(3, SHORT));
    say!(
        said,
        sender.send_deadline(4, Instant::now() + SHORT),
        sender.len(),
        receiver.len(),
        sender.is_full()
    );
    say!(said, receiver.recv(), receiver.try_recv(), receiver.recv_timeout(LONG));
    say!(
        said,
        receiver.recv_deadline(Instant::now() + LONG),
        receiver.try_recv() == Err(TryRecvError::Empty)
    );
    let (other, twin) = (sender.clone(), receiver.clone());
    say!(said, other.same_channel(&sender), twin.same_channel(&receiver), other.same_channel(&unbounded().0));
    say!(said, sender, receiver, receiver.iter(), receiver.try_iter());
    drop(twin);
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
    let (sender, receiver) = unbounded();
    (1..4).for_each(|item| sender.send(item).unwrap());
    say!(said, receiver.try_iter().take(2).collect::<Vec<_>>());
    drop(sender);
    say!(said, receiver.recv(), receiver.recv_timeout(LONG) == Err(RecvTimeoutError::Disconnected));
    let (sender, receiver) = unbounded();
    let (reply, answer) = unbounded::<u8>();
    sender.send(reply).unwrap();
    drop(receiver);
    say!(said, answer.recv(), sender.send(unbounded().0).is_err(), sender.try_send(unbounded().0).is_err());
    let (sender, receiver) = bounded(1);
    let helper = thread::spawn(move || receiver.into_iter().sum::<i32>());
    (0..3).for_each(|item| sender.send(item).unwrap());
    drop(sender);
    say!(said, helper.join().unwrap());
    let (sender, receiver) = unbounded();
    sender.send('x').unwrap();
    drop(sender);
    for item in &receiver {
        say!(said, item);
    }
    said
}

pub fn limited() -> Vec<String> {
    let mut said = Vec::new();
    let (sender, receiver) = bounded(1);
    say!(said, sender.try_send(1), sender.is_full(), receiver.is_full(), receiver.capacity());
    say!(
        said,
        sender.try_send(2),
        sender.send_timeout(3, SHORT),
        sender.send_deadline(4, Instant::now() + SHORT)
    );
    say!(said, matches!(sender.try_send(2), Err(TrySendError::Full(2))));
    let other = sender.clone();
    let helper = thread::spawn(move || other.send_timeout(5, LONG));
    say!(said, receiver.recv(), receiver.recv(), helper.join().unwrap());
    drop(receiver);
    say!(said, sender.send(6), sender.try_send(7), sender.send_timeout(8, LONG));
    say!(said, sender.send_timeout(9, SHORT) == Err(SendTimeoutError::Disconnected(9)));
    said
}

pub fn rendezvous() -> Vec<String> {
    let mut said = Vec::new();
    let (sender, receiver) = channel::bounded(0);
    say!(
        said,
        sender.try_send(1),
        receiver.try_recv(),
        sender.send_timeout(2, SHORT),
        receiver.recv_timeout(SHORT)
    );
    say!(said, sender.len(), sender.is_empty(), sender.is_full(), receiver.capacity(), receiver.is_full());
    let other = sender.clone();
    let helper = thread::spawn(move || (other.send(3), other.send_timeout(4, LONG)));
    say!(said, receiver.recv(), receiver.recv_timeout(LONG), helper.join().unwrap());
    let twin = receiver.clone();
    let helper = thread::spawn(move || twin.recv());
    say!(said, sender.send_deadline(5, Instant::now() + LONG), helper.join().unwrap());
    let helper = thread::spawn(move || sender.send(6));
    drop(receiver);
    say!(said, helper.join().unwrap());
    let (sender, receiver) = channel::bounded::<u8>(0);
    let helper = thread::spawn(move || receiver.recv());
    drop(sender);
    say!(said, helper.join().unwrap());
    said
}

pub fn timers() -> Vec<String> {
    let mut said = Vec::new();
    let start = Instant::now();
    let timer = after(SHORT);
    say!(said, timer.capacity(), timer.try_recv().is_err(), timer.recv().unwrap() - start >= SHORT);
    say!(said, timer.len(), timer.is_empty(), timer.recv_timeout(SHORT), start.elapsed() >= SHORT * 2);
    let at = Instant::now() + SHORT;
    let (timer, twin) = (channel::at(at), channel::at(at));
    say!(said, timer.recv() == Ok(at), twin.recv_timeout(LONG) == Ok(at), timer.same_channel(&twin));
    let clock = tick(SHORT);
    let (one, two) = (clock.recv().unwrap(), clock.recv().unwrap());
    say!(said, two - one >= SHORT, clock.recv_deadline(Instant::now() + LONG).is_ok());
    thread::sleep(SHORT * 2);
    say!(said, clock.is_full(), clock.try_recv().is_ok(), clock.same_channel(&clock.clone()));
    let nothing = never::<u8>();
    say!(
        said,
        nothing.try_recv(),
        nothing.recv_timeout(SHORT),
        nothing.capacity(),
        nothing.len(),
        nothing.is_full()
    );
    said
}
