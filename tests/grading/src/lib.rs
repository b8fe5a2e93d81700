//! Tests of the tests. [`judge_all`] judges every answer of a topic for `tests/<topic>/gallery`, `tests/rules.rs` keeps the
//! rules of the repository, those of [`shape`] among them, [`new`] makes the files of a topic, `tests/clone` uses a copy of it as a learner would.

mod gallery;
pub mod new;
pub mod shape;

pub use catalog::Kind;
pub use gallery::{Answer, judge_all};
pub use new::How;
