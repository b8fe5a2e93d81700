use parking_lot::{RecursiveRwLock, RwLock, RwLockUpgradableReadGuard, RwLockWriteGuard};
use std::thread;

use super::locks::while_held;
use super::{SECOND, always, elapsed, fails};
use interleave::Kind;

#[test]
fn readers_overlap_and_writers_do_not() {
    always(|| {
        let lock = RwLock::new(0);
        while_held(|| lock.read(), || drop(lock.read()));
        assert_eq!(interleave::peak().holding, 2);
    });
    always(|| {
        let lock = RwLock::new(0);
        while_held(|| lock.write(), || drop(lock.read()));
        assert_eq!(interleave::peak().holding, 1);
    });
    always(|| {
        let lock = RwLock::new(0);
        while_held(|| RwLockWriteGuard::downgrade(lock.write()), || drop(lock.read()));
        assert_eq!(interleave::peak().holding, 2);
    });
}

#[test]
fn an_upgrade_lets_nobody_write_in_between() {
    always(|| {
        let lock = RwLock::new(0);
        thread::scope(|scope| {
            let add = || {
                let guard = lock.upgradable_read();
                let before = *guard;
                *RwLockUpgradableReadGuard::upgrade(guard) = before + 1;
            };
            scope.spawn(add);
            scope.spawn(|| *lock.write() += 1);
            add();
        });
        assert_eq!(lock.into_inner(), 3);
    });
}

#[test]
fn reading_twice_blocks_behind_a_writer_unless_the_lock_is_recursive() {
    let kind = fails(|| {
        let lock = RwLock::new(0);
        thread::scope(|scope| {
            scope.spawn(|| *lock.write() += 1);
            let one = lock.read();
            let two = lock.read();
            assert_eq!(*one, *two);
        });
    });
    assert!(matches!(&kind, Kind::Deadlock { cycle, .. } if cycle.len() == 2), "{kind:?}");
    always(|| {
        let lock = RecursiveRwLock::new(0);
        thread::scope(|scope| {
            scope.spawn(|| *lock.write() += 1);
            let one = lock.read();
            let two = lock.read();
            assert_eq!(*one, *two);
        });
    });
}

#[test]
fn a_writer_that_gives_up_lets_the_readers_behind_it_go_on() {
    always(|| {
        let lock = RwLock::new(0);
        thread::scope(|scope| {
            let one = lock.read();
            scope.spawn(|| assert!(lock.try_write_for(SECOND).is_none()));
            thread::sleep(SECOND / 2);
            let two = lock.read();
            assert_eq!(elapsed(), 1_000);
            assert_eq!(*one, *two);
        });
    });
}
