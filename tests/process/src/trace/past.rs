//! What has happened before what.
//!
//! Two steps that touch nothing in common, or only look, come out the same in either order. So an order is no more than
//! which of the other steps came first: two orders with the same past have led to the same point, and whatever goes on from
//! there needs to be tried once.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::touch::{How, Object, Touch};

/// A step, known by its process and by the steps before it that it depends on.
type Step = u64;

#[derive(Clone, Debug, Default)]
pub(crate) struct Past {
    /// Of each process, by number of birth. What its threads do with their common memory is not seen, so that none of their
    /// steps are taken to commute.
    latest: BTreeMap<usize, Step>,
    changed: BTreeMap<Object, Step>,
    /// Since then.
    looked: BTreeMap<Object, Vec<Step>>,
}

impl Past {
    pub(crate) fn add(&mut self, process: usize, thread: usize, touches: &[Touch]) {
        let mut step = DefaultHasher::new();
        (process, self.latest.get(&process), thread, touches).hash(&mut step);
        for (object, how) in touches {
            self.changed.get(object).hash(&mut step);
            if *how == How::Change {
                self.looked.get(object).hash(&mut step);
            }
        }
        let step = step.finish();
        for (object, how) in touches {
            let looked = self.looked.entry(object.clone()).or_default();
            match how {
                How::Change => {
                    looked.clear();
                    self.changed.insert(object.clone(), step);
                }
                How::Look => {
                    let at = looked.partition_point(|&other| other < step);
                    looked.insert(at, step);
                }
            }
        }
        self.latest.insert(process, step);
    }

    /// The same number for the same past.
    pub(crate) fn name(&self) -> u64 {
        let mut name = DefaultHasher::new();
        self.latest.hash(&mut name);
        name.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn past(steps: &[(usize, &str, How)]) -> u64 {
        let mut past = Past::default();
        for (who, file, how) in steps {
            past.add(*who, *who, &[(Object::File(file.to_string()), *how)]);
        }
        past.name()
    }

    #[test]
    fn 서로_상관없는_일은_순서를_바꾸어도_같다() {
        use How::{Change, Look};

        assert_eq!(
            past(&[(0, "가", Change), (1, "나", Change)]),
            past(&[(1, "나", Change), (0, "가", Change)])
        );
        assert_eq!(past(&[(0, "가", Look), (1, "가", Look)]), past(&[(1, "가", Look), (0, "가", Look)]));
        assert_ne!(past(&[(0, "가", Look), (1, "가", Change)]), past(&[(1, "가", Change), (0, "가", Look)]));
        assert_ne!(
            past(&[(0, "가", Change), (1, "가", Change)]),
            past(&[(1, "가", Change), (0, "가", Change)])
        );
        let early = past(&[(0, "가", Look), (1, "나", Change), (0, "나", Look)]);
        let late = past(&[(1, "나", Change), (0, "가", Look), (0, "나", Look)]);
        assert_eq!(early, late);
    }
}
