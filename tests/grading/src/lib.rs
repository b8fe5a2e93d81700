//! Tests of the tests. `tests/gallery` judges every answer in the tree, `tests/rules.rs` keeps the rules of the repository,
//! `tests/clone` uses a copy of it as a learner would.
