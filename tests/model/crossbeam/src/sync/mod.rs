//! [`crossbeam::sync`] run by the engine.

mod parker;
mod wait_group;

pub use parker::{Parker, Unparker};
pub use wait_group::WaitGroup;

/// [`crossbeam::sync::ShardedLock`]: to the engine, one more lock of readers and writers.
pub use model_std::sync::RwLock as ShardedLock;
pub use model_std::sync::{
    RwLockReadGuard as ShardedLockReadGuard, RwLockWriteGuard as ShardedLockWriteGuard,
};
