//! 세마포어 여섯 단계가 약속하는 것

use crate as answer;

pub mod bounded;
pub mod buffer;
pub mod counting;
pub mod permit;
pub mod pool;
pub mod rendezvous;

pub const TOPIC: judge::Topic = judge::Topic {
    name: "semaphore",
    title: "세마포어",
    steps: &[counting::STEP, permit::STEP, pool::STEP, bounded::STEP, rendezvous::STEP, buffer::STEP],
};
