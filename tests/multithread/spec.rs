//! 멀티스레드 여섯 단계가 약속하는 것

use crate as answer;

pub mod background;
pub mod failure;
pub mod overlap;
pub mod parallel_sum;
pub mod spawn;
pub mod stack_and_heap;

pub const TOPIC: judge::Topic = judge::Topic {
    name: "multithread",
    title: "멀티스레드",
    steps: &[
        spawn::STEP,
        stack_and_heap::STEP,
        overlap::STEP,
        parallel_sum::STEP,
        background::STEP,
        failure::STEP,
    ],
};
