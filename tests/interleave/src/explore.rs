//! Runs a closure under order after order and keeps the simplest one that fails.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use corosensei::stack::DefaultStack;
use corosensei::{Coroutine, CoroutineResult};

use crate::choice::{Chooser, Priorities, Replay, Search};
use crate::failure::{Coverage, Failure, Kind, Order};
use crate::world::{self, World};

/// Bytes of stack a thread of an order has, as many as a thread of std; runaway recursion meets a guard page behind it.
const STACK: usize = 2 * 1024 * 1024;

/// Runs `f` under every order that matters, with the default limits of [`Explorer`].
///
/// # Panics
/// If an order fails. The payload is the [`Failure`]; no message is printed.
pub fn explore(f: impl Fn()) -> Coverage {
    Explorer::new().explore(f)
}

/// Shows that some order makes `f` return true.
///
/// # Panics
/// If none does. The payload is the [`Failure`]; no message is printed.
pub fn exists(f: impl Fn() -> bool) -> Coverage {
    unwrap(Explorer::new().exists(f))
}

fn unwrap(result: Result<Coverage, Failure>) -> Coverage {
    result.unwrap_or_else(|failure| resume_unwind(Box::new(failure)))
}

/// What to look at, and how much of it.
///
/// All limits count orders and steps, never seconds, so a verdict does not depend on the machine.
#[derive(Clone, Debug)]
pub struct Explorer {
    preemptions: u32,
    orders: u64,
    steps: u64,
    random: u64,
    seed: u64,
    allow_spin: bool,
}

impl Default for Explorer {
    fn default() -> Self {
        Explorer { preemptions: 8, orders: 10_000, steps: 400_000, random: 500, seed: 1, allow_spin: false }
    }
}

impl Explorer {
    pub fn new() -> Self {
        Self::default()
    }

    /// The most preemptions the exhaustive search goes up to.
    #[must_use]
    pub fn preemptions(mut self, preemptions: u32) -> Self {
        self.preemptions = preemptions;
        self
    }

    /// The most orders the exhaustive search runs before it gives way to random ones.
    #[must_use]
    pub fn orders(mut self, orders: u64) -> Self {
        self.orders = orders;
        self.steps = self.steps.max(orders.saturating_mul(40));
        self
    }

    /// How many random orders follow when the exhaustive search did not reach its end.
    #[must_use]
    pub fn random(mut self, random: u64) -> Self {
        self.random = random;
        self
    }

    /// The seed of the random orders.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Busy waiting is not a failure; a thread that spins steps back instead when it calls `yield_now` or `spin_loop`.
    #[must_use]
    pub fn allow_spin(mut self) -> Self {
        self.allow_spin = true;
        self
    }

    /// Runs `f` under every order within the limits.
    ///
    /// # Errors
    /// The simplest order found that fails: fewest preemptions first, then fewest events.
    pub fn check(&self, f: impl Fn()) -> Result<Coverage, Failure> {
        let mut found: Option<Failure> = None;
        let coverage = self.search(&f, |failure| {
            let Some(failure) = failure else { return found.is_some() };
            // A failed order leaves locks in statics locked, and later orders fail for that reason only.
            if found.is_some() && failure.kind == Kind::Nondeterministic {
                return false;
            }
            if found.as_ref().is_none_or(|best| simpler(&failure, best)) {
                found = Some(failure);
            }
            false
        });
        match found {
            Some(failure) if failure.coverage.random > 0 => Err(self.shorten(failure, &f)),
            Some(failure) => Err(failure),
            None => Ok(coverage),
        }
    }

    /// Like the function [`explore`], within these limits.
    ///
    /// # Panics
    /// If an order fails. The payload is the [`Failure`]; no message is printed.
    pub fn explore(&self, f: impl Fn()) -> Coverage {
        unwrap(self.check(f))
    }

    /// Looks for an order in which `f` returns true.
    ///
    /// # Errors
    /// [`Kind::NeverHappens`] if there is none within the limits, or the first failure met if no order came to its end.
    pub fn exists(&self, f: impl Fn() -> bool) -> Result<Coverage, Failure> {
        let happened = Cell::new(false);
        let mut failed: Option<Failure> = None;
        let some_end = Cell::new(false);
        let body = || {
            if f() {
                happened.set(true);
            }
            some_end.set(true);
        };
        let coverage = self.search(&body, |failure| {
            if let Some(failure) = failure {
                failed.get_or_insert(failure);
            }
            happened.get()
        });
        match failed {
            _ if happened.get() => Ok(coverage),
            Some(failure) if !some_end.get() => Err(failure),
            _ => {
                let mut failure = self.replay(&Order::default(), body).unwrap_or_else(|failure| failure);
                failure.kind = Kind::NeverHappens;
                failure.coverage = coverage;
                Err(failure)
            }
        }
    }

    /// Runs `f` once, in the given order.
    ///
    /// # Errors
    /// The failure, if this order fails; otherwise the order as it went is in `Ok`, its `kind` without meaning.
    pub fn replay(&self, order: &Order, f: impl Fn()) -> Result<Failure, Failure> {
        let mut runner = Runner::new(Chooser::Replay(Replay::new(order.clone())), self.allow_spin);
        let failed = runner.run(&f);
        let failure = runner.failure(Coverage { orders: 1, ..Coverage::default() });
        if failed { Err(failure) } else { Ok(failure) }
    }

    /// Runs order after order. `visit` gets each order's failure, if any, and says whether to stop at the end of a
    /// level; after the first failure the level is searched a little further for a simpler one.
    fn search(&self, f: &dyn Fn(), mut visit: impl FnMut(Option<Failure>) -> bool) -> Coverage {
        let mut coverage = Coverage::default();
        let mut budget = Budget { orders: self.orders, steps: self.steps };
        let mut longest = 0;
        let mut stubborn = false;
        let mut bound = 0;
        while bound <= self.preemptions {
            let mut runner = Runner::new(Chooser::Search(Search::new(bound)), self.allow_spin);
            runner.world.stubborn = stubborn;
            let mut orders = 0;
            let mut after_failure: u64 = 0;
            let mut yielded = false;
            let finished = loop {
                let failed = runner.run(f);
                orders += 1;
                longest = runner.world.steps.max(longest);
                yielded |= runner.world.yielded;
                budget.spend(runner.world.steps);
                let now = Coverage { orders, ..coverage };
                if visit(failed.then(|| runner.failure(now))) && !failed && after_failure == 0 {
                    return now;
                }
                if failed || after_failure > 0 {
                    after_failure += 1;
                }
                let Chooser::Search(search) = &mut runner.world.chooser else { unreachable!() };
                if search.strayed {
                    visit(Some(runner.failure_of(Kind::Nondeterministic, now)));
                    return now;
                }
                if !search.advance() {
                    break true;
                }
                if budget.is_spent() || after_failure > SIMPLER_WITHIN {
                    break false;
                }
            };
            if visit(None) {
                return Coverage { orders: coverage.orders.max(orders), ..coverage };
            }
            if bound <= 1 && yielded && !stubborn && finished {
                // The same orders once more, with `yield_now` doing nothing, so that polling is seen for what it is. Who
                // polls for a lock is seen only where the holder was preempted.
                stubborn = true;
                continue;
            }
            stubborn = false;
            coverage.orders = coverage.orders.max(orders);
            if !finished {
                break;
            }
            coverage.preemptions = Some(bound);
            let Chooser::Search(search) = &runner.world.chooser else { unreachable!() };
            if !search.cut {
                coverage.complete = true;
                return coverage;
            }
            bound += 1;
        }
        for round in 0..self.random {
            let depth = 2 + (round % 3) as usize;
            let chooser = Chooser::Priorities(Priorities::new(self.seed + round, longest, depth));
            let mut runner = Runner::new(chooser, self.allow_spin);
            let failed = runner.run(f);
            coverage.random += 1;
            if visit(failed.then(|| runner.failure(coverage))) || visit(None) {
                break;
            }
        }
        coverage
    }

    /// Takes preemptions out of an order that random search found, as long as it still fails.
    fn shorten(&self, mut best: Failure, f: &dyn Fn()) -> Failure {
        let mut index = 0;
        while index < best.order.0.len() {
            if best.order.0[index] == 0 {
                index += 1;
                continue;
            }
            let mut order = best.order.clone();
            order.0[index] = 0;
            match self.replay(&order, f) {
                Err(failure) if simpler(&failure, &best) => {
                    best = Failure { coverage: best.coverage, ..failure };
                }
                _ => index += 1,
            }
        }
        best
    }
}

/// Orders looked at after the first failure of a level, for a simpler one.
const SIMPLER_WITHIN: u64 = 200;

struct Budget {
    orders: u64,
    steps: u64,
}

impl Budget {
    fn spend(&mut self, steps: u64) {
        self.orders = self.orders.saturating_sub(1);
        self.steps = self.steps.saturating_sub(steps);
    }

    fn is_spent(&self) -> bool {
        self.orders == 0 || self.steps == 0
    }
}

fn simpler(one: &Failure, other: &Failure) -> bool {
    let size = |failure: &Failure| (failure.preemptions, failure.trace.events.len());
    size(one) < size(other)
}

type Body = Coroutine<(), (), (), DefaultStack>;

thread_local! {
    /// Stacks of finished threads, used again by later orders.
    static STACKS: Cell<Vec<DefaultStack>> = const { Cell::new(Vec::new()) };
}

/// Runs orders one after the other in one world.
struct Runner {
    world: World,
    stacks: Vec<DefaultStack>,
}

impl Drop for Runner {
    fn drop(&mut self) {
        STACKS.set(std::mem::take(&mut self.stacks));
    }
}

impl Runner {
    fn new(chooser: Chooser, allow_spin: bool) -> Self {
        crate::panics::install_hook();
        let mut world = World::new(chooser);
        world.allow_spin = allow_spin;
        Runner { world, stacks: STACKS.take() }
    }

    /// Runs one order; true if it failed.
    fn run(&mut self, f: &dyn Fn()) -> bool {
        self.world.reset();
        let root = self.world.add_task(None, None);
        self.world.next = Some(root);
        let empty = World::new(Chooser::Replay(Replay::new(Order::default())));
        let outer = world::install(Some(std::mem::replace(&mut self.world, empty)));
        let mut bodies: Vec<Option<Body>> = Vec::new();
        bodies.push(Some(self.body(|| run_root(f))));
        while let Some(next) = world::with(|world| {
            let next = world.next.take()?;
            world.turn_to(next);
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
    fn failure(&mut self, coverage: Coverage) -> Failure {
        let kind = self.world.failure.take().unwrap_or(Kind::NeverHappens);
        self.failure_of(kind, coverage)
    }

    fn failure_of(&self, kind: Kind, coverage: Coverage) -> Failure {
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
