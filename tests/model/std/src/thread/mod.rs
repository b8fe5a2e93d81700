//! [`std::thread`] run by the engine.

mod local;
mod scope;

use std::fmt;
use std::num::NonZero;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use interleave::model::{self, Action, Handle, ObjectKind, Spawned, ThreadIndex, Woke};
pub use local::{AccessError, LocalKey};
pub use scope::{Scope, ScopedJoinHandle, scope};
pub use std::thread::Result;

/// [`std::thread::ThreadId`]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThreadId(ThreadIndex);

impl fmt::Debug for ThreadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The real ones begin with 1.
        f.debug_tuple("ThreadId").field(&(self.0 + 1)).finish()
    }
}

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
        model::before_write(at, &self.0.parked);
        model::record(at, Action::Unpark, &self.0.parked, None);
        self.0.token.store(true, Ordering::Relaxed);
        model::changed();
        model::notify(&self.0.parked, 1);
        model::point_if_somebody_woke();
    }
}

/// Its address is the key under which a thread keeps its own [`Thread`].
static CURRENT: u8 = 0;

/// [`std::thread::current`]
#[track_caller]
pub fn current() -> Thread {
    let key = &raw const CURRENT as usize;
    let made = || Thread::new(model::current(), model::name_of(model::current()));
    // The destructor of another local may still ask.
    model::local(key, made).map_or_else(made, |thread| Thread::clone(&thread))
}

/// [`std::thread::park`]: may wake by itself.
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
    model::before_write(at, &me.0.parked);
    let mut woke = Woke::Notified;
    if !me.0.token.swap(false, Ordering::Relaxed) {
        woke = model::wait_or_wake(&me.0.parked, Action::Park, at, until);
        me.0.token.store(false, Ordering::Relaxed);
    }
    let action = if woke == Woke::ByItself { Action::WokeByItself } else { Action::Woken };
    model::record(at, action, &me.0.parked, None);
}

/// [`std::thread::sleep`] in virtual time.
#[track_caller]
pub fn sleep(duration: Duration) {
    model::sleep(duration, model::here());
}

/// [`std::thread::sleep_ms`]
#[deprecated(note = "replaced by `std::thread::sleep`")]
#[track_caller]
pub fn sleep_ms(milliseconds: u32) {
    sleep(Duration::from_millis(milliseconds.into()));
}

/// [`std::thread::park_timeout_ms`]
#[deprecated(note = "replaced by `std::thread::park_timeout`")]
#[track_caller]
pub fn park_timeout_ms(milliseconds: u32) {
    park_timeout(Duration::from_millis(milliseconds.into()));
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
    Builder::new().spawn(f).expect("failed to spawn thread")
}

impl Thread {
    /// The [`Thread`] of a thread just spawned; its own `current()` gives the same.
    #[doc(hidden)]
    #[track_caller]
    pub fn of(thread: ThreadIndex) -> Self {
        let made = Thread::new(thread, model::name_of(thread));
        let key = &raw const CURRENT as usize;
        model::set_local(thread, key, Rc::new(made.clone()), false);
        made
    }
}

/// [`std::thread::Builder`]
#[derive(Debug, Default)]
#[must_use = "must eventually spawn the thread"]
pub struct Builder {
    name: Option<String>,
    /// Bytes; 0 for as many as usual.
    stack: usize,
}

impl Builder {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn name(mut self, name: String) -> Self {
        self.name = Some(name);
        self
    }

    #[track_caller]
    fn checked_name(&self) -> Option<String> {
        let name = self.name.clone();
        let is_whole = name.as_ref().is_none_or(|name| !name.contains('\0'));
        assert!(is_whole, "thread name may not contain interior null bytes");
        name
    }

    /// At least as much as usual, whatever is asked for.
    pub fn stack_size(mut self, bytes: usize) -> Self {
        self.stack = bytes;
        self
    }

    /// # Errors
    /// If there is no memory for its stack.
    #[track_caller]
    pub fn spawn<F, T>(self, f: F) -> std::io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let at = model::here();
        let spawned = model::spawn(self.checked_name(), self.stack, at, f)?;
        let handle = JoinHandle { thread: Thread::of(spawned.thread), spawned };
        model::quiet_point(at);
        Ok(handle)
    }

    /// # Errors
    /// If there is no memory for its stack.
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
        scope.start(self, f)
    }
}
