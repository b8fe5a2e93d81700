//! Runs a closure under order after order and keeps the simplest one that fails.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::Duration;

use report::Looked;

use crate::bounding::{Bounding, Budget};
use crate::event::ThreadIndex;
use crate::explorer::Explorer;
use crate::failure::{Coverage, Failure, Kind, Order};
use crate::reducing::{End, Reduced, reduced};
use crate::runner::{Runner, Turn};
use crate::scheduler::{Guided, Priorities, Replay, Scheduler, Turns};
use crate::simplest::simpler;
use crate::world::Rules;

/// Runs `f` under every order that matters, with the default limits of [`Explorer`].
///
/// # Panics
/// If an order fails. The payload is the [`Failure`], which is printed unless [`catch`] waits for it.
/// ```
/// use model_std::sync::atomic::{AtomicU64, Ordering::SeqCst};
/// use model_std::thread;
///
/// let coverage = interleave::explore(|| {
///     let total = AtomicU64::new(0);
///     thread::scope(|scope| {
///         for _ in 0..2 {
///             scope.spawn(|| total.fetch_add(1, SeqCst));
///         }
///     });
///     assert_eq!(total.into_inner(), 2);
/// });
/// assert!(coverage.complete);
/// ```
pub fn explore(f: impl Fn()) -> Coverage {
    Explorer::new().explore(f)
}

/// Shows that some order makes `f` return true.
///
/// # Panics
/// If none does. The payload is the [`Failure`], which is printed unless [`catch`] waits for it.
/// ```
/// use model_std::println;
/// use model_std::thread;
///
/// interleave::exists(|| {
///     thread::scope(|scope| {
///         scope.spawn(|| println!("하나"));
///         scope.spawn(|| println!("둘"));
///     });
///     interleave::output() == ["둘", "하나"]
/// });
/// ```
pub fn exists(f: impl Fn() -> bool) -> Coverage {
    Explorer::new().exists(f)
}

/// How long others are made to wait, with names to be read aloud: whoever gives up after some fixed time does so before
/// the last of these is over. The first is a prime number of microseconds, so that no rhythm of asking meets its end.
/// Whoever naps within a wait takes too many steps for the last: [`Explorer::as_far_as_it_goes`].
pub const WAITS: [(&str, Duration); 3] = [
    ("1.000003초", Duration::from_micros(1_000_003)),
    ("1시간", Duration::from_secs(3600)),
    ("천 년", Duration::from_secs(365_250 * 86_400)),
];

/// Kinds that are run at least where only a few orders are asked for.
const FEW_KINDS: u64 = 600;

/// Steps that may be spent on them: of a hundred threads nobody sees one order of each kind.
const STEPS_OF_FEW: u64 = 4_000;

thread_local! {
    /// Somebody waits for the failure and tells it.
    static CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Runs `f` and catches its panic. A [`Failure`] in the answer is the caller's to tell: it is not printed.
///
/// # Errors
/// What `f` panicked with.
///
/// ```
/// let caught = interleave::catch(|| {
///     interleave::explore(|| interleave::broken("약속이 깨졌습니다."));
/// });
/// assert!(caught.unwrap_err().is::<interleave::Failure>());
/// ```
pub fn catch<R>(f: impl FnOnce() -> R) -> std::thread::Result<R> {
    let before = CAUGHT.replace(true);
    let result = catch_unwind(AssertUnwindSafe(f));
    CAUGHT.set(before);
    result
}

thread_local! {
    static LOOKED: Cell<Looked> = const { Cell::new(Looked::NOTHING) };
}

/// What was looked at without finding a failure.
fn note(coverage: &Coverage) {
    let Coverage { orders, random, kinds, complete, preemptions } = *coverage;
    let before = LOOKED.get();
    LOOKED.set(match complete {
        true => before.and_all(kinds.unwrap_or(orders)),
        false => before.and_some(orders + random, preemptions),
    });
}

/// What this thread has run without finding a failure since this was asked last.
pub(crate) fn looked() -> Looked {
    LOOKED.take()
}

fn unwrap(result: Result<Coverage, Failure>) -> Coverage {
    result.unwrap_or_else(|failure| {
        // Inside of another exploration that one's failure is told.
        if !CAUGHT.get() && !crate::model::active() {
            eprintln!("{failure}");
        }
        resume_unwind(Box::new(failure))
    })
}

impl Explorer {
    /// Runs `f` under every order within the limits.
    ///
    /// Where the first few do not fail, one order of each kind is run, which is enough to know whether any fails. If one does, the
    /// simplest that does is looked for among all.
    ///
    /// # Errors
    /// The simplest order found that fails: fewest preemptions first, then fewest events.
    pub fn check(&self, f: impl Fn()) -> Result<Coverage, Failure> {
        let _turn = Turn::take();
        let result = self.look(&f).map_err(|failure| Failure { given: self.given.clone(), ..failure });
        if let Ok(coverage) = &result {
            note(coverage);
        }
        result
    }

    /// Runs some orders without reduction, then one of each kind, and then the others if those do not tell.
    fn look(&self, f: &dyn Fn()) -> Result<Coverage, Failure> {
        let mut reduced = None;
        let mut result = self.simplest(f, &mut || {
            let search = reduced.insert(self.reduce(f));
            !matches!(search.end, End::Complete)
        });
        let Reduced { end, kinds } = match (reduced, &result) {
            (Some(reduced), _) => reduced,
            // All orders were run, and are counted by their kinds.
            (None, Ok(coverage)) if coverage.complete => self.reduce(f),
            (None, _) => return result,
        };
        match end {
            End::Complete => {
                if let Ok(coverage) = &mut result {
                    (coverage.complete, coverage.kinds) = (true, Some(kinds));
                }
            }
            End::Failed(threads, choices, failure) => match &result {
                Ok(coverage) if !coverage.complete => {
                    let found = self.guided(f, threads, choices, *coverage);
                    let found = found.map(|found| self.with_calls(self.shorten(found, f), f));
                    return Err(found.unwrap_or(*failure));
                }
                // What a failed order leaves locked in a `static` fails all orders after it.
                Err(Failure { kind: Kind::Nondeterministic, .. }) => return Err(*failure),
                _ => {}
            },
            End::Exhausted | End::Unfit => {}
        }
        result
    }

    /// Runs one order of each kind, and says how many, if the reduced search can see all that the rules allow.
    fn reduce(&self, f: &dyn Fn()) -> Reduced {
        let Rules { allow_spin, processors, late, .. } = self.rules;
        if !self.reduces || allow_spin || late || processors.is_some() {
            return Reduced { end: End::Unfit, kinds: 0 };
        }
        let budget = Budget { orders: self.orders, steps: self.steps };
        // Who bounds the preemptions so wants to look at a few orders only: there may be few kinds even so.
        let few = Budget { orders: self.orders.max(FEW_KINDS), steps: self.steps.min(STEPS_OF_FEW) };
        let found = reduced(f, self.rules, if self.preemptions < 2 { few } else { budget });
        match &found.end {
            End::Failed(.., failure) if self.goes_on_after(failure) => {
                Reduced { end: End::Exhausted, ..found }
            }
            _ => found,
        }
    }

    /// Whether what was found is that an order goes past a bound, and that is no failure.
    fn goes_on_after(&self, failure: &Failure) -> bool {
        self.as_far_as_it_goes && matches!(failure.kind, Kind::TooLong { .. })
    }

    /// The failure that the reduced search found, in an order as all others are.
    fn guided(
        &self,
        f: &dyn Fn(),
        threads: Vec<ThreadIndex>,
        choices: Vec<u8>,
        coverage: Coverage,
    ) -> Option<Failure> {
        let mut runner = Runner::new(Scheduler::Guided(Guided::new(threads, choices)), self.rules);
        let failed = runner.run(f);
        failed.then(|| runner.failure(coverage)).filter(|failure| failure.kind != Kind::Nondeterministic)
    }

    /// Looks for the simplest order that fails. Where some were run, and none failed, `goes_on` says whether to run more.
    fn simplest(&self, f: &dyn Fn(), goes_on: &mut dyn FnMut() -> bool) -> Result<Coverage, Failure> {
        let mut found: Option<Failure> = None;
        let coverage = self.search(f, goes_on, |failure| {
            let Some(failure) = failure else { return found.is_some() };
            if self.goes_on_after(&failure) {
                return true;
            }
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
            Some(failure) => {
                let at_random = failure.coverage.random > 0;
                let simplest = if at_random { self.shorten(failure, f) } else { failure };
                Err(self.with_calls(simplest, f))
            }
            None => Ok(coverage),
        }
    }

    /// Like the function [`explore`], within these limits.
    ///
    /// # Panics
    /// If an order fails. The payload is the [`Failure`], which is printed unless [`catch`] waits for it.
    pub fn explore(&self, f: impl Fn()) -> Coverage {
        unwrap(self.check(f))
    }

    /// Looks for an order in which `f` returns true.
    ///
    /// # Errors
    /// [`Kind::NeverHappens`] if there is none within the limits, or the first failure met if no order came to its end.
    pub fn check_exists(&self, f: impl Fn() -> bool) -> Result<Coverage, Failure> {
        let _turn = Turn::take();
        let happened = Cell::new(false);
        let mut failed: Option<Failure> = None;
        let some_end = Cell::new(false);
        let body = || {
            if f() {
                happened.set(true);
            }
            some_end.set(true);
        };
        let coverage = self.search(&body, &mut || true, |failure| {
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
                failure.kind = Kind::NeverHappens { says: self.otherwise.clone() };
                failure.given.clone_from(&self.given);
                failure.coverage = coverage;
                Err(failure)
            }
        }
    }

    /// Like the function [`exists`], within these limits.
    ///
    /// # Panics
    /// If no order within them makes `f` return true. The payload is the [`Failure`], which is printed unless [`catch`] waits for it.
    pub fn exists(&self, f: impl Fn() -> bool) -> Coverage {
        unwrap(self.check_exists(f))
    }

    /// Runs `f` once, in the given order.
    ///
    /// # Errors
    /// The failure, if this order fails; otherwise the order as it went is in `Ok`, its `kind` without meaning.
    ///
    /// ```
    /// use model_std::println;
    /// use model_std::thread;
    ///
    /// let fails = || {
    ///     thread::scope(|scope| {
    ///         scope.spawn(|| println!("하나"));
    ///         println!("둘");
    ///     });
    ///     assert_eq!(interleave::output(), ["둘", "하나"]);
    /// };
    /// let explorer = interleave::Explorer::new();
    /// let found = explorer.check(fails).unwrap_err();
    /// let order = found.order.to_string().parse().unwrap();
    /// assert_eq!(explorer.replay(&order, fails).unwrap_err().trace, found.trace);
    /// ```
    pub fn replay(&self, order: &Order, f: impl Fn()) -> Result<Failure, Failure> {
        self.again(order, Rules { notes_calls: true, ..self.rules }, &f)
    }

    pub(crate) fn again(&self, order: &Order, rules: Rules, f: &dyn Fn()) -> Result<Failure, Failure> {
        let _turn = Turn::take();
        let mut runner = Runner::new(Scheduler::Replay(Replay::new(order.clone())), rules);
        let failed = runner.run(f);
        let failure = runner.failure(Coverage { orders: 1, ..Coverage::default() });
        if failed { Err(failure) } else { Ok(failure) }
    }

    /// Runs order after order. `visit` gets each order's failure, if any, and says whether to stop at the end of a
    /// level; after the first failure the level is searched a little further for a simpler one.
    fn search(
        &self,
        f: &dyn Fn(),
        goes_on: &mut dyn FnMut() -> bool,
        mut visit: impl FnMut(Option<Failure>) -> bool,
    ) -> Coverage {
        let budget = Budget { orders: self.orders, steps: self.steps };
        let mut bounding = Bounding::new(f, &mut visit, self.rules, budget);
        bounding.pause = Some((self.beside.min(self.orders), goes_on));
        if bounding.run(self.preemptions) {
            return bounding.coverage;
        }
        let Bounding { mut coverage, longest, .. } = bounding;
        let mut left = self.steps;
        let turns = (1..=self.turns).map(|length| Scheduler::Turns(Turns::new(length)));
        let random = (0..self.random).map(|round| {
            let depth = 2 + (round % 3) as usize;
            Scheduler::Priorities(Priorities::new(self.seed + round, longest, depth))
        });
        for scheduler in turns.chain(random) {
            if left == 0 {
                break;
            }
            let mut runner = Runner::new(scheduler, self.rules);
            let failed = runner.run(f);
            left = left.saturating_sub(runner.world().steps);
            coverage.random += 1;
            if visit(failed.then(|| runner.failure(coverage))) || visit(None) {
                break;
            }
        }
        coverage
    }
}
