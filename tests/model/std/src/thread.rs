//! [`std::thread`] run by the engine.

use std::marker::PhantomData;
use std::num::NonZero;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use interleave::model::{self, Action, Handle, ObjectKind, Spawned, ThreadIndex};
pub use std::thread::{AccessError, Result};

/// [`std::thread::ThreadId`]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ThreadId(ThreadIndex);

/// [`std::thread::Thread`]
#[derive(Clone, Debug)]
pub struct Thread(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    thread: ThreadIndex,
    name: Option<String>,
    token: AtomicBool,
    parked: Handle,
}

impl Thread {
    #[track_caller]
    fn new(thread: ThreadIndex, name: Option<String>) -> Self {
        let (token, parked) = (AtomicBool::new(false), Handle::new(ObjectKind::Parker));
        Thread(Arc::new(Inner { thread, name, token, parked }))
    }

    pub fn id(&self) -> ThreadId {
        ThreadId(self.0.thread)
    }

    pub fn name(&self) -> Option<&str> {
        match &self.0.name {
            Some(name) => Some(name),
            None => (self.0.thread == 0).then_some("main"),
        }
    }

    /// [`std::thread::Thread::unpark`]
    #[track_caller]
    pub fn unpark(&self) {
        let at = model::here();
        model::point(at);
        model::record(at, Action::Unpark, &self.0.parked, None);
        self.0.token.store(true, Ordering::Relaxed);
        model::changed();
        model::notify(&self.0.parked, 1);
    }
}

/// Its address is the key under which a thread keeps its own [`Thread`].
static CURRENT: u8 = 0;

/// [`std::thread::current`]
#[track_caller]
pub fn current() -> Thread {
    let key = &raw const CURRENT as usize;
    let thread = model::local(key, || {
        let thread = model::current();
        Thread::new(thread, model::name_of(thread))
    });
    Thread::clone(&thread)
}

/// [`std::thread::park`]: does not wake by itself.
#[track_caller]
pub fn park() {
    park_until(None);
}

/// [`std::thread::park_timeout`]
#[track_caller]
pub fn park_timeout(duration: Duration) {
    park_until(Some(model::now().saturating_add(duration)));
}

#[track_caller]
fn park_until(until: Option<Duration>) {
    let at = model::here();
    let me = current();
    model::point(at);
    while !me.0.token.swap(false, Ordering::Relaxed) {
        if !model::wait(&[&me.0.parked], Action::Park, at, until) {
            break;
        }
    }
    model::record(at, Action::Woken, &me.0.parked, None);
}

/// [`std::thread::sleep`] in virtual time.
#[track_caller]
pub fn sleep(duration: Duration) {
    model::sleep(duration, model::here());
}

/// [`std::thread::yield_now`]
#[track_caller]
pub fn yield_now() {
    model::yield_now(model::here());
}

/// [`std::thread::panicking`]
pub fn panicking() -> bool {
    model::panicking()
}

/// [`std::thread::available_parallelism`]: always 2, so that no verdict depends on the machine.
///
/// # Errors
/// Never.
pub fn available_parallelism() -> std::io::Result<NonZero<usize>> {
    Ok(NonZero::<usize>::MIN.saturating_add(1))
}

/// [`std::thread::JoinHandle`]
#[derive(Debug)]
pub struct JoinHandle<T> {
    spawned: Spawned<T>,
    thread: Thread,
}

impl<T> JoinHandle<T> {
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

/// [`std::thread::spawn`]
#[track_caller]
pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let at = model::here();
    let spawned = model::spawn(None, at, f);
    JoinHandle { thread: Thread::of(spawned.thread), spawned }
}

impl Thread {
    /// The [`Thread`] of a thread just spawned; its own `current()` gives the same.
    #[doc(hidden)]
    #[track_caller]
    pub fn of(thread: ThreadIndex) -> Self {
        let made = Thread::new(thread, model::name_of(thread));
        let key = &raw const CURRENT as usize;
        model::set_local(thread, key, Rc::new(made.clone()));
        made
    }
}

/// [`std::thread::Builder`]
#[derive(Debug, Default)]
#[must_use = "must eventually spawn the thread"]
pub struct Builder {
    name: Option<String>,
}

impl Builder {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn name(mut self, name: String) -> Self {
        self.name = Some(name);
        self
    }

    pub fn stack_size(self, _bytes: usize) -> Self {
        self
    }

    /// # Errors
    /// Never.
    #[track_caller]
    pub fn spawn<F, T>(self, f: F) -> std::io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let spawned = model::spawn(self.name, model::here(), f);
        Ok(JoinHandle { thread: Thread::of(spawned.thread), spawned })
    }

    /// # Errors
    /// Never.
    #[track_caller]
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> std::io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        Ok(scope.start(self.name, f))
    }
}

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
        self.start(None, f)
    }

    #[track_caller]
    fn start<F, T>(&'scope self, name: Option<String>, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        // SAFETY: `scope` below waits for every thread before it returns.
        let spawned = unsafe { model::spawn_scoped(name, model::here(), f) };
        let watched = (spawned.thread, spawned.panicked_unseen());
        self.threads.lock().unwrap_or_else(PoisonError::into_inner).push(watched);
        ScopedJoinHandle { thread: Thread::of(spawned.thread), spawned, scope: PhantomData }
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
        if !model::is_finished(thread) {
            model::join(thread, at);
        }
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

/// [`std::thread::LocalKey`]: each thread of an order has its own value.
#[derive(Debug)]
pub struct LocalKey<T: 'static> {
    init: fn() -> T,
}

impl<T: 'static> LocalKey<T> {
    #[doc(hidden)]
    pub const fn new(init: fn() -> T) -> Self {
        LocalKey { init }
    }

    pub fn with<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        f(&model::local(&raw const *self as usize, self.init))
    }

    /// # Errors
    /// Never: a thread's values live until it ends.
    pub fn try_with<F, R>(&'static self, f: F) -> std::result::Result<R, AccessError>
    where
        F: FnOnce(&T) -> R,
    {
        Ok(self.with(f))
    }
}

impl<T: 'static> LocalKey<std::cell::Cell<T>> {
    pub fn set(&'static self, value: T) {
        self.with(|cell| cell.set(value));
    }

    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.with(std::cell::Cell::get)
    }

    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(std::cell::Cell::take)
    }

    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

impl<T: 'static> LocalKey<std::cell::RefCell<T>> {
    pub fn with_borrow<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        self.with(|cell| f(&cell.borrow()))
    }

    pub fn with_borrow_mut<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&mut T) -> R,
    {
        self.with(|cell| f(&mut cell.borrow_mut()))
    }

    pub fn set(&'static self, value: T) {
        self.with(|cell| drop(cell.replace(value)));
    }

    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(std::cell::RefCell::take)
    }

    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}
