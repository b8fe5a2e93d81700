//! Sleep sets (Godefroid, "Partial-Order Methods for the Verification of Concurrent Systems", 1996): threads that need not be
//! chosen, for every order in which they are was run already, or one of the same kind.

use std::rc::Rc;

use super::{Threads, bit};
use crate::event::ThreadIndex;
use crate::world::{Access, Target};

/// Whether it makes no difference which of two steps comes first.
///
/// They may be of different orders, which are alike until there were so many `objects`. From there on objects are numbered as
/// they are met, and those made at the same place may be the same.
pub(super) fn commute(one: &[Access], other: &[Access], objects: usize) -> bool {
    let new = |access: &Access| matches!(access.target, Target::Object(object) if object >= objects);
    one.iter().all(|access| {
        other.iter().all(|another| match (new(access), new(another)) {
            (true, true) => access.born != another.born || access.effect.commutes_with(another.effect),
            (false, false) => access.commutes_with(*another),
            _ => true,
        })
    })
}

/// A thread that is asleep.
#[derive(Clone)]
struct Asleep {
    thread: ThreadIndex,
    /// What its step accesses.
    step: Rc<[Access]>,
    /// How many objects there were when it took it.
    objects: usize,
}

/// Threads asleep.
#[derive(Clone, Default)]
pub(super) struct Sleep(Vec<Asleep>);

impl Sleep {
    pub(super) fn threads(&self) -> Threads {
        self.0.iter().fold(0, |all, asleep| all | bit(asleep.thread))
    }

    /// What the step of a thread that is asleep accesses, and how many objects there were when it took it.
    pub(super) fn step(&self, thread: ThreadIndex) -> Option<(&[Access], usize)> {
        let asleep = self.0.iter().find(|asleep| asleep.thread == thread)?;
        Some((&asleep.step, asleep.objects))
    }

    /// The thread was chosen at the node, and all that follows was run.
    pub(super) fn add(&mut self, thread: ThreadIndex, step: Rc<[Access]>, objects: usize) {
        self.0.push(Asleep { thread, step, objects });
    }

    /// All but this thread.
    #[cfg(test)]
    pub(super) fn without(&self, thread: ThreadIndex) -> Sleep {
        Sleep(self.0.iter().filter(|asleep| asleep.thread != thread).cloned().collect())
    }

    /// Becomes who is still asleep after a step: a thread wakes up when its own does not commute with it.
    pub(super) fn go_on(&mut self, before: &Sleep, chosen: ThreadIndex, accesses: &[Access]) {
        let still =
            |asleep: &&Asleep| asleep.thread != chosen && commute(&asleep.step, accesses, asleep.objects);
        self.0.clear();
        self.0.extend(before.0.iter().filter(still).cloned());
    }
}
