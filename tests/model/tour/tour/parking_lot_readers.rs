use std::thread;
use std::time::Instant;

use parking_lot::{
    MappedRwLockReadGuard, MappedRwLockWriteGuard, RecursiveRwLock, RwLock, RwLockReadGuard,
    RwLockUpgradableReadGuard, RwLockWriteGuard,
};

use super::{LONG, SHORT, say};

pub fn rwlock() -> Vec<String> {
    let mut said = Vec::new();
    let mut lock = RwLock::new(1);
    *lock.write() += 1;
    let (one, two) = (lock.read(), lock.read());
    say!(said, *one + *two, lock.is_locked(), lock.is_locked_exclusive(), lock.try_write().is_none());
    say!(said, lock.try_read().is_some(), format!("{one:?} {two}"), lock);
    drop((one, two));
    let guard = lock.write();
    say!(said, lock.is_locked_exclusive(), lock.try_read().is_none(), format!("{guard} {guard:?}"), lock);
    drop(guard);
    say!(said, lock.is_locked(), lock.try_write().is_some());
    *lock.get_mut() += 1;
    // SAFETY: no other reference to the value is alive.
    say!(said, unsafe { *lock.data_ptr() }, lock.into_inner());
    say!(said, RwLock::<u8>::default().into_inner(), RwLock::from("text").into_inner());
    let shared = RwLock::new(0);
    thread::scope(|scope| {
        scope.spawn(|| *shared.write() += 1);
        scope.spawn(|| *shared.write() += 2);
    });
    say!(said, *shared.read());
    said
}

pub fn guards() -> Vec<String> {
    let mut said = Vec::new();
    let lock = RwLock::new((1, "a".to_string()));
    let mut guard = lock.write();
    say!(said, RwLockWriteGuard::unlocked(&mut guard, || lock.is_locked()), lock.is_locked_exclusive());
    say!(said, RwLockWriteGuard::unlocked_fair(&mut guard, || lock.is_locked()));
    RwLockWriteGuard::bump(&mut guard);
    guard.0 += 1;
    say!(said, std::ptr::eq(RwLockWriteGuard::rwlock(&guard), &lock));
    let mut guard = RwLockWriteGuard::downgrade(guard);
    say!(said, guard.0, lock.try_read().is_some(), lock.is_locked_exclusive());
    say!(said, RwLockReadGuard::unlocked(&mut guard, || lock.is_locked()), lock.is_locked());
    say!(said, RwLockReadGuard::unlocked_fair(&mut guard, || lock.is_locked()));
    RwLockReadGuard::bump(&mut guard);
    say!(said, std::ptr::eq(RwLockReadGuard::rwlock(&guard), &lock));
    let guard = RwLockReadGuard::try_map(guard, |_| None::<&u8>).unwrap_err();
    let (guard, error) = RwLockReadGuard::try_map_or_err(guard, |_| Err::<&u8, _>("no")).unwrap_err();
    let mapped = RwLockReadGuard::map(guard, |pair| &pair.1);
    let mapped = MappedRwLockReadGuard::try_map(mapped, |_| None::<&u8>).unwrap_err();
    let (mapped, other) = MappedRwLockReadGuard::try_map_or_err(mapped, |_| Err::<&u8, _>("no")).unwrap_err();
    let mapped = MappedRwLockReadGuard::map(mapped, String::as_str);
    say!(said, error, other, format!("{mapped} {mapped:?}"), lock.try_write().is_none());
    MappedRwLockReadGuard::unlock_fair(mapped);
    let guard = RwLockWriteGuard::try_map(lock.write(), |_| None::<&mut u8>).unwrap_err();
    let (guard, error) = RwLockWriteGuard::try_map_or_err(guard, |_| Err::<&mut u8, _>("no")).unwrap_err();
    let mapped = RwLockWriteGuard::map(guard, |pair| &mut pair.1);
    let mapped = MappedRwLockWriteGuard::try_map(mapped, |_| None::<&mut u8>).unwrap_err();
    let (mapped, other) =
        MappedRwLockWriteGuard::try_map_or_err(mapped, |_| Err::<&mut u8, _>("no")).unwrap_err();
    let mut mapped = MappedRwLockWriteGuard::map(mapped, |text| text);
    mapped.push('b');
    say!(said, error, other, format!("{mapped} {mapped:?}"), lock.try_read().is_none());
    MappedRwLockWriteGuard::unlock_fair(mapped);
    RwLockWriteGuard::unlock_fair(lock.write());
    RwLockReadGuard::unlock_fair(lock.read());
    say!(said, lock.into_inner());
    said
}

pub fn upgradable() -> Vec<String> {
    let mut said = Vec::new();
    let lock = RwLock::new(1);
    let guard = lock.upgradable_read();
    say!(
        said,
        *guard,
        lock.try_read().is_some(),
        lock.try_write().is_none(),
        lock.try_upgradable_read().is_none()
    );
    say!(said, format!("{guard} {guard:?}"), std::ptr::eq(RwLockUpgradableReadGuard::rwlock(&guard), &lock));
    let reader = lock.read();
    let guard = RwLockUpgradableReadGuard::try_upgrade(guard).unwrap_err();
    let guard = RwLockUpgradableReadGuard::try_upgrade_for(guard, SHORT).unwrap_err();
    let mut guard = RwLockUpgradableReadGuard::try_upgrade_until(guard, Instant::now() + SHORT).unwrap_err();
    say!(said, guard.try_with_upgraded(|_| ()), guard.try_with_upgraded_for(SHORT, |_| ()));
    say!(said, guard.try_with_upgraded_until(Instant::now() + SHORT, |_| ()), lock.try_read().is_some());
    drop(reader);
    say!(
        said,
        guard.with_upgraded(|value| std::mem::replace(value, 2)),
        guard.try_with_upgraded(|value| *value)
    );
    say!(said, guard.try_with_upgraded_for(LONG, |value| *value + 1));
    say!(
        said,
        guard.try_with_upgraded_until(Instant::now() + LONG, |value| *value),
        lock.is_locked_exclusive()
    );
    say!(said, RwLockUpgradableReadGuard::unlocked(&mut guard, || lock.is_locked()), lock.is_locked());
    say!(said, RwLockUpgradableReadGuard::unlocked_fair(&mut guard, || lock.is_locked()));
    RwLockUpgradableReadGuard::bump(&mut guard);
    let mut guard = RwLockUpgradableReadGuard::upgrade(guard);
    *guard += 5;
    let guard = RwLockWriteGuard::downgrade_to_upgradable(guard);
    say!(said, *guard, lock.is_locked_exclusive(), lock.try_upgradable_read().is_none());
    let guard = RwLockUpgradableReadGuard::downgrade(guard);
    say!(said, *guard, lock.try_upgradable_read().is_some());
    drop(guard);
    let guard = lock.try_upgradable_read_for(LONG).unwrap();
    let guard = RwLockUpgradableReadGuard::try_upgrade(guard).unwrap();
    RwLockUpgradableReadGuard::unlock_fair(RwLockWriteGuard::downgrade_to_upgradable(guard));
    let guard = lock.try_upgradable_read_until(Instant::now() + LONG).unwrap();
    drop(RwLockUpgradableReadGuard::try_upgrade_for(guard, LONG).unwrap());
    thread::scope(|scope| {
        scope.spawn(|| *RwLockUpgradableReadGuard::upgrade(lock.upgradable_read()) += 1);
        let add = || {
            let guard = lock.upgradable_read();
            let before = *guard;
            *RwLockUpgradableReadGuard::upgrade(guard) = before + 1;
        };
        scope.spawn(add);
        scope.spawn(add);
    });
    say!(said, *lock.read());
    said
}

pub fn limits() -> Vec<String> {
    let mut said = Vec::new();
    let lock = RwLock::new(1);
    let guard = lock.write();
    say!(said, lock.try_read_for(SHORT).is_none(), lock.try_read_until(Instant::now() + SHORT).is_none());
    say!(said, lock.try_write_for(SHORT).is_none(), lock.try_write_until(Instant::now() + SHORT).is_none());
    say!(said, lock.try_upgradable_read_for(SHORT).is_none());
    say!(said, lock.try_upgradable_read_until(Instant::now() + SHORT).is_none());
    thread::scope(|scope| {
        let one = scope.spawn(|| lock.try_read_for(LONG).map(|guard| *guard));
        let two = scope.spawn(|| lock.try_write_until(Instant::now() + LONG).map(|guard| *guard));
        drop(guard);
        say!(said, one.join().unwrap(), two.join().unwrap());
    });
    say!(said, lock.try_read_until(Instant::now() + LONG).is_some(), lock.try_write_for(LONG).is_some());
    said
}

pub fn recursive() -> Vec<String> {
    let mut said = Vec::new();
    let lock = RecursiveRwLock::new(1);
    let reader = lock.read();
    thread::scope(|scope| {
        let writer = scope.spawn(|| *lock.write() += 1);
        // Waits for no writer, whether it waits already or not.
        say!(said, *lock.read());
        drop(reader);
        writer.join().unwrap();
    });
    say!(said, *lock.upgradable_read(), lock.into_inner());
    said
}
