//! The reduced search against all orders, for thousands of small random programs: the results must be the same, and so must
//! the kinds of orders. And against itself with a fault, which must be seen.

mod program;

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::Reduction;
use crate::event::ThreadIndex;
use crate::failure::Kind;
use crate::runner::{Runner, Turn};
use crate::scheduler::Scheduler;
use crate::world::{Rules, Target};
use program::{Log, Program, Random, Topic};

/// What is wrong with the reduction, for the test to see.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) enum Fault {
    #[default]
    None,
    /// Nothing is left out.
    Everything,
    /// Every thread has to be chosen everywhere, but for those asleep.
    AllBacktrack,
    /// Of the races, every so many-th is not seen.
    DropsRaces(usize),
    /// Accesses to objects are not seen where they race, if their number leaves this rest when divided by 2.
    ForgetsObjects(usize),
    /// Who is asleep stays asleep, whatever others do.
    NeverWakes,
}

impl Reduction {
    pub(super) fn drops_a_race(&self, race: usize, at: usize) -> bool {
        matches!(self.fault, Fault::DropsRaces(every) if (race + at).is_multiple_of(every))
    }

    pub(super) fn forgets(&self, target: Target) -> bool {
        matches!((self.fault, target), (Fault::ForgetsObjects(rest), Target::Object(object)) if object % 2 == rest)
    }

    /// The kind of the order just run: its steps, and which happen before each.
    pub(super) fn kind(&self) -> u64 {
        let mut numbers = vec![0; 128];
        let mut steps: Vec<(ThreadIndex, u32, Vec<u8>, Vec<u32>)> = Vec::new();
        for node in &self.nodes[..self.depth] {
            numbers[node.chosen] += 1;
            let choices = node.choices.iter().map(|choice| choice.taken).collect();
            let past = (0..8).map(|thread| node.past.of(thread)).collect();
            steps.push((node.chosen, numbers[node.chosen], choices, past));
        }
        steps.sort();
        let mut hasher = DefaultHasher::new();
        steps.hash(&mut hasher);
        hasher.finish()
    }
}

/// What a search found.
#[derive(Default, PartialEq, Eq, Debug)]
pub(super) struct Found {
    results: BTreeSet<String>,
    kinds: BTreeSet<u64>,
    orders: usize,
    abandoned: usize,
}

/// More orders than these are too many for one program.
const MOST: usize = 1_500;

/// All that a program comes to under a search with this fault; `None` if there are too many orders.
fn search(fault: Fault, program: &Program) -> Option<Found> {
    let _turn = Turn::take();
    let log = Log::default();
    let body = || {
        log.borrow_mut().clear();
        program::run(program, &log);
    };
    let mut reduction = Reduction::new();
    reduction.fault = fault;
    let mut runner = Runner::new(Scheduler::Reduced(Box::new(reduction)), Rules::default());
    let mut found = Found::default();
    loop {
        let failed = runner.run(&body);
        let world = runner.world();
        assert!(!world.accesses.order_was_asked_for, "the program fits the reduction");
        let stuck = world.stuck_at_locks();
        let failure = world.failure.take();
        let Scheduler::Reduced(search) = &mut world.scheduler else { unreachable!() };
        let abandoned = search.was_abandoned();
        let more = search.advance(&world.accesses, &stuck);
        assert!(!search.strayed, "the program is deterministic");
        if abandoned {
            found.abandoned += 1;
        } else {
            found.orders += 1;
            let mut result = log.borrow().clone();
            result.sort();
            match failure {
                None => {}
                Some(Kind::Deadlock { .. }) => result.push("deadlock".into()),
                Some(kind) => panic!("{kind:?} in a program that should not fail"),
            }
            assert_eq!(failed, result.last().is_some_and(|last| last == "deadlock"));
            found.results.insert(result.join(" "));
            found.kinds.insert(search.last_kind);
        }
        if !more {
            return Some(found);
        }
        if found.orders + found.abandoned > MOST {
            return None;
        }
    }
}

const TOPICS: [Topic; 7] =
    [Topic::Locks, Topic::Sharing, Topic::Atomics, Topic::Waiting, Topic::Channels, Topic::Time, Topic::All];

/// How the reduced search did beside one that leaves out less.
#[derive(Default, Debug)]
struct Beside {
    programs: usize,
    orders_of_all: usize,
    kinds: usize,
    orders: usize,
    abandoned: usize,
}

/// A random program of the topic, and all that its orders come to; none if there are too many.
fn program(number: u64, topic: Topic, size: usize, all: Fault) -> Option<(Program, Found)> {
    let program = Program::random(&mut Random::new(number, topic), topic, size);
    let all = search(all, &program)?;
    Some((program, all))
}

/// How many programs of each topic are tried, unless the environment says otherwise.
fn count(usual: u64) -> u64 {
    std::env::var("REDUCTION_PROGRAMS").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

fn same(one: &Found, other: &Found) -> bool {
    one.results == other.results && one.kinds == other.kinds
}

/// A smaller program for which the searches differ, and what they find.
fn smallest(program: Program, all_orders: Fault) -> (Program, Found, Found) {
    let both = |program: &Program| Some((search(all_orders, program)?, search(Fault::None, program)?));
    let program = program.shrink(|program| both(program).is_some_and(|(all, reduced)| !same(&all, &reduced)));
    let (all, reduced) = both(&program).expect("it is small");
    (program, all, reduced)
}

fn compare(all_orders: Fault, count: u64, size: usize) -> Beside {
    let mut beside = Beside::default();
    for number in 0..count {
        for topic in TOPICS {
            let Some((program, all)) = program(number, topic, size, all_orders) else { continue };
            let reduced = search(Fault::None, &program).expect("there are fewer orders");
            if !same(&all, &reduced) {
                let (program, all, reduced) = smallest(program, all_orders);
                let Found { results, kinds, .. } = &all;
                let missing: Vec<_> = results.difference(&reduced.results).collect();
                let strange: Vec<_> = reduced.results.difference(results).collect();
                let kinds =
                    (kinds.difference(&reduced.kinds).count(), reduced.kinds.difference(kinds).count());
                panic!(
                    "{program:?}\nmisses {missing:?}, adds {strange:?}; kinds missed and added: {kinds:?}"
                );
            }
            beside.programs += 1;
            beside.orders_of_all += all.orders;
            beside.kinds += all.kinds.len();
            beside.orders += reduced.orders;
            beside.abandoned += reduced.abandoned;
        }
    }
    println!("{beside:?}");
    beside
}

#[test]
fn every_kind_of_order_is_met_and_every_result() {
    let beside = compare(Fault::Everything, count(60), 1);
    assert!(beside.programs > 100, "{beside:?}");
}

/// Against all orders but those that a sleep set leaves out, which the test above holds against all: of larger programs.
#[test]
fn every_kind_of_order_of_larger_programs_is_met() {
    let beside = compare(Fault::AllBacktrack, count(40), 2);
    assert!(beside.programs > 100, "{beside:?}");
    assert!(beside.orders * 10 <= beside.kinds * 12, "{beside:?}");
}

/// Each fault is seen in some program.
#[test]
fn a_reduction_with_a_fault_is_caught() {
    let faults =
        [Fault::DropsRaces(7), Fault::ForgetsObjects(0), Fault::ForgetsObjects(1), Fault::NeverWakes];
    for fault in faults {
        let caught = (0..40).flat_map(|number| TOPICS.map(|topic| (number, topic))).any(|(number, topic)| {
            let Some((program, all)) = program(number, topic, 1, Fault::AllBacktrack) else { return false };
            search(fault, &program)
                .is_none_or(|found| (found.results, found.kinds) != (all.results, all.kinds))
        });
        assert!(caught, "{fault:?} is not seen");
    }
}
