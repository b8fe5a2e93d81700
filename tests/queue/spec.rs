//! 큐 여섯 단계가 약속하는 것

use crate as answer;

pub mod bounded;
pub mod fifo;
pub mod pipeline;
pub mod shutdown;
pub mod task_done;
pub mod workers;

pub const TOPIC: judge::Topic = judge::Topic {
    name: "queue",
    title: "큐",
    steps: &[fifo::STEP, bounded::STEP, task_done::STEP, workers::STEP, shutdown::STEP, pipeline::STEP],
};
