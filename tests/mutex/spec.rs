//! 뮤텍스 여섯 단계가 약속하는 것

use crate as answer;

pub mod cache;
pub mod counter;
pub mod integer_lock;
pub mod patience;
pub mod transfer;
pub mod worker;

pub const TOPIC: judge::Topic = judge::Topic {
    name: "mutex",
    title: "뮤텍스",
    steps: &[counter::STEP, worker::STEP, integer_lock::STEP, transfer::STEP, patience::STEP, cache::STEP],
};
