//! [`std::hash`], with a `RandomState` that is the same in every order and on every machine. Two made by `new` differ, as
//! the real ones do; all made by `default`, as those of maps, are the same.

pub use std::hash::*;

/// [`std::hash::RandomState`]
#[derive(Clone, Debug, Default)]
pub struct RandomState(u64);

impl RandomState {
    pub fn new() -> Self {
        RandomState(interleave::model::fresh_number())
    }
}

impl BuildHasher for RandomState {
    type Hasher = DefaultHasher;

    fn build_hasher(&self) -> DefaultHasher {
        let mut hasher = DefaultHasher::new();
        hasher.write_u64(self.0);
        hasher
    }
}
