//! 자식 프로세스 여섯 단계가 약속하는 것

use crate as answer;

pub mod check;
pub mod communicate;
pub mod environment;
pub mod programs;
pub mod run;
pub mod text;
pub mod timeout;

pub const TOPIC: judge::Topic = judge::Topic {
    name: "subprocess",
    title: "자식 프로세스",
    steps: &[run::STEP, check::STEP, communicate::STEP, timeout::STEP, environment::STEP, text::STEP],
};
