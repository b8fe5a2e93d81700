//! Tests of the tests. [`judge_all`] judges every answer of a topic for `tests/<topic>/gallery`, `tests/rules.rs` keeps the
//! rules of the repository, `tests/clone` uses a copy of it as a learner would.

mod gallery;

pub use catalog::Kind;
pub use gallery::{Answer, judge_all};
