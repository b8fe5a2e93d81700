use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use interleave::model::{self, Action, Handle, ObjectKind};
use model_std::time::Instant;

use crate::At;

/// [`crossbeam::sync::Parker`]: does not wake by itself.
pub struct Parker {
    unparker: Unparker,
    not_sync: PhantomData<Cell<()>>,
}

/// [`crossbeam::sync::Unparker`]
#[derive(Clone)]
pub struct Unparker(Arc<Inner>);

struct Inner {
    handle: Handle,
    token: AtomicBool,
}

impl Parker {
    #[track_caller]
    pub fn new() -> Self {
        let inner = Inner { handle: Handle::new(ObjectKind::Parker), token: AtomicBool::new(false) };
        Parker { unparker: Unparker(Arc::new(inner)), not_sync: PhantomData }
    }

    #[track_caller]
    pub fn park(&self) {
        self.park_until(model::here(), None);
    }

    #[track_caller]
    pub fn park_timeout(&self, limit: Duration) {
        self.park_until(model::here(), model::now().checked_add(limit));
    }

    #[track_caller]
    pub fn park_deadline(&self, limit: Instant) {
        self.park_until(model::here(), Some(limit.since_start()));
    }

    fn park_until(&self, at: At, until: Option<Duration>) {
        let Unparker(inner) = &self.unparker;
        model::before_write(at, &inner.handle);
        let mut woken = true;
        while !inner.token.swap(false, Ordering::Relaxed) {
            let is_past = until.is_some_and(|until| until <= model::now());
            woken = !is_past && model::wait(&[&inner.handle], Action::Park, at, until);
            if !woken {
                break;
            }
        }
        model::record(at, if woken { Action::Woken } else { Action::TimedOut }, &inner.handle, None);
    }

    pub fn unparker(&self) -> &Unparker {
        &self.unparker
    }
}

impl Unparker {
    #[track_caller]
    pub fn unpark(&self) {
        let at = model::here();
        model::before_write(at, &self.0.handle);
        if !self.0.token.swap(true, Ordering::Relaxed) {
            model::changed();
        }
        model::record(at, Action::Unpark, &self.0.handle, None);
        model::notify(&self.0.handle, 1);
    }
}

impl Default for Parker {
    #[track_caller]
    fn default() -> Self {
        Parker::new()
    }
}

impl fmt::Debug for Parker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Parker { .. }")
    }
}

impl fmt::Debug for Unparker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Unparker { .. }")
    }
}
