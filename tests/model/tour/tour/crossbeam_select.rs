use std::thread;
use std::time::Instant;

use crossbeam::channel::{Select, after, bounded, never, select, select_biased, unbounded};

use super::{LONG, SHORT, say};

pub fn macros() -> Vec<String> {
    let mut said = Vec::new();
    let (sender, receiver) = bounded(1);
    let (reply, answer) = unbounded::<&str>();
    select! {
        recv(receiver) -> item => say!(said, item),
        recv(answer) -> item => say!(said, item),
        default => said.push("nothing".to_string()),
    }
    select! {
        send(sender, 1) -> sent => say!(said, sent),
        recv(answer) -> item => say!(said, item),
    }
    select! {
        send(sender, 2) -> sent => say!(said, sent),
        recv(answer) -> _ => {}
        default(SHORT) => { said.push("still full".to_string()) }
    }
    let got = select! { recv(&receiver) -> item => item.map(|item| item + 1) };
    say!(said, got);
    let missing = [].first().copied();
    crossbeam::select! {
        recv(missing.unwrap_or(&never::<u8>())) -> _ => {}
        recv(after(SHORT)) -> _ => said.push("later".to_string()),
    }
    reply.send("one").unwrap();
    sender.send(3).unwrap();
    select_biased! {
        recv(receiver) -> item => say!(said, item),
        recv(answer) -> item => say!(said, item),
    }
    drop(sender);
    let mut left = 3;
    loop {
        select! {
            recv(answer) -> item => {
                say!(said, item);
                continue;
            }
            default() => {
                left -= 1;
                if left == 0 {
                    select! { send(reply, "two") -> sent => say!(said, sent) }
                    break;
                }
            },
        }
        select! { recv(receiver) -> item => say!(said, item, left), default => said.push("empty".to_string()) }
    }
    select! { recv(answer) -> item => say!(said, item), default(LONG) => said.push("late".to_string()) }
    said
}

pub fn waiting() -> Vec<String> {
    let mut said = Vec::new();
    let (numbers, one) = bounded(1);
    let (words, two) = unbounded();
    let helpers =
        [thread::spawn(move || numbers.send(1).is_ok()), thread::spawn(move || words.send("a").is_ok())];
    let (mut one, mut two, mut open) = (one, two, 2);
    while open > 0 {
        select! {
            recv(one) -> item => match item {
                Ok(item) => say!(said, item),
                Err(_) => {
                    one = never();
                    open -= 1;
                }
            },
            recv(two) -> word => match word {
                Ok(word) => say!(said, word),
                Err(_) => {
                    two = never();
                    open -= 1;
                }
            },
            default(LONG) => said.push("too late".to_string()),
        }
    }
    say!(said, helpers.map(|helper| helper.join().unwrap()));
    said.sort();
    said
}

pub fn by_hand() -> Vec<String> {
    let mut said = Vec::new();
    let (sender, receiver) = bounded(1);
    let (other, twin) = bounded::<u8>(1);
    let mut select = Select::new();
    let (sends, receives) = (select.send(&sender), select.recv(&twin));
    say!(
        said,
        sends,
        receives,
        select,
        select.clone().try_select().map(|chosen| {
            let index = chosen.index();
            (index, chosen.send(&sender, 1))
        })
    );
    say!(said, select.try_select().is_err(), select.select_timeout(SHORT).is_err());
    say!(said, select.select_deadline(Instant::now() + SHORT).is_err());
    other.send(5).unwrap();
    let chosen = select.select();
    say!(said, chosen, chosen.index() == receives, chosen.recv(&twin));
    select.remove(sends);
    drop(other);
    let chosen = select.select_timeout(LONG).unwrap();
    say!(said, chosen.recv(&twin));
    let mut select = Select::new_biased();
    say!(said, select.recv(&receiver), select.recv(&twin));
    let chosen = select.select_deadline(Instant::now() + LONG).unwrap();
    say!(said, chosen.index(), chosen.recv(&receiver), Select::default().try_select().is_err());
    drop(receiver);
    let mut select = Select::new();
    select.send(&sender);
    say!(said, select.select().send(&sender, 7));
    said
}

pub fn ready() -> Vec<String> {
    let mut said = Vec::new();
    let (sender, receiver) = bounded(1);
    let mut select = Select::new();
    select.recv(&receiver);
    say!(
        said,
        select.try_ready(),
        select.ready_timeout(SHORT),
        select.ready_deadline(Instant::now() + SHORT)
    );
    thread::scope(|scope| {
        scope.spawn(|| sender.send(1).unwrap());
        say!(said, select.ready(), receiver.recv());
    });
    let (sender, receiver) = bounded(0);
    let mut select = Select::new();
    select.recv(&receiver);
    say!(said, select.try_ready());
    thread::scope(|scope| {
        scope.spawn(|| sender.send(2).unwrap());
        say!(said, select.ready_timeout(LONG), receiver.recv());
    });
    said
}

pub fn rendezvous() -> Vec<String> {
    let mut said = Vec::new();
    let (sender, receiver) = bounded(0);
    let (other, twin) = bounded::<u8>(0);
    thread::scope(|scope| {
        let helper = scope.spawn(|| {
            select! {
                send(sender, 1) -> sent => sent.is_ok(),
                recv(twin) -> _ => false,
            }
        });
        say!(said, receiver.recv(), helper.join().unwrap());
        let helper = scope.spawn(|| {
            select! {
                recv(receiver) -> item => item,
                send(other, 3) -> _ => Ok(0),
            }
        });
        say!(said, sender.send(2), helper.join().unwrap());
        let helper = scope.spawn(|| {
            select! { send(sender, 4) -> sent => sent.is_ok(), recv(twin) -> _ => false }
        });
        let got = select! { recv(receiver) -> item => item, default(LONG) => Ok(0) };
        say!(said, got, helper.join().unwrap());
        // Two ends in one select do not meet each other.
        let alone = select! {
            send(sender, 5) -> _ => "sent",
            recv(receiver) -> _ => "received",
            default(SHORT) => "neither",
        };
        say!(said, alone);
    });
    said
}
