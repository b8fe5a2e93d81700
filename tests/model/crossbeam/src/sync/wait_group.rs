use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use interleave::model::{self, Action, Handle, ObjectKind};

/// [`crossbeam::sync::WaitGroup`]
pub struct WaitGroup(Arc<Inner>);

struct Inner {
    handle: Handle,
    members: AtomicUsize,
}

impl WaitGroup {
    #[track_caller]
    pub fn new() -> Self {
        let (handle, members) = (Handle::new(ObjectKind::WaitGroup), AtomicUsize::new(1));
        WaitGroup(Arc::new(Inner { handle, members }))
    }

    /// Leaves the group and waits until everybody else has.
    #[track_caller]
    pub fn wait(self) {
        let at = model::here();
        model::before_write(at, &self.0.handle);
        let inner = Arc::clone(&self.0);
        drop(self);
        while inner.members.load(Ordering::Relaxed) > 0 {
            model::wait(&[&inner.handle], Action::WaitArrive, at, None);
        }
    }
}

impl Clone for WaitGroup {
    fn clone(&self) -> Self {
        self.0.members.fetch_add(1, Ordering::Relaxed);
        WaitGroup(Arc::clone(&self.0))
    }
}

impl Drop for WaitGroup {
    fn drop(&mut self) {
        let was_last = self.0.members.fetch_sub(1, Ordering::Relaxed) == 1;
        model::record_unplaced(Action::Arrive, &self.0.handle);
        if was_last {
            model::changed();
            model::notify(&self.0.handle, usize::MAX);
        }
    }
}

impl Default for WaitGroup {
    #[track_caller]
    fn default() -> Self {
        WaitGroup::new()
    }
}

impl fmt::Debug for WaitGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let members = self.0.members.load(Ordering::Relaxed);
        f.debug_struct("WaitGroup").field("count", &members).finish()
    }
}
