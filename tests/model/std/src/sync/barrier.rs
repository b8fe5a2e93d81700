use std::fmt;
use std::sync::PoisonError;

use interleave::model::{self, Action, Handle, ObjectKind};

/// [`std::sync::Barrier`]
pub struct Barrier {
    handle: Handle,
    parties: usize,
    /// How many have come, and how often the barrier has opened.
    state: std::sync::Mutex<(usize, u64)>,
}

opaque!(Barrier);

/// [`std::sync::BarrierWaitResult`]
pub struct BarrierWaitResult(bool);

impl fmt::Debug for BarrierWaitResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BarrierWaitResult").field("is_leader", &self.0).finish()
    }
}

impl BarrierWaitResult {
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

impl Barrier {
    #[track_caller]
    pub const fn new(parties: usize) -> Self {
        Barrier { handle: Handle::new(ObjectKind::Barrier), parties, state: std::sync::Mutex::new((0, 0)) }
    }

    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let at = model::here();
        model::before_write(at, &self.handle);
        model::record(at, Action::Arrive, &self.handle, None);
        model::changed();
        let state = || self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let round = {
            let mut state = state();
            state.0 += 1;
            if state.0 >= self.parties {
                *state = (0, state.1 + 1);
                drop(state);
                model::notify(&self.handle, usize::MAX);
                return BarrierWaitResult(true);
            }
            state.1
        };
        while state().1 == round {
            model::wait(&[&self.handle], Action::WaitArrive, at, None);
        }
        BarrierWaitResult(false)
    }
}
