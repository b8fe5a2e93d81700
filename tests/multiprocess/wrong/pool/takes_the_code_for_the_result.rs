//! 자식의 반환 코드를 결과로 씁니다. 반환 코드는 여덟 비트입니다.

#![cfg(unix)]

use std::io;

use super::fork_child;

pub fn map(items: &[u64], workers: usize, work: impl Fn(u64) -> u64) -> io::Result<Vec<Option<u64>>> {
    let mut results = Vec::new();
    for items in items.chunks(workers) {
        let mut children = Vec::new();
        for item in items {
            children.push(fork_child(|| work(*item) as i32)?);
        }
        for child in children {
            results.push(child.wait()?.code().map(|code| code as u64));
        }
    }
    Ok(results)
}
