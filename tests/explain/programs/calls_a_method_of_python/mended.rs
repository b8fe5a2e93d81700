use std::collections::VecDeque;

pub fn first(jobs: &mut VecDeque<u64>) -> Option<u64> {
    jobs.pop_front()
}
