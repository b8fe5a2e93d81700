use std::fmt;
use std::ops::{Deref, DerefMut};

use interleave::model::{self, Action, Handle, ObjectKind};

/// How far a [`Once`] has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
    New,
    /// In the order of this number: in a `static` it may be one that failed and never came to the end.
    Running(u64),
    Poisoned,
    Done,
}

/// [`std::sync::Once`]
pub struct Once {
    handle: Handle,
    stage: std::sync::Mutex<Stage>,
}

opaque!(Once);

/// [`std::sync::OnceState`]
#[derive(Debug)]
pub struct OnceState(bool);

impl OnceState {
    pub fn is_poisoned(&self) -> bool {
        self.0
    }
}

/// Leaves a [`Once`] poisoned when its initialiser panics.
struct Finish<'a> {
    once: &'a Once,
    to: Stage,
}

impl Drop for Finish<'_> {
    fn drop(&mut self) {
        model::writes(&self.once.handle);
        self.once.set(self.to);
        model::changed();
        model::notify(&self.once.handle, usize::MAX);
    }
}

impl Once {
    #[track_caller]
    pub const fn new() -> Self {
        Once { handle: Handle::new(ObjectKind::Once), stage: std::sync::Mutex::new(Stage::New) }
    }

    fn stage(&self) -> Stage {
        *self.stage.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn set(&self, stage: Stage) {
        *self.stage.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = stage;
    }

    #[track_caller]
    pub fn is_completed(&self) -> bool {
        model::before_read(model::here(), &self.handle);
        self.stage() == Stage::Done
    }

    /// # Panics
    /// If an earlier initialiser panicked.
    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        self.run(false, |_| f());
    }

    #[track_caller]
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {
        self.run(true, f);
    }

    /// # Panics
    /// If the initialiser panicked.
    #[track_caller]
    pub fn wait(&self) {
        self.wait_for(|stage| match stage {
            Stage::Poisoned => panic!("Once instance has previously been poisoned"),
            stage => stage == Stage::Done,
        });
    }

    /// Waits on for an initialiser that does not panic.
    #[track_caller]
    pub fn wait_force(&self) {
        self.wait_for(|stage| stage == Stage::Done);
    }

    #[track_caller]
    fn wait_for(&self, has_come: impl Fn(Stage) -> bool) {
        let at = model::here();
        model::before_read(at, &self.handle);
        while !has_come(self.stage()) {
            model::wait(&[&self.handle], Action::WaitNotify, at, None);
        }
    }

    #[track_caller]
    fn run(&self, force: bool, f: impl FnOnce(&OnceState)) {
        let at = model::here();
        model::point(at);
        loop {
            match self.stage() {
                Stage::Done => {
                    model::reads(&self.handle);
                    return;
                }
                Stage::Poisoned if !force => panic!("Once instance has previously been poisoned"),
                Stage::Running(order) if order != model::order() => model::left_locked(),
                Stage::Running(_) => {
                    model::wait(&[&self.handle], Action::WaitNotify, at, None);
                }
                stage => {
                    model::writes(&self.handle);
                    self.set(Stage::Running(model::order()));
                    model::changed();
                    let mut finish = Finish { once: self, to: Stage::Poisoned };
                    f(&OnceState(stage == Stage::Poisoned));
                    model::point(at);
                    finish.to = Stage::Done;
                    return;
                }
            }
        }
    }
}

impl Default for Once {
    #[track_caller]
    fn default() -> Self {
        Once::new()
    }
}

/// [`std::sync::OnceLock`]
pub struct OnceLock<T> {
    once: Once,
    value: std::sync::OnceLock<T>,
}

impl<T> OnceLock<T> {
    #[track_caller]
    pub const fn new() -> Self {
        OnceLock { once: Once::new(), value: std::sync::OnceLock::new() }
    }

    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        model::before_read(model::here(), &self.once.handle);
        self.value.get()
    }

    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.value.get_mut()
    }

    #[track_caller]
    pub fn wait(&self) -> &T {
        self.once.wait_force();
        self.value.get().expect("the initialiser has run")
    }

    /// # Errors
    /// The value, if there was one already.
    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        let mut value = Some(value);
        self.get_or_init(|| value.take().expect("an initialiser runs once"));
        value.map_or(Ok(()), Err)
    }

    #[track_caller]
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
        // A panicking initialiser leaves the cell empty, so the next one may try.
        self.once.run(true, |_| {
            let value = f();
            // In a `static` the value may be there from an earlier order.
            self.value.get_or_init(|| value);
        });
        self.value.get().expect("the initialiser has run")
    }

    pub fn into_inner(self) -> Option<T> {
        self.value.into_inner()
    }

    pub fn take(&mut self) -> Option<T> {
        self.once.set(Stage::New);
        self.value.take()
    }
}

impl<T> Default for OnceLock<T> {
    #[track_caller]
    fn default() -> Self {
        OnceLock::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: Clone> Clone for OnceLock<T> {
    fn clone(&self) -> Self {
        let clone = OnceLock::new();
        if let Some(value) = self.value.get() {
            let _ = clone.value.set(value.clone());
            clone.once.set(Stage::Done);
        }
        clone
    }
}

impl<T> From<T> for OnceLock<T> {
    fn from(value: T) -> Self {
        let made = OnceLock::new();
        let _ = made.value.set(value);
        made.once.set(Stage::Done);
        made
    }
}

/// [`std::sync::LazyLock`]
pub struct LazyLock<T, F = fn() -> T> {
    cell: OnceLock<T>,
    init: std::sync::Mutex<Option<F>>,
}

impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    #[track_caller]
    pub const fn new(f: F) -> Self {
        LazyLock { cell: OnceLock::new(), init: std::sync::Mutex::new(Some(f)) }
    }

    #[track_caller]
    pub fn force(this: &Self) -> &T {
        this.cell.get_or_init(|| {
            let init = this.init.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
            let Some(init) = init else { panic!("LazyLock instance has previously been poisoned") };
            init()
        })
    }
}

impl<T, F> LazyLock<T, F> {
    /// Nothing while it has not been made.
    #[track_caller]
    pub fn get(this: &Self) -> Option<&T> {
        this.cell.get()
    }

    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        this.cell.get_mut()
    }
}

impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    #[track_caller]
    pub fn force_mut(this: &mut Self) -> &mut T {
        LazyLock::force(this);
        this.cell.get_mut().expect("it has just been made")
    }
}

impl<T, F: FnOnce() -> T> DerefMut for LazyLock<T, F> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        LazyLock::force_mut(self)
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}

impl<T: Default> Default for LazyLock<T> {
    fn default() -> Self {
        LazyLock::new(T::default)
    }
}

impl<T: fmt::Debug, F> fmt::Debug for LazyLock<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_tuple("LazyLock");
        match self.cell.value.get() {
            Some(value) => shown.field(value),
            None => shown.field(&format_args!("<uninit>")),
        };
        shown.finish()
    }
}
