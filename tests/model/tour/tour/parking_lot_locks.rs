use std::sync::Arc;
use std::thread;
use std::time::Instant;

use parking_lot::{
    ArcMutexGuard, ArcRwLockReadGuard, ArcRwLockWriteGuard, FairMutex, FairMutexGuard, MappedFairMutexGuard,
    MappedMutexGuard, MappedReentrantMutexGuard, Mutex, MutexGuard, RawMutex, ReentrantMutex,
    ReentrantMutexGuard,
};

use super::{LONG, SHORT, say};

pub fn mutex() -> Vec<String> {
    let mut said = Vec::new();
    let mut lock = Mutex::new(1);
    *lock.lock() += 1;
    let guard = lock.lock();
    say!(said, format!("{guard:?} {guard}"), lock.is_locked(), lock.try_lock().is_none(), lock);
    drop(guard);
    say!(said, lock.is_locked(), lock.try_lock().map(|guard| *guard), lock);
    *lock.get_mut() = 5;
    say!(said, lock.into_inner(), Mutex::<u8>::default().into_inner(), *Mutex::from("text").lock());
    let shared: Arc<Mutex<dyn Fn() -> u8 + Send>> = Arc::new(Mutex::new(|| 3));
    say!(said, shared.lock()());
    let raw = <RawMutex as parking_lot::lock_api::RawMutex>::INIT;
    say!(said, parking_lot::lock_api::RawMutex::try_lock(&raw).is_some());
    say!(said, parking_lot::lock_api::RawMutex::is_locked(&raw));
    let shared = Arc::new(Mutex::new(0));
    let threads = [0, 1].map(|_| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || *shared.lock() += 1)
    });
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    let died = thread::spawn({
        let shared = Arc::clone(&shared);
        move || {
            let _guard = shared.lock();
            std::panic::resume_unwind(Box::new(()));
        }
    });
    say!(said, died.join().map(|(): ()| ()).is_err(), shared.is_locked(), *shared.lock());
    said
}

pub fn guards() -> Vec<String> {
    let mut said = Vec::new();
    let lock = Mutex::new((1, "a".to_string()));
    let mut guard = lock.lock();
    say!(said, MutexGuard::unlocked(&mut guard, || lock.try_lock().is_some()), lock.is_locked());
    say!(said, MutexGuard::unlocked_fair(&mut guard, || lock.is_locked()), guard.0);
    MutexGuard::bump(&mut guard);
    say!(said, std::ptr::eq(MutexGuard::mutex(&guard), &lock));
    let mut mapped = MutexGuard::map(guard, |pair| &mut pair.1);
    mapped.push('b');
    say!(said, format!("{mapped:?} {mapped}"), lock.is_locked());
    let mapped = MappedMutexGuard::map(mapped, |text| text.as_mut_str());
    say!(said, mapped.len());
    MappedMutexGuard::unlock_fair(mapped);
    say!(said, lock.is_locked());
    let guard = MutexGuard::try_map(lock.lock(), |_| None::<&mut u8>).unwrap_err();
    let mapped = MutexGuard::try_map(guard, |pair| Some(&mut pair.0)).unwrap();
    let mapped = MappedMutexGuard::try_map(mapped, |_| None::<&mut u8>).unwrap_err();
    let mut mapped = MappedMutexGuard::try_map(mapped, |value| Some(value)).unwrap();
    *mapped += 1;
    let (mapped, error) = MappedMutexGuard::try_map_or_err(mapped, |_| Err::<&mut u8, _>("no")).unwrap_err();
    say!(said, *mapped, error, MappedMutexGuard::try_map_or_err(mapped, |value| Ok::<_, ()>(value)).is_ok());
    let guard = lock.lock();
    let (guard, error) = MutexGuard::try_map_or_err(guard, |_| Err::<&mut u8, _>("never")).unwrap_err();
    say!(
        said,
        error,
        MutexGuard::try_map_or_err(guard, |pair| Ok::<_, ()>(&mut pair.0)).map(|guard| *guard).ok()
    );
    MutexGuard::unlock_fair(lock.lock());
    MutexGuard::leak(lock.lock()).0 = 9;
    say!(said, lock.is_locked());
    // SAFETY: the guard was leaked above.
    unsafe { lock.force_unlock(parking_lot::lock_api::GuardNoSend::new()) };
    std::mem::forget(lock.lock());
    // SAFETY: the guard was forgotten above.
    unsafe { lock.force_unlock_fair(parking_lot::lock_api::GuardNoSend::new()) };
    // SAFETY: no other reference to the value is alive.
    say!(said, lock.is_locked(), unsafe { (*lock.data_ptr()).0 });
    said
}

pub fn limits() -> Vec<String> {
    let mut said = Vec::new();
    let lock = Mutex::new(1);
    let guard = lock.lock();
    say!(said, lock.try_lock_for(SHORT).is_none(), lock.try_lock_until(Instant::now() + SHORT).is_none());
    thread::scope(|scope| {
        let one = scope.spawn(|| lock.try_lock_for(LONG).map(|guard| *guard));
        let two = scope.spawn(|| lock.try_lock_until(Instant::now() + LONG).map(|guard| *guard));
        drop(guard);
        say!(said, one.join().unwrap(), two.join().unwrap());
    });
    said
}

pub fn fair() -> Vec<String> {
    let mut said = Vec::new();
    let lock = FairMutex::new([1, 2]);
    let mut guard: FairMutexGuard<'_, _> = lock.lock();
    guard[0] = 4;
    let mapped: MappedFairMutexGuard<'_, _> = FairMutexGuard::map(guard, |pair| &mut pair[0]);
    say!(said, *mapped, lock.try_lock().is_none());
    drop(mapped);
    FairMutexGuard::unlock_fair(lock.lock());
    say!(said, *lock.lock(), lock.into_inner());
    said
}

pub fn reentrant() -> Vec<String> {
    let mut said = Vec::new();
    let mut lock = ReentrantMutex::new(1);
    let one = lock.lock();
    let two = lock.lock();
    say!(said, *one + *two, lock.is_locked(), lock.is_owned_by_current_thread());
    say!(said, lock.try_lock().is_some(), lock.try_lock_for(SHORT).is_some());
    thread::scope(|scope| {
        let other = || {
            (lock.try_lock().is_some(), lock.try_lock_for(SHORT).is_some(), lock.is_owned_by_current_thread())
        };
        say!(said, scope.spawn(other).join().unwrap());
        let waits = scope.spawn(|| lock.try_lock_until(Instant::now() + LONG).map(|guard| *guard));
        drop(one);
        say!(said, lock.is_owned_by_current_thread());
        drop(two);
        say!(said, waits.join().unwrap());
    });
    say!(said, lock.is_locked(), lock, ReentrantMutex::from(3).into_inner(), ReentrantMutex::<u8>::default());
    *lock.get_mut() += 1;
    // SAFETY: no other reference to the value is alive.
    say!(said, unsafe { *lock.data_ptr() }, lock.into_inner());
    said
}

pub fn reentrant_guards() -> Vec<String> {
    let mut said = Vec::new();
    let lock = ReentrantMutex::new((1, "a"));
    let mut guard = lock.lock();
    say!(said, ReentrantMutexGuard::unlocked(&mut guard, || lock.is_locked()), lock.is_locked());
    say!(said, ReentrantMutexGuard::unlocked_fair(&mut guard, || lock.is_locked()), format!("{guard:?}"));
    let outer = lock.lock();
    say!(said, ReentrantMutexGuard::unlocked(&mut guard, || lock.is_locked()));
    drop(outer);
    ReentrantMutexGuard::bump(&mut guard);
    say!(said, std::ptr::eq(ReentrantMutexGuard::remutex(&guard), &lock));
    let guard = ReentrantMutexGuard::try_map(guard, |_| None::<&u8>).unwrap_err();
    let (guard, error) = ReentrantMutexGuard::try_map_or_err(guard, |_| Err::<&u8, _>("no")).unwrap_err();
    let mapped = ReentrantMutexGuard::map(guard, |pair| &pair.1);
    say!(said, error, format!("{mapped} {mapped:?}"));
    let mapped = MappedReentrantMutexGuard::try_map(mapped, |_| None::<&u8>).unwrap_err();
    let (mapped, error) =
        MappedReentrantMutexGuard::try_map_or_err(mapped, |_| Err::<&u8, _>("no")).unwrap_err();
    let mapped = MappedReentrantMutexGuard::map(mapped, |text| *text);
    say!(said, error, mapped.len());
    MappedReentrantMutexGuard::unlock_fair(mapped);
    ReentrantMutexGuard::unlock_fair(lock.lock());
    say!(said, lock.is_locked());
    said
}

pub fn arcs() -> Vec<String> {
    let mut said = Vec::new();
    let lock = Arc::new(Mutex::new(1));
    let mut guard: ArcMutexGuard<RawMutex, i32> = lock.lock_arc();
    *guard += 1;
    say!(said, *guard, lock.try_lock().is_none(), lock.try_lock_arc().is_none());
    say!(said, lock.try_lock_arc_for(SHORT).is_none(), Arc::ptr_eq(ArcMutexGuard::mutex(&guard), &lock));
    say!(said, ArcMutexGuard::unlocked(&mut guard, || lock.is_locked()), lock.is_locked());
    say!(said, ArcMutexGuard::unlocked_fair(&mut guard, || lock.is_locked()));
    ArcMutexGuard::bump(&mut guard);
    ArcMutexGuard::unlock_fair(guard);
    let guard = ArcMutexGuard::into_arc_fair(lock.lock_arc()).lock_arc();
    let freed = ArcMutexGuard::into_arc(guard);
    say!(said, freed.is_locked(), lock.try_lock_arc_until(Instant::now() + LONG).map(|guard| *guard));
    let lock = Arc::new(parking_lot::RwLock::new(1));
    let mut writer = lock.write_arc();
    *writer += 1;
    say!(said, Arc::ptr_eq(ArcRwLockWriteGuard::rwlock(&writer), &lock));
    drop(writer);
    let one = lock.read_arc();
    say!(said, Arc::ptr_eq(ArcRwLockReadGuard::rwlock(&one), &lock));
    say!(said, *one, lock.try_read_arc().is_some(), lock.try_write_arc().is_none());
    say!(said, lock.try_read_arc_for(LONG).is_some(), lock.try_write_arc_for(SHORT).is_none());
    drop(one);
    say!(said, lock.try_read_arc_until(Instant::now() + LONG).is_some(), lock.is_locked());
    say!(said, lock.try_write_arc_until(Instant::now() + LONG).map(|guard| *guard));
    said
}
