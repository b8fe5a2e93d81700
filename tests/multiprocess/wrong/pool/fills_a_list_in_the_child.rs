//! 자식이 부모의 리스트에 결과를 넣습니다. 사본이라 부모에게는 보이지 않습니다.

#![cfg(unix)]

use std::io;

use super::fork_child;

pub fn map(items: &[u64], workers: usize, work: impl Fn(u64) -> u64) -> io::Result<Vec<Option<u64>>> {
    let mut results = vec![None; items.len()];
    let size = items.len().div_ceil(workers).max(1);
    let mut children = Vec::new();
    for (share, slots) in items.chunks(size).zip(results.chunks_mut(size)) {
        children.push(fork_child(|| {
            for (item, slot) in share.iter().zip(slots) {
                *slot = Some(work(*item));
            }
            0
        })?);
    }
    for child in children {
        child.wait()?;
    }
    Ok(results)
}
