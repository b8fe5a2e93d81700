//! What to look at, and how much of it.

use crate::world::Rules;

/// What to look at, and how much of it.
///
/// All limits count orders and steps, never seconds, so a verdict does not depend on the machine.
#[derive(Clone, Debug)]
pub struct Explorer {
    pub(crate) preemptions: u32,
    pub(crate) orders: u64,
    pub(crate) steps: u64,
    pub(crate) random: u64,
    pub(crate) turns: u64,
    pub(crate) seed: u64,
    pub(crate) as_far_as_it_goes: bool,
    pub(crate) reduces: bool,
    pub(crate) beside: u64,
    pub(crate) given: String,
    pub(crate) otherwise: String,
    pub(crate) rules: Rules,
}

impl Default for Explorer {
    fn default() -> Self {
        Explorer {
            preemptions: 8,
            orders: 7_000,
            steps: 280_000,
            random: 500,
            turns: 0,
            seed: 1,
            as_far_as_it_goes: false,
            reduces: true,
            beside: 300,
            given: String::new(),
            otherwise: String::new(),
            rules: Rules::default(),
        }
    }
}

impl Explorer {
    /// The default limits.
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

    /// Has threads take turns before random orders follow: in one order after each step, in the next after every second, and
    /// so on up to `longest`. Who reads and then writes, or gives up after so many tries, meets all others at once there. Code
    /// that backs off and tries again may never end in such an order, though it does on every machine.
    #[must_use]
    pub fn turns(mut self, longest: u64) -> Self {
        self.turns = longest;
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
        self.rules.allow_spin = true;
        self
    }

    /// An order that goes past a bound is no failure, but the last: whether it would have ended is not known.
    ///
    /// ```
    /// use std::time::Duration;
    /// use model_std::sync::{Condvar, Mutex};
    /// use model_std::thread;
    ///
    /// let (_, years) = interleave::WAITS[2];
    /// let naps = move || {
    ///     let (open, opened) = (Mutex::new(false), Condvar::new());
    ///     thread::scope(|scope| {
    ///         scope.spawn(|| {
    ///             let mut open = open.lock().unwrap();
    ///             while !*open {
    ///                 open = opened.wait_timeout(open, Duration::from_secs(60)).unwrap().0;
    ///             }
    ///         });
    ///         thread::sleep(years);
    ///         *open.lock().unwrap() = true;
    ///     });
    /// };
    /// let failure = interleave::Explorer::new().check(naps).unwrap_err();
    /// assert!(matches!(failure.kind, interleave::Kind::TooLong { .. }));
    /// let coverage = interleave::Explorer::new().as_far_as_it_goes().explore(naps);
    /// assert!(!coverage.complete);
    /// ```
    #[must_use]
    pub fn as_far_as_it_goes(mut self) -> Self {
        self.as_far_as_it_goes = true;
        self
    }

    /// How many threads may [`compute`](crate::compute) at once; without this, any number.
    ///
    /// # Panics
    /// If it is 0.
    #[must_use]
    pub fn processors(mut self, processors: usize) -> Self {
        assert!(processors > 0, "an order needs a processor");
        self.rules.processors = Some(processors);
        self
    }

    /// Threads may be late: the limit of a wait may pass although a thread could go on, at the cost of a preemption; between
    /// two looks at the clock as well. For promises that hold whatever the time is; what happens when is not exact any more.
    #[must_use]
    pub fn late(mut self) -> Self {
        self.rules.late = true;
        self
    }

    /// Every order is run, or as many as the limits allow, also those that differ only in steps that commute.
    #[must_use]
    pub fn unreduced(mut self) -> Self {
        self.reduces = false;
        self
    }

    /// What the code is given in these orders, told with what goes wrong: a Korean sentence, as where the same is looked at with
    /// other numbers.
    #[must_use]
    pub fn given(mut self, says: impl Into<String>) -> Self {
        self.given = says.into();
        self
    }

    /// What to tell the learner if [`Explorer::exists`] finds no order: a sentence that says what never happens.
    #[must_use]
    pub fn otherwise(mut self, says: impl Into<String>) -> Self {
        self.otherwise = says.into();
        self
    }

    /// How many orders are run, fewest preemptions first, beside one of each kind: for what the reduced search does not see, such
    /// as the counts of an `Arc`.
    #[must_use]
    pub fn beside(mut self, orders: u64) -> Self {
        self.beside = orders;
        self
    }
}
