//! What a learner reads, as data, and the pages that are made of it.
//!
//! A check finds something wrong and makes a [`Finding`] of it; the judge puts it under the promises of its step, and that
//! is a [`Report`]. It goes from the child that judges to its parent, to the guide and to the book as JSON, and becomes
//! text only where it is read: [`Paper`] lays it out for a terminal of any width, the book makes HTML of it.
//!
//! [`lesson`] is what a spec is made of. [`wire`] carries data between processes, [`text`] knows columns.

#![expect(clippy::question_mark, reason = "the code that nanoserde derives")]

pub mod finding;
mod fold;
mod kept;
pub mod lesson;
mod list;
mod meaning;
mod pages;
mod paper;
mod source;
mod story;
mod table;
pub mod text;
mod verdict;
pub mod wire;

pub use finding::{Difference, Finding, Pattern};
pub use fold::{Repeats, repeats};
pub use lesson::{Asked, Check, Engine, Looked, Promise, Step, Topic};
pub use meaning::{against_a_panic, in_korean};
pub use pages::Page;
pub use paper::{BAD, COMMAND, GOOD, HEADING, Ink, LATER, Paper, QUIET, Seat};
pub use source::{Line, Place, Sources};
pub use story::{Gap, Lane, Row, Story};
pub use verdict::{Command, Report, Stand, Stated, Verb, Verdict};
