use std::collections::VecDeque;

pub fn thrown(items: &mut VecDeque<u64>) -> usize {
    let mut thrown = None;
    thrown = std::mem::take(items);
    thrown.len()
}
