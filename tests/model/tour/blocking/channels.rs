use crossbeam::channel::{Select, after, bounded, never, select, tick, unbounded};
use std::sync::mpsc;
use std::thread;

use super::{SECOND, always, elapsed, fails, sometimes};
use interleave::Kind;

#[test]
fn receiving_waits_until_something_is_sent() {
    always(|| {
        let (sender, receiver) = unbounded();
        let helper = thread::spawn(move || {
            thread::sleep(SECOND);
            sender.send(1).unwrap();
        });
        assert!(receiver.recv_timeout(SECOND / 2).is_err());
        assert_eq!(elapsed(), 500);
        assert_eq!((receiver.recv(), elapsed()), (Ok(1), 1_000));
        helper.join().unwrap();
        assert!(receiver.recv().is_err());
    });
}

#[test]
fn sending_waits_until_there_is_room() {
    always(|| {
        let (sender, receiver) = bounded(1);
        let helper = thread::spawn(move || {
            thread::sleep(SECOND);
            (receiver.recv(), receiver)
        });
        sender.send(1).unwrap();
        assert!(sender.send_timeout(2, SECOND / 2).is_err());
        assert_eq!(elapsed(), 500);
        sender.send(3).unwrap();
        assert_eq!((elapsed(), helper.join().unwrap().0), (1_000, Ok(1)));
    });
}

#[test]
fn without_a_buffer_both_sides_wait_for_each_other() {
    always(|| {
        let (sender, receiver) = bounded(0);
        let helper = thread::spawn(move || {
            thread::sleep(SECOND);
            (receiver.recv(), elapsed())
        });
        assert!(sender.try_send(1).is_err());
        sender.send(2).unwrap();
        assert_eq!((elapsed(), helper.join().unwrap()), (1_000, (Ok(2), 1_000)));
    });
    always(|| {
        let (sender, receiver) = bounded(0);
        let helper = thread::spawn(move || receiver.recv());
        thread::sleep(SECOND);
        assert_eq!(sender.try_send(1), Ok(()));
        assert_eq!(helper.join().unwrap(), Ok(1));
    });
}

#[test]
fn without_a_buffer_an_item_goes_to_who_waited_for_it() {
    always(|| {
        let (sender, receiver) = bounded(0);
        let twin = receiver.clone();
        let waits = thread::spawn(move || twin.recv_timeout(10 * SECOND));
        thread::sleep(SECOND);
        assert_eq!(sender.try_send(1), Ok(()));
        assert!(receiver.try_recv().is_err());
        assert_eq!(waits.join().unwrap(), Ok(1));
    });
    always(|| {
        let (sender, receiver) = mpsc::sync_channel(0);
        let waits = thread::spawn(move || receiver.recv());
        thread::sleep(SECOND);
        assert_eq!((sender.try_send(1), sender.try_send(2).is_err()), (Ok(()), true));
        assert_eq!(waits.join().unwrap(), Ok(1));
    });
}

#[test]
fn who_gets_an_item_is_explored() {
    for lucky in [0, 1] {
        for capacity in [0, 1] {
            sometimes(|| {
                let (sender, receiver) = bounded(capacity);
                let threads = [receiver.clone(), receiver]
                    .map(|receiver| thread::spawn(move || receiver.recv().is_ok()));
                thread::sleep(SECOND);
                sender.send(1).unwrap();
                drop(sender);
                threads.map(|thread| thread.join().unwrap())[lucky]
            });
        }
    }
}

#[test]
fn the_end_of_a_channel_wakes_whoever_waits() {
    for capacity in [0, 1] {
        always(|| {
            let (sender, receiver) = bounded::<u8>(capacity);
            let helper = thread::spawn(move || receiver.recv());
            thread::sleep(SECOND);
            drop(sender);
            assert!(helper.join().unwrap().is_err());
        });
        always(|| {
            let (sender, receiver) = bounded(capacity);
            let helper = thread::spawn(move || (0..2).all(|item| sender.send(item).is_ok()));
            thread::sleep(SECOND);
            drop(receiver);
            assert!(!helper.join().unwrap());
        });
    }
}

#[test]
fn a_channel_may_be_empty_before_it_ends() {
    sometimes(|| {
        let (sender, receiver) = unbounded();
        let helper = thread::spawn(move || sender.send(1).unwrap());
        let first = receiver.recv();
        let second = receiver.try_recv();
        helper.join().unwrap();
        first == Ok(1) && second == Err(crossbeam::channel::TryRecvError::Empty)
    });
    sometimes(|| {
        let (sender, receiver) = mpsc::channel();
        let helper = thread::spawn(move || sender.send(1).unwrap());
        let first = receiver.recv();
        let second = receiver.try_recv();
        helper.join().unwrap();
        first == Ok(1) && second == Err(mpsc::TryRecvError::Empty)
    });
}

#[test]
fn a_sender_that_is_kept_leaves_the_receiver_waiting() {
    let kind = fails(|| {
        let (sender, receiver) = unbounded();
        sender.send(1).unwrap();
        assert_eq!(receiver.iter().count(), 1);
    });
    assert!(matches!(kind, Kind::Deadlock { .. }), "{kind:?}");
    let kind = fails(|| {
        let (sender, _receiver) = bounded(0);
        sender.send(1).unwrap();
    });
    assert!(matches!(kind, Kind::Deadlock { .. }), "{kind:?}");
    let kind = fails(|| assert!(never::<u8>().recv().is_err()));
    assert!(matches!(kind, Kind::Deadlock { .. }), "{kind:?}");
}

#[test]
fn timers_deliver_on_time() {
    always(|| {
        let timer = after(SECOND);
        assert!(timer.try_recv().is_err());
        assert_eq!(timer.recv().map(|_| elapsed()), Ok(1_000));
        let clock = tick(SECOND);
        assert_eq!((clock.recv().is_ok(), elapsed()), (true, 2_000));
        thread::sleep(SECOND + SECOND / 2);
        assert_eq!((clock.recv().is_ok(), elapsed()), (true, 3_500));
        assert_eq!((clock.recv().is_ok(), elapsed()), (true, 4_500));
        assert!(clock.recv_timeout(SECOND / 2).is_err());
        assert_eq!(elapsed(), 5_000);
    });
}

#[test]
fn a_select_takes_what_comes_first() {
    always(|| {
        let (sender, receiver) = bounded(0);
        thread::spawn(move || {
            thread::sleep(2 * SECOND);
            assert!(sender.send(1).is_ok());
        });
        let timer = after(SECOND);
        let first = select! {
            recv(receiver) -> item => item.ok(),
            recv(timer) -> _ => None,
        };
        assert_eq!((first, elapsed()), (None, 1_000));
        let second = select! {
            recv(receiver) -> item => item.ok(),
            default(SECOND / 2) => None,
        };
        assert_eq!((second, elapsed()), (None, 1_500));
        let third = select! { recv(receiver) -> item => item.ok(), recv(timer) -> _ => None };
        assert_eq!((third, elapsed()), (Some(1), 2_000));
        thread::sleep(SECOND);
    });
}

#[test]
fn which_ready_arm_a_select_takes_is_explored() {
    for lucky in ["one", "two"] {
        sometimes(|| {
            let ((sender, one), (other, two)) = (unbounded(), unbounded());
            sender.send("one").unwrap();
            other.send("two").unwrap();
            select! {
                recv(one) -> word => word == Ok(lucky),
                recv(two) -> word => word == Ok(lucky),
            }
        });
    }
}

#[test]
fn what_a_select_leaves_wakes_another_thread() {
    always(|| {
        let ((sender, one), (other, two)) = (unbounded(), unbounded());
        let (twin_one, twin_two) = (one.clone(), two.clone());
        thread::scope(|scope| {
            scope.spawn(|| {
                select! { recv(one) -> _ => {}, recv(two) -> _ => {} }
            });
            scope.spawn(|| {
                select! { recv(twin_one) -> _ => {}, recv(twin_two) -> _ => {} }
            });
            sender.send(1).unwrap();
            other.send(2).unwrap();
        });
    });
}

#[test]
fn two_selects_meet_each_other() {
    always(|| {
        let ((sender, receiver), (other, twin)) = (bounded(0), bounded(0));
        thread::scope(|scope| {
            let helper = scope.spawn(|| {
                select! {
                    send(sender, 1) -> sent => sent.is_ok(),
                    recv(twin) -> item => item == Ok(2),
                }
            });
            let met = select! {
                recv(receiver) -> item => item == Ok(1),
                send(other, 2) -> sent => sent.is_ok(),
            };
            assert!(met && helper.join().unwrap());
        });
    });
}

#[test]
fn a_selected_operation_must_be_finished() {
    let kind = fails(|| {
        let (sender, _receiver) = bounded(1);
        let mut select = Select::new();
        select.send(&sender);
        select.send(&sender);
        drop(select.select());
        sender.send(1).unwrap();
    });
    assert!(
        matches!(&kind, Kind::Panic { message, .. } if message.contains("without completing")),
        "{kind:?}"
    );
}

#[test]
fn looking_again_and_again_is_busy_waiting() {
    let kinds = [
        fails(|| {
            let (_sender, receiver) = unbounded::<u8>();
            while receiver.try_recv().is_err() {}
        }),
        fails(|| {
            let (_sender, receiver) = bounded::<u8>(0);
            while receiver.try_recv().is_err() {}
        }),
        fails(|| {
            let (_sender, receiver) = bounded::<u8>(0);
            loop {
                select! { recv(receiver) -> _ => break, default => {} }
            }
        }),
        fails(|| {
            let (sender, _receiver) = bounded::<u8>(1);
            while !sender.is_full() {}
        }),
    ];
    for kind in kinds {
        assert!(matches!(kind, Kind::Spin { .. }), "{kind:?}");
    }
}
