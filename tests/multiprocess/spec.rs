//! 멀티프로세스 여섯 단계가 약속하는 것

use crate as answer;

pub mod children;
pub mod farewell;
pub mod fork;
pub mod pipe;
pub mod pool;
pub mod programs;
pub mod shared;

pub const TOPIC: judge::Topic = judge::Topic {
    name: "multiprocess",
    title: "멀티프로세스",
    steps: &[children::STEP, fork::STEP, pipe::STEP, pool::STEP, shared::STEP, farewell::STEP],
};
