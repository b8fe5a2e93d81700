//! Runs one order: its threads as coroutines on one thread of the system.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use corosensei::stack::DefaultStack;
use corosensei::{Coroutine, CoroutineResult};

use crate::failure::{Coverage, Failure, Kind, Order};
use crate::scheduler::{Replay, Scheduler};
use crate::world::{self, Rules, World};

/// Bytes of stack a thread of an order has, as many as a thread of std; runaway recursion meets a guard page behind it.
const STACK: usize = 2 * 1024 * 1024;

type Body = Coroutine<(), (), (), DefaultStack>;

thread_local! {
    /// Stacks of finished threads, used again by later orders.
    static STACKS: Cell<Vec<DefaultStack>> = const { Cell::new(Vec::new()) };
}

/// Runs orders one after the other in one world.
pub(crate) struct Runner {
    pub(crate) world: World,
    stacks: Vec<DefaultStack>,
}

impl Drop for Runner {
    fn drop(&mut self) {
        STACKS.set(std::mem::take(&mut self.stacks));
    }
}

impl Runner {
    pub(crate) fn new(scheduler: Scheduler, rules: Rules) -> Self {
        crate::panics::install_hook();
        let mut world = World::new(scheduler);
        world.rules = rules;
        Runner { world, stacks: STACKS.take() }
    }

    /// Who decided, as it is after the last order.
    pub(crate) fn take_scheduler(mut self) -> Scheduler {
        std::mem::replace(&mut self.world.scheduler, Scheduler::Replay(Replay::new(Order::default())))
    }

    /// Runs one order; true if it failed.
    pub(crate) fn run(&mut self, f: &dyn Fn()) -> bool {
        self.world.reset();
        let root = self.world.add_task(None, None);
        self.world.next = Some(root);
        let empty = World::new(Scheduler::Replay(Replay::new(Order::default())));
        let outer = world::install(Some(std::mem::replace(&mut self.world, empty)));
        let mut bodies: Vec<Option<Body>> = Vec::new();
        bodies.push(Some(self.body(|| run_root(f))));
        while let Some(next) = world::with(|world| {
            let next = world.next.take()?;
            world.switch_to(next);
            Some(next)
        }) {
            for (thread, body) in world::with(|world| std::mem::take(&mut world.starting)) {
                bodies.resize_with(bodies.len().max(thread + 1), || None);
                bodies[thread] = Some(self.body(body));
            }
            let Some(body) = bodies[next].as_mut() else { break };
            if let CoroutineResult::Return(()) = body.resume(()) {
                let body = bodies[next].take().expect("it was just resumed");
                self.stacks.push(body.into_stack());
                world::with(World::finish);
            }
        }
        for mut body in bodies.into_iter().flatten() {
            // SAFETY: what the abandoned thread owned is leaked, and nothing of the order runs again that could
            // reach into its stack.
            unsafe { body.force_reset() };
            self.stacks.push(body.into_stack());
        }
        self.world = world::install(outer).expect("the order's world was installed above");
        self.world.failure.is_some()
    }

    fn body(&mut self, f: impl FnOnce()) -> Body {
        let stack = self.stacks.pop();
        let stack =
            stack.unwrap_or_else(|| DefaultStack::new(STACK).expect("no memory for a thread's stack"));
        // SAFETY: what `f` borrows outlives the order: the closure is borrowed by `run`, and a scoped thread ends
        // before its scope does or is reset before `run` returns.
        unsafe {
            Body::with_stack_unchecked(stack, |yielder, ()| {
                world::set_suspend(Some(yielder));
                f();
            })
        }
    }

    /// The failure of the order just run.
    pub(crate) fn failure(&mut self, coverage: Coverage) -> Failure {
        let kind = self.world.failure.take().unwrap_or(Kind::NeverHappens);
        self.failure_of(kind, coverage)
    }

    pub(crate) fn failure_of(&self, kind: Kind, coverage: Coverage) -> Failure {
        Failure {
            kind,
            trace: self.world.trace(),
            order: Order(self.world.order.clone()),
            preemptions: self.world.preemptions,
            coverage,
        }
    }
}

/// Runs the explored closure as the first thread of an order.
fn run_root(f: &dyn Fn()) {
    let result = catch_unwind(AssertUnwindSafe(|| {
        f();
        drop_locals();
    }));
    if let Err(payload) = result {
        // Another exploration inside this one: its failure is ours.
        let kind = match payload.downcast::<Failure>() {
            Ok(failure) => failure.kind,
            Err(_) => world::with(|world| crate::panics::first_cause(world)),
        };
        world::fail(kind);
    }
}

/// Drops what the current thread has in its `thread_local!`s, in the thread itself: their destructors may take locks.
pub(crate) fn drop_locals() {
    while let Some(local) = world::with(World::take_local) {
        drop(local);
    }
}

/// Starts a thread whose body borrows for less than `'static`.
///
/// # Safety
/// The body must be done, or its order over, before what it borrows goes away.
pub(crate) unsafe fn start(thread: usize, body: Box<dyn FnOnce() + '_>) {
    // SAFETY: only the lifetime changes, and the caller promises that it is long enough.
    let body: Box<dyn FnOnce()> = unsafe { std::mem::transmute(body) };
    world::with(|world| world.starting.push((thread, body)));
}
