//! [`std::thread::scope`]

use std::marker::PhantomData;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use interleave::model::{self, Spawned, ThreadIndex};

use super::{Builder, Result, Thread};

/// A scope's thread, and whether it ended in a panic that nobody joined to see.
type Watched = (ThreadIndex, Arc<AtomicBool>);

/// [`std::thread::Scope`]
#[derive(Debug)]
pub struct Scope<'scope, 'env: 'scope> {
    threads: Mutex<Vec<Watched>>,
    scope: PhantomData<&'scope mut &'scope ()>,
    env: PhantomData<&'env mut &'env ()>,
}

impl<'scope, 'env> Scope<'scope, 'env> {
    /// [`std::thread::Scope::spawn`]
    #[track_caller]
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        self.start(Builder::new(), f).expect("failed to spawn thread")
    }

    #[track_caller]
    pub(super) fn start<F, T>(
        &'scope self,
        builder: Builder,
        f: F,
    ) -> std::io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let at = model::here();
        // SAFETY: `scope` below waits for every thread's closure before it returns.
        let spawned = unsafe { model::spawn_scoped(builder.checked_name(), builder.stack, at, f) }?;
        let watched = (spawned.thread, spawned.panicked_unseen());
        self.threads.lock().unwrap_or_else(PoisonError::into_inner).push(watched);
        let handle = ScopedJoinHandle { thread: Thread::of(spawned.thread), spawned, scope: PhantomData };
        model::quiet_point(at);
        Ok(handle)
    }
}

/// [`std::thread::scope`]
///
/// # Panics
/// If a thread panicked that was not joined by hand, as std's.
#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let at = model::here();
    let scope = Scope { threads: Mutex::new(Vec::new()), scope: PhantomData, env: PhantomData };
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| f(&scope)));
    // A thread of the scope may spawn another while we wait, so the list is asked anew each time.
    let thread_at = |index: usize| {
        let threads = scope.threads.lock().unwrap_or_else(PoisonError::into_inner);
        threads.get(index).map(|&(thread, _)| thread)
    };
    let mut index = 0;
    while let Some(thread) = thread_at(index) {
        model::join_return(thread, at);
        index += 1;
    }
    let threads = scope.threads.lock().unwrap_or_else(PoisonError::into_inner);
    let panicked = threads.iter().any(|(_, panicked_unseen)| panicked_unseen.load(Ordering::Relaxed));
    match result {
        Err(payload) => {
            model::caught();
            model::resumes_panic();
            std::panic::resume_unwind(payload)
        }
        Ok(_) if panicked => panic!("{}", model::SCOPED_THREAD_PANICKED),
        Ok(value) => value,
    }
}

/// [`std::thread::ScopedJoinHandle`]
#[derive(Debug)]
pub struct ScopedJoinHandle<'scope, T> {
    spawned: Spawned<T>,
    thread: Thread,
    scope: PhantomData<&'scope ()>,
}

impl<T> ScopedJoinHandle<'_, T> {
    /// # Errors
    /// What the thread panicked with.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        self.spawned.join(model::here())
    }

    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    #[track_caller]
    pub fn is_finished(&self) -> bool {
        model::point(model::here());
        self.spawned.is_finished()
    }
}
