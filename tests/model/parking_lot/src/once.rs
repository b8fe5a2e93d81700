use std::fmt;
use std::sync::{Mutex, PoisonError};

use interleave::model::{self, Action, Handle, ObjectKind};
pub use parking_lot::OnceState;

use crate::held::At;

/// [`parking_lot::Once`]
pub struct Once {
    handle: Handle,
    state: Mutex<OnceState>,
}

/// Leaves a [`Once`] poisoned when its initialiser panics.
struct Finish<'a> {
    once: &'a Once,
    to: OnceState,
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
        Once { handle: Handle::new(ObjectKind::Once), state: Mutex::new(OnceState::New) }
    }

    #[track_caller]
    pub const fn new_completed() -> Self {
        Once { handle: Handle::new(ObjectKind::Once), state: Mutex::new(OnceState::Done) }
    }

    fn now(&self) -> OnceState {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, state: OnceState) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }

    #[track_caller]
    pub fn state(&self) -> OnceState {
        let at = model::here();
        model::before_read(at, &self.handle);
        let state = self.now();
        model::record(at, Action::Load, &self.handle, None);
        state
    }

    #[track_caller]
    pub fn is_completed(&self) -> bool {
        self.state().is_completed()
    }

    /// # Panics
    /// If the initialiser panicked.
    #[track_caller]
    pub fn wait(&self) {
        self.sleep(false, model::here());
    }

    /// Waits on even if an initialiser panicked.
    #[track_caller]
    pub fn wait_force(&self) {
        self.sleep(true, model::here());
    }

    #[track_caller]
    fn sleep(&self, force: bool, at: At) {
        model::before_read(at, &self.handle);
        loop {
            match self.now() {
                OnceState::Done => return,
                OnceState::Poisoned if !force => panic!("{POISONED}"),
                _ => model::wait(&[&self.handle], Action::WaitNotify, at, None),
            };
        }
    }

    /// # Panics
    /// If an earlier initialiser panicked.
    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        self.run(false, |_| f());
    }

    #[track_caller]
    pub fn call_once_force<F: FnOnce(OnceState)>(&self, f: F) {
        self.run(true, f);
    }

    #[track_caller]
    fn run(&self, force: bool, f: impl FnOnce(OnceState)) {
        let at = model::here();
        model::before_read(at, &self.handle);
        loop {
            match self.now() {
                OnceState::Done => return,
                OnceState::Poisoned if !force => panic!("{POISONED}"),
                OnceState::InProgress => {
                    model::wait(&[&self.handle], Action::WaitNotify, at, None);
                }
                before => {
                    model::writes(&self.handle);
                    self.set(OnceState::InProgress);
                    model::changed();
                    let mut finish = Finish { once: self, to: OnceState::Poisoned };
                    f(before);
                    model::point(at);
                    finish.to = OnceState::Done;
                    return;
                }
            }
        }
    }
}

const POISONED: &str = "Once instance has previously been poisoned";

impl Default for Once {
    #[track_caller]
    fn default() -> Self {
        Once::new()
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").field("state", &self.now()).finish()
    }
}
