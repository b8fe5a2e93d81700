//! [`crossbeam::thread`] run by the engine.

use std::any::Any;
use std::fmt;
use std::io;
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use interleave::model::{self, Spawned};
use model_std::thread::{Result, Thread};

use crate::{At, open};

/// A thread of the scope, until it is joined by hand.
type Member = Arc<Mutex<Option<Spawned<()>>>>;

/// [`crossbeam::thread::Scope`]
pub struct Scope<'env> {
    members: Arc<Mutex<Vec<Member>>>,
    env: PhantomData<&'env mut &'env ()>,
}

/// [`crossbeam::thread::scope`]
///
/// # Errors
/// What threads panicked with that were not joined by hand.
#[track_caller]
pub fn scope<'env, F, R>(f: F) -> Result<R>
where
    F: FnOnce(&Scope<'env>) -> R,
{
    let at = model::here();
    let scope = Scope { members: Arc::default(), env: PhantomData };
    let result = catch_unwind(AssertUnwindSafe(|| f(&scope)));
    let panics = scope.wait(at);
    match result {
        Err(payload) => {
            model::caught();
            model::resumes_panic();
            resume_unwind(payload)
        }
        Ok(_) if !panics.is_empty() => Err(Box::new(panics)),
        Ok(value) => Ok(value),
    }
}

impl<'env> Scope<'env> {
    /// Waits for every thread, and says what those panicked with that nobody joined.
    fn wait(&self, at: At) -> Vec<Box<dyn Any + Send>> {
        let mut panics = Vec::new();
        let mut index = 0;
        // A thread of the scope may spawn another while we wait, so the list is asked anew each time.
        let member_at = |index: usize| open(&self.members).get(index).cloned();
        while let Some(member) = member_at(index) {
            index += 1;
            let unjoined = open(&member).take();
            let Some(spawned) = unjoined else { continue };
            model::join(spawned.thread, at);
            if spawned.panicked_unseen().load(Ordering::Relaxed) {
                panics.extend(spawned.join(at).err());
            }
        }
        panics
    }

    #[track_caller]
    pub fn spawn<'scope, F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce(&Scope<'env>) -> T + Send + 'env,
        T: Send + 'env,
    {
        self.start(None, 0, f, model::here()).expect("failed to spawn thread")
    }

    pub fn builder<'scope>(&'scope self) -> ScopedThreadBuilder<'scope, 'env> {
        ScopedThreadBuilder { scope: self, name: None, stack: 0 }
    }

    fn start<'scope, F, T>(
        &'scope self,
        name: Option<String>,
        stack: usize,
        f: F,
        at: At,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce(&Scope<'env>) -> T + Send + 'env,
        T: Send + 'env,
    {
        let result = Arc::new(Mutex::new(None));
        let packet = Arc::clone(&result);
        let scope = Scope { members: Arc::clone(&self.members), env: PhantomData };
        let body = move || {
            let value = f(&scope);
            *open(&packet) = Some(value);
        };
        // SAFETY: `scope` above waits for every thread before it returns.
        let spawned = unsafe { model::spawn_scoped(name, stack, at, body) }?;
        let thread = Thread::of(spawned.thread);
        let member = Arc::new(Mutex::new(Some(spawned)));
        open(&self.members).push(Arc::clone(&member));
        model::quiet_point(at);
        Ok(ScopedJoinHandle { member, result, thread, scope: PhantomData })
    }
}

impl fmt::Debug for Scope<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Scope { .. }")
    }
}

/// [`crossbeam::thread::ScopedThreadBuilder`]
#[derive(Debug)]
pub struct ScopedThreadBuilder<'scope, 'env> {
    scope: &'scope Scope<'env>,
    name: Option<String>,
    /// Bytes; 0 for as many as usual.
    stack: usize,
}

impl<'scope, 'env> ScopedThreadBuilder<'scope, 'env> {
    #[must_use]
    pub fn name(mut self, name: String) -> Self {
        self.name = Some(name);
        self
    }

    #[must_use]
    pub fn stack_size(mut self, bytes: usize) -> Self {
        self.stack = bytes;
        self
    }

    /// # Errors
    /// If there is no memory for its stack.
    #[track_caller]
    pub fn spawn<F, T>(self, f: F) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce(&Scope<'env>) -> T + Send + 'env,
        T: Send + 'env,
    {
        self.scope.start(self.name, self.stack, f, model::here())
    }
}

/// [`crossbeam::thread::ScopedJoinHandle`]
pub struct ScopedJoinHandle<'scope, T> {
    member: Member,
    result: Arc<Mutex<Option<T>>>,
    thread: Thread,
    scope: PhantomData<&'scope ()>,
}

impl<T> ScopedJoinHandle<'_, T> {
    /// # Errors
    /// What the thread panicked with.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        let spawned = open(&self.member).take().expect("a thread is joined once");
        spawned.join(model::here())?;
        Ok(open(&self.result).take().expect("a thread that ended without a panic has a result"))
    }

    pub fn thread(&self) -> &Thread {
        &self.thread
    }
}

impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("ScopedJoinHandle { .. }")
    }
}
