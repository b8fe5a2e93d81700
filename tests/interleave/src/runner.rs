//! Runs one order after the other in one world.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::coroutine::Threads;
use crate::failure::{Coverage, Failure, Kind, Order};
use crate::scheduler::{Replay, Scheduler};
use crate::world::{self, Installed, Rules, World};

static TURN: Mutex<()> = Mutex::new(());

thread_local! {
    /// How many explorations this thread of the system is in: one may stand inside of another.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// The right to explore. Explorations on several threads of the system take turns, for their code may share stand-ins that
/// lie in a `static`, and the values in them live on from order to order.
pub(crate) struct Turn {
    _process: Option<MutexGuard<'static, ()>>,
}

impl Turn {
    /// Waits until no other thread of the system explores.
    pub(crate) fn take() -> Turn {
        let outermost = DEPTH.replace(DEPTH.get() + 1) == 0;
        Turn { _process: outermost.then(|| TURN.lock().unwrap_or_else(PoisonError::into_inner)) }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}

pub(crate) struct Runner {
    /// It is elsewhere only while an order runs.
    world: Option<Box<World>>,
}

impl Runner {
    pub(crate) fn new(scheduler: Scheduler, rules: Rules) -> Self {
        crate::panics::install_hook();
        Runner { world: Some(Box::new(World::new(scheduler, rules))) }
    }

    pub(crate) fn world(&mut self) -> &mut World {
        self.world.as_mut().expect("no order runs now")
    }

    /// Who decided, as it is after the last order.
    pub(crate) fn take_scheduler(mut self) -> Scheduler {
        let nobody = Scheduler::Replay(Replay::new(Order::default()));
        std::mem::replace(&mut self.world().scheduler, nobody)
    }

    /// Runs one order; true if it failed.
    pub(crate) fn run(&mut self, f: &dyn Fn()) -> bool {
        let world = self.world();
        world.reset();
        let root = world.add_task(None, None);
        world.next = Some(root);
        {
            let _installed = Installed::new(&mut self.world);
            let mut threads = Threads::new(|| run_root(f)).expect("no memory for the first thread's stack");
            while let Some(next) = world::with(|world| {
                while let Some((thread, body)) = world.starting.pop() {
                    threads.start(thread, body);
                }
                world.switch()
            }) {
                if threads.resume(next) {
                    world::with(World::finish);
                }
            }
        }
        self.world().failure.is_some()
    }

    /// The failure of the order just run.
    pub(crate) fn failure(&mut self, coverage: Coverage) -> Failure {
        let kind = self.world().failure.take().unwrap_or(Kind::NeverHappens { says: String::new() });
        self.failure_of(kind, coverage)
    }

    pub(crate) fn failure_of(&mut self, kind: Kind, coverage: Coverage) -> Failure {
        let world = self.world();
        Failure {
            kind,
            trace: world.trace(),
            order: Order(world.order.clone()),
            preemptions: world.preemptions,
            coverage,
            given: String::new(),
        }
    }
}

/// Runs the explored closure as the first thread of an order.
fn run_root(f: &dyn Fn()) {
    let result = catch_unwind(AssertUnwindSafe(|| {
        f();
        drop_locals();
    }));
    let Err(payload) = result else { return };
    let kind = match payload.downcast::<Failure>() {
        // Another exploration inside this one: its failure is ours.
        Ok(failure) => failure.kind,
        Err(payload) => {
            // What a failed order owns is leaked, and a payload's destructor might panic once more.
            std::mem::forget(payload);
            world::with(|world| crate::panics::first_cause(world))
        }
    };
    world::fail(kind);
}

/// Runs the end of a thread, where nobody is left to see a panic: it fails the order, as it would end the process.
pub(crate) fn unseen(f: impl FnOnce()) {
    if let Err(payload) = catch_unwind(AssertUnwindSafe(f)) {
        std::mem::forget(payload);
        world::fail(world::with(|world| crate::panics::last(world)));
    }
}

/// Drops what the current thread has in its `thread_local!`s, in the thread itself: their destructors may take locks.
pub(crate) fn drop_locals() {
    while let Some(local) = world::with(World::take_local) {
        drop(local);
    }
}
