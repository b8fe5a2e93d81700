//! A lock that is held: what every guard is made of.

use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use interleave::model::{self, Handle, Mode, Touched};
use model_std::time::Instant;

pub(crate) type At = &'static std::panic::Location<'static>;

/// Virtual time `limit` from now; `None` if that is past all time.
pub(crate) fn after(limit: Duration) -> Option<Duration> {
    model::now().checked_add(limit)
}

pub(crate) fn at_instant(instant: Instant) -> Option<Duration> {
    Some(instant.since_start())
}

/// Runs `f` on the way out, even when a panic is the way.
pub(crate) struct Finally<F: FnMut()>(pub(crate) F);

impl<F: FnMut()> Drop for Finally<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

/// A lock of the engine that this thread holds, with the guard of the real lock that `G` is.
pub(crate) struct Held<'a, G: Deref> {
    handle: &'a Handle,
    mode: Mode,
    inner: Option<G>,
    touched: Touched,
    /// Given back for a while: nothing is left to release.
    away: bool,
    /// How often a reentrant lock is held.
    depth: Option<&'a AtomicUsize>,
}

impl<'a, G: Deref> Held<'a, G> {
    pub(crate) fn new(handle: &'a Handle, mode: Mode, inner: G) -> Self {
        Held { handle, mode, inner: Some(inner), touched: Touched::new(), away: false, depth: None }
    }

    pub(crate) fn nested(handle: &'a Handle, depth: &'a AtomicUsize, inner: G) -> Self {
        let mut held = Held::new(handle, Mode::Exclusive, inner);
        held.depth = Some(depth);
        held
    }

    pub(crate) fn get(&self) -> &G::Target {
        self.touched.look();
        self.inner.as_ref().expect("the lock is held")
    }

    pub(crate) fn get_mut(&mut self) -> &mut G::Target
    where
        G: DerefMut,
    {
        let inner = self.inner.as_mut().expect("the lock is held");
        self.touched.write(&**inner);
        inner
    }

    pub(crate) fn mark_written(&mut self) {
        self.touched.write_unseen();
    }

    /// The value for a condition to look at. A condition gets `&mut`, but looking is no change.
    pub(crate) fn look(&mut self) -> &mut G::Target
    where
        G: DerefMut,
    {
        self.touched.look();
        self.inner.as_mut().expect("the lock is held")
    }

    /// The real guard.
    pub(crate) fn inner(&mut self) -> &mut G {
        self.inner.as_mut().expect("the lock is held")
    }

    /// Turns the real guard into another, while the engine's lock stays held as it was.
    pub(crate) fn map<H: Deref>(self, f: impl FnOnce(G) -> H) -> Held<'a, H> {
        self.try_map(|inner| Ok::<H, (G, ())>(f(inner))).unwrap_or_else(|_| unreachable!())
    }

    pub(crate) fn try_map<H: Deref, E>(
        mut self,
        f: impl FnOnce(G) -> Result<H, (G, E)>,
    ) -> Result<Held<'a, H>, (Self, E)> {
        let inner = self.inner.take().expect("the lock is held");
        match f(inner) {
            Ok(inner) => {
                let Held { handle, mode, depth, .. } = self;
                let touched = std::mem::take(&mut self.touched);
                // What was held is held by the new guard; without a real guard there is nothing else to drop.
                std::mem::forget(self);
                Ok(Held { handle, mode, inner: Some(inner), touched, away: false, depth })
            }
            Err((inner, error)) => {
                self.inner = Some(inner);
                Err((self, error))
            }
        }
    }

    /// As [`Held::map`], and the lock is held in another mode from now on.
    pub(crate) fn convert<H: Deref>(self, to: Mode, f: impl FnOnce(G) -> H) -> Held<'a, H> {
        let from = self.mode;
        let mut held = self.map(f);
        if from != to {
            held.mode = to;
            model::convert(held.handle, from, to);
        }
        held
    }

    /// Gives the lock back for a while, without letting another thread in before.
    pub(crate) fn put_down(&mut self) {
        let inner = self.inner.take();
        let touched = std::mem::take(&mut self.touched);
        let value = inner.as_ref().and_then(|inner| touched.written(&**inner));
        drop(inner);
        self.away = true;
        // Only the last of nested guards gives a reentrant lock back.
        let is_last = self.depth.is_none_or(|depth| depth.fetch_sub(1, Ordering::Relaxed) == 1);
        if is_last {
            model::release(self.handle, self.mode, value, touched.touch());
        }
    }

    pub(crate) fn pick_up(&mut self, other: Self) {
        *self = other;
    }

    /// The lock is never given back.
    pub(crate) fn leak(mut self) -> G {
        self.away = true;
        self.inner.take().expect("the lock is held")
    }
}

impl<G: Deref> Drop for Held<'_, G> {
    fn drop(&mut self) {
        if self.away || !model::active() {
            return;
        }
        model::before_unlock();
        self.put_down();
        model::point_if_somebody_woke();
    }
}
