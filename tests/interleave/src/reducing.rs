//! The reduced search: one order of each kind.

use crate::bounding::Budget;
use crate::event::ThreadIndex;
use crate::failure::{Coverage, Failure};
use crate::reduction::Reduction;
use crate::runner::Runner;
use crate::scheduler::Scheduler;
use crate::world::Rules;

/// How the reduced search ended.
pub(crate) enum End {
    /// One order of each kind was run, and none failed.
    Complete,
    /// An order failed: who took each step, how what they left open was chosen, and how it failed.
    Failed(Vec<ThreadIndex>, Vec<u8>, Box<Failure>),
    /// The budget was spent.
    Exhausted,
    /// The code asks what the reduction does not see, such as how threads were ordered.
    Unfit,
}

/// What the reduced search came to.
pub(crate) struct Reduced {
    pub(crate) end: End,
    /// How many orders were run to their end.
    pub(crate) kinds: u64,
}

/// Runs one order of each kind.
pub(crate) fn reduced(f: &dyn Fn(), rules: Rules, mut budget: Budget) -> Reduced {
    let mut runner = Runner::new(Scheduler::Reduced(Box::new(Reduction::new())), rules);
    let mut kinds = 0;
    let end = loop {
        let failed = runner.run(f);
        let world = runner.world();
        budget.spend(world.steps);
        let stuck = world.stuck_at_locks();
        let unfit = world.accesses.order_was_asked_for;
        let Scheduler::Reduced(search) = &mut world.scheduler else { unreachable!() };
        kinds += u64::from(!search.was_abandoned());
        if unfit {
            break End::Unfit;
        }
        if failed {
            let (threads, choices) = search.order();
            let coverage = Coverage { orders: kinds, ..Coverage::default() };
            break End::Failed(threads, choices, Box::new(runner.failure(coverage)));
        }
        let more = search.advance(&world.accesses, &stuck);
        if search.strayed {
            break End::Unfit;
        }
        if !more {
            break End::Complete;
        }
        if budget.is_spent() {
            break End::Exhausted;
        }
    };
    Reduced { end, kinds }
}
