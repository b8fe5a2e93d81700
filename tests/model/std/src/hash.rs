//! [`std::hash`], with a `RandomState` that is the same in every order and on every machine.

pub use std::hash::*;

/// [`std::hash::RandomState`]
#[derive(Clone, Debug, Default)]
pub struct RandomState(());

impl RandomState {
    pub fn new() -> Self {
        Self::default()
    }
}

impl BuildHasher for RandomState {
    type Hasher = DefaultHasher;

    fn build_hasher(&self) -> DefaultHasher {
        DefaultHasher::new()
    }
}
