//! A stand-in for [`parking_lot`]: `extern crate model_parking_lot as parking_lot;` at the root of a test crate, and
//! unchanged code runs under [`interleave`].
//!
//! The engine decides who holds a lock; the value lies in a real lock of parking_lot that is never contended. Unlocking
//! fairly is explored like any other unlocking: no order is ruled out.

mod arc;
mod condvar;
mod guard;
mod held;
mod mutex;
mod once;
mod raw;
mod reentrant;
mod rwlock;
mod rwlock_guard;
mod upgradable;

pub use parking_lot::lock_api;

pub use arc::{ArcMutexGuard, ArcRwLockReadGuard, ArcRwLockWriteGuard};
pub use condvar::{Condvar, WaitTimeoutResult};
pub use once::{Once, OnceState};
pub use raw::{RawFairMutex, RawMutex, RawRwLock, RawRwLockRecursive};
pub use reentrant::{MappedReentrantMutexGuard, ReentrantMutex, ReentrantMutexGuard};

/// [`parking_lot::Mutex`]
pub type Mutex<T> = mutex::Mutex<RawMutex, T>;
/// [`parking_lot::MutexGuard`]
pub type MutexGuard<'a, T> = mutex::MutexGuard<'a, RawMutex, T>;
/// [`parking_lot::MappedMutexGuard`]
pub type MappedMutexGuard<'a, T> = mutex::MappedMutexGuard<'a, RawMutex, T>;

/// [`parking_lot::FairMutex`]
pub type FairMutex<T> = mutex::Mutex<RawFairMutex, T>;
/// [`parking_lot::FairMutexGuard`]
pub type FairMutexGuard<'a, T> = mutex::MutexGuard<'a, RawFairMutex, T>;
/// [`parking_lot::MappedFairMutexGuard`]
pub type MappedFairMutexGuard<'a, T> = mutex::MappedMutexGuard<'a, RawFairMutex, T>;

/// [`parking_lot::RwLock`]
pub type RwLock<T> = rwlock::RwLock<RawRwLock, T>;
/// [`parking_lot::RwLockReadGuard`]
pub type RwLockReadGuard<'a, T> = rwlock_guard::RwLockReadGuard<'a, RawRwLock, T>;
/// [`parking_lot::RwLockWriteGuard`]
pub type RwLockWriteGuard<'a, T> = rwlock_guard::RwLockWriteGuard<'a, RawRwLock, T>;
/// [`parking_lot::RwLockUpgradableReadGuard`]
pub type RwLockUpgradableReadGuard<'a, T> = upgradable::RwLockUpgradableReadGuard<'a, RawRwLock, T>;
/// [`parking_lot::MappedRwLockReadGuard`]
pub type MappedRwLockReadGuard<'a, T> = rwlock_guard::MappedRwLockReadGuard<'a, RawRwLock, T>;
/// [`parking_lot::MappedRwLockWriteGuard`]
pub type MappedRwLockWriteGuard<'a, T> = rwlock_guard::MappedRwLockWriteGuard<'a, RawRwLock, T>;

/// [`parking_lot::RecursiveRwLock`]
pub type RecursiveRwLock<T> = rwlock::RwLock<RawRwLockRecursive, T>;
/// [`parking_lot::RecursiveRwLockReadGuard`]
pub type RecursiveRwLockReadGuard<'a, T> = rwlock_guard::RwLockReadGuard<'a, RawRwLockRecursive, T>;
/// [`parking_lot::RecursiveRwLockWriteGuard`]
pub type RecursiveRwLockWriteGuard<'a, T> = rwlock_guard::RwLockWriteGuard<'a, RawRwLockRecursive, T>;
/// [`parking_lot::RecursiveRwLockUpgradableReadGuard`]
pub type RecursiveRwLockUpgradableReadGuard<'a, T> =
    upgradable::RwLockUpgradableReadGuard<'a, RawRwLockRecursive, T>;
/// [`parking_lot::MappedRecursiveRwLockReadGuard`]
pub type MappedRecursiveRwLockReadGuard<'a, T> =
    rwlock_guard::MappedRwLockReadGuard<'a, RawRwLockRecursive, T>;
/// [`parking_lot::MappedRecursiveRwLockWriteGuard`]
pub type MappedRecursiveRwLockWriteGuard<'a, T> =
    rwlock_guard::MappedRwLockWriteGuard<'a, RawRwLockRecursive, T>;
