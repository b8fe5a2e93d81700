//! The exhaustive search: every order without a preemption, then every order with one, and so on.

use crate::failure::{Coverage, Failure, Kind};
use crate::runner::Runner;
use crate::scheduler::Scheduler;
use crate::search::Search;
use crate::world::Rules;

/// Orders looked at after the first failure of a level, for a simpler one.
const SIMPLER_WITHIN: u64 = 200;

/// The most preemptions with which orders are run again to see who polls with `yield_now`.
const POLLS_WITHIN: u32 = 1;

/// How often a level may begin anew because an order did not go as one with the same choices did before.
const RESTARTS: u32 = 2;

/// How much may still be run.
pub(crate) struct Budget {
    pub(crate) orders: u64,
    pub(crate) steps: u64,
}

impl Budget {
    pub(crate) fn spend(&mut self, steps: u64) {
        self.orders = self.orders.saturating_sub(1);
        self.steps = self.steps.saturating_sub(steps);
    }

    pub(crate) fn is_spent(&self) -> bool {
        self.orders == 0 || self.steps == 0
    }
}

/// How a level ended.
#[derive(PartialEq, Eq)]
enum End {
    /// Whoever asked has seen enough.
    Stopped,
    /// Every order was run.
    Finished,
    /// The budget was spent.
    Exhausted,
}

/// How far the search has come.
pub(crate) struct Bounding<'a> {
    f: &'a dyn Fn(),
    /// Gets each order's failure, if any, and says whether it has seen enough.
    visit: &'a mut dyn FnMut(Option<Failure>) -> bool,
    rules: Rules,
    budget: Budget,
    pub(crate) coverage: Coverage,
    /// Steps of the longest order.
    pub(crate) longest: u64,
    /// Some order called `yield_now`.
    yielded: bool,
    /// How often a level began anew.
    restarts: u32,
    /// After how many orders to ask whether to go on; not if one of them failed.
    pub(crate) pause: Option<(u64, &'a mut dyn FnMut() -> bool)>,
}

impl<'a> Bounding<'a> {
    pub(crate) fn new(
        f: &'a dyn Fn(),
        visit: &'a mut dyn FnMut(Option<Failure>) -> bool,
        rules: Rules,
        budget: Budget,
    ) -> Self {
        let coverage = Coverage::default();
        Bounding { f, visit, rules, budget, coverage, longest: 0, yielded: false, restarts: 0, pause: None }
    }

    /// True if there is nothing more to look at: enough was seen, or every order was run.
    pub(crate) fn run(&mut self, preemptions: u32) -> bool {
        let mut level = Search::new(self.budget.orders);
        let mut polls = Some(Search::new(self.budget.orders));
        let mut polled = 0;
        for bound in 0..=preemptions {
            let end;
            (level, end) = self.level(level, false);
            if end != End::Finished {
                return end == End::Stopped;
            }
            // The same orders once more, with `yield_now` doing nothing, so that polling is seen for what it is. Who polls
            // for a lock is seen only where the holder was preempted.
            while self.yielded
                && polled <= bound.min(POLLS_WITHIN)
                && let Some(search) = polls.take()
            {
                let (search, end) = self.level(search, true);
                if end != End::Finished {
                    return end == End::Stopped;
                }
                polls = search.next_level();
                polled += 1;
            }
            self.coverage.preemptions = Some(bound);
            let Some(next) = level.next_level() else {
                self.coverage.complete = true;
                return true;
            };
            level = next;
        }
        false
    }

    /// Runs every order of the level; those that are run again do not count as others.
    fn level(&mut self, search: Search, again: bool) -> (Search, End) {
        let mut runner = Runner::new(Scheduler::Search(search), self.rules);
        runner.world().stubborn = again;
        let mut after_failure: u64 = 0;
        let end = loop {
            let failed = runner.run(self.f);
            self.coverage.orders += u64::from(!again);
            self.longest = runner.world().steps.max(self.longest);
            self.yielded |= runner.world().yielded;
            self.budget.spend(runner.world().steps);
            if failed {
                self.pause = None;
            }
            let failure = failed.then(|| runner.failure(self.coverage));
            if (self.visit)(failure) && !failed && after_failure == 0 {
                break End::Stopped;
            }
            if failed || after_failure > 0 {
                after_failure += 1;
            }
            let Scheduler::Search(search) = &mut runner.world().scheduler else { unreachable!() };
            if search.strayed
                && self.restarts < RESTARTS
                && let Some(again) = search.again()
            {
                // What a `static` makes once was made in an order before, so the orders from here on are alike.
                self.restarts += 1;
                *search = again;
                continue;
            }
            if search.strayed {
                (self.visit)(Some(runner.failure_of(Kind::Nondeterministic, self.coverage)));
                break End::Stopped;
            }
            if !search.advance() {
                break End::Finished;
            }
            if self.coverage.orders == self.pause.as_ref().map_or(0, |pause| pause.0)
                && let Some((_, goes_on)) = self.pause.take()
                && !goes_on()
            {
                break End::Stopped;
            }
            if self.budget.is_spent() || after_failure > SIMPLER_WITHIN {
                break End::Exhausted;
            }
        };
        let Scheduler::Search(search) = runner.take_scheduler() else { unreachable!() };
        let seen = end == End::Stopped || (self.visit)(None);
        (search, if seen { End::Stopped } else { end })
    }
}
