//! Exhaustive search: where an order branches, each choice is taken in its turn.

use std::rc::Rc;

/// One branching point of an order.
#[derive(Clone, Copy)]
struct Branch {
    taken: u8,
    count: u8,
    costs: bool,
}

/// How an order begins that has one preemption more than one that was run: like that one, until it is preempted.
struct Start {
    like: Rc<[Branch]>,
    until: usize,
    taken: u8,
}

impl Start {
    fn path(&self) -> Vec<Branch> {
        let mut path = self.like[..=self.until].to_vec();
        path[self.until].taken = self.taken;
        path
    }
}

/// Depth-first search over all orders with one number of preemptions, and then over those with one more: the iterative
/// context bounding of Musuvathi and Qadeer, "Iterative Context Bounding for Systematic Testing of Multithreaded
/// Programs" (PLDI 2007). As there, what a level leaves out is where the next begins, so no order is run twice.
pub(crate) struct Search {
    /// Where the orders of this level begin.
    starts: std::vec::IntoIter<Start>,
    /// Every branching point of the order that runs, as far as it is decided or was met.
    path: Vec<Branch>,
    cursor: usize,
    /// The start's own part of the path.
    fixed: usize,
    /// Where the orders of the next level begin, in the order of their choices.
    later: Vec<Start>,
    /// More starts than these are never looked at.
    most: usize,
    /// The path did not fit what was met: the code under test is not deterministic.
    pub(crate) strayed: bool,
}

impl Search {
    /// The orders without a preemption. All levels together will run `most` orders at most.
    pub(crate) fn new(most: u64) -> Self {
        Search {
            starts: Vec::new().into_iter(),
            path: Vec::new(),
            cursor: 0,
            fixed: 0,
            later: Vec::new(),
            most: usize::try_from(most).unwrap_or(usize::MAX),
            strayed: false,
        }
    }

    pub(crate) fn choose(&mut self, count: usize, costs: bool) -> usize {
        let count = u8::try_from(count).unwrap_or(u8::MAX);
        if self.cursor == self.path.len() {
            self.path.push(Branch { taken: 0, count, costs });
        }
        let branch = self.path[self.cursor];
        if branch.count != count || branch.costs != costs {
            self.strayed = true;
            return 0;
        }
        self.cursor += 1;
        usize::from(branch.taken)
    }

    /// The same search from its beginning; `None` if that is in a level below.
    pub(crate) fn again(&self) -> Option<Search> {
        (self.fixed == 0).then(|| Search::new(self.most as u64))
    }

    /// Moves on to the next order of this level; false when there is none.
    ///
    /// Where the order just run could have been preempted once more is noted on the way back: the later an order leaves
    /// the one just run, the earlier it comes in the order of choices.
    pub(crate) fn advance(&mut self) -> bool {
        self.path.truncate(self.cursor);
        self.cursor = 0;
        let mut like: Option<Rc<[Branch]>> = None;
        while self.path.len() > self.fixed {
            let until = self.path.len() - 1;
            let Branch { taken, count, costs } = self.path[until];
            if !costs && taken + 1 < count {
                self.path[until].taken += 1;
                return true;
            }
            for taken in (1..count).filter(|_| costs).take(self.most - self.later.len()) {
                let like = like.get_or_insert_with(|| self.path.as_slice().into());
                self.later.push(Start { like: Rc::clone(like), until, taken });
            }
            self.path.pop();
        }
        self.begin()
    }

    /// Goes on from the next start.
    fn begin(&mut self) -> bool {
        let Some(start) = self.starts.next() else { return false };
        self.path = start.path();
        self.fixed = self.path.len();
        true
    }

    /// The orders with one preemption more; `None` if there are none.
    pub(crate) fn next_level(self) -> Option<Search> {
        let mut next = Search { starts: self.later.into_iter(), ..Search::new(self.most as u64) };
        next.begin().then_some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The choices of one order in a tree whose branches depend on what was chosen before.
    fn walk(mut choose: impl FnMut(usize, bool) -> usize) -> Vec<(usize, bool)> {
        let mut path = Vec::new();
        let mut sum = 0;
        while path.len() < 6 + sum % 2 {
            let (count, costs) = (2 + sum % 2, (path.len() + sum) % 3 != 0);
            let taken = choose(count, costs);
            path.push((taken, costs));
            sum += taken;
        }
        path
    }

    fn preemptions(path: &[(usize, bool)]) -> usize {
        path.iter().filter(|(taken, costs)| *costs && *taken > 0).count()
    }

    /// Every order of the tree, in the order of their choices.
    fn all() -> Vec<Vec<(usize, bool)>> {
        let mut found = Vec::new();
        for number in 0..3_usize.pow(7) {
            let mut digits = number;
            let mut fits = true;
            let path = walk(|count, _| {
                let taken = digits % 3;
                digits /= 3;
                fits &= taken < count;
                taken.min(count - 1)
            });
            if fits && digits == 0 {
                found.push(path);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn each_level_runs_the_orders_with_one_preemption_more_each_once_and_sorted() {
        let all = all();
        let mut level = Some(Search::new(10_000));
        for bound in 0.. {
            let wanted: Vec<_> = all.iter().filter(|path| preemptions(path) == bound).cloned().collect();
            let Some(mut search) = level else {
                assert!(wanted.is_empty(), "orders with {bound} preemptions are missing");
                return;
            };
            let mut run = Vec::new();
            loop {
                run.push(walk(|count, costs| search.choose(count, costs)));
                if !search.advance() {
                    break;
                }
            }
            assert_eq!(run, wanted, "with {bound} preemptions");
            level = search.next_level();
        }
    }

    #[test]
    fn what_is_never_looked_at_is_not_kept() {
        let mut search = Search::new(5);
        while {
            walk(|count, costs| search.choose(count, costs));
            search.advance()
        } {}
        let first = all().into_iter().find(|path| preemptions(path) == 1);
        let mut next = search.next_level().expect("there are orders with a preemption");
        assert_eq!(next.starts.len(), 4, "five are kept, and the first has begun");
        assert_eq!(
            Some(walk(|count, costs| next.choose(count, costs))),
            first,
            "the first is the first of all"
        );
    }
}
