//! 결과를 모아 두었다가 마지막에 한 번에 보냅니다. 죽으면 다 한 일감도 다시 합니다.

#![cfg(unix)]

use std::io::{self, PipeReader, Read, Write, pipe};

use super::{Forked, fork_child};

pub fn map(items: &[u64], workers: usize, work: impl Fn(u64) -> u64) -> io::Result<Vec<Option<u64>>> {
    let mut results = vec![None; items.len()];
    let mut deaths = vec![0; items.len()];
    let all: Vec<usize> = (0..items.len()).collect();
    let mut shares: Vec<Vec<usize>> =
        (0..workers).map(|worker| all.iter().copied().skip(worker).step_by(workers).collect()).collect();
    shares.retain(|share| !share.is_empty());
    while !shares.is_empty() {
        let children: Vec<_> = shares.iter().map(|share| start(share, items, &work)).collect();
        for (share, child) in shares.iter_mut().zip(children) {
            let (child, mut from) = child?;
            let mut bytes = Vec::new();
            from.read_to_end(&mut bytes)?;
            child.wait()?;
            let values = bytes.as_chunks().0;
            for (index, value) in share.drain(..values.len()).zip(values) {
                results[index] = Some(u64::from_le_bytes(*value));
            }
            if let Some(&index) = share.first() {
                deaths[index] += 1;
                if deaths[index] == 2 {
                    share.remove(0);
                }
            }
        }
        shares.retain(|share| !share.is_empty());
    }
    Ok(results)
}

fn start(share: &[usize], items: &[u64], work: &impl Fn(u64) -> u64) -> io::Result<(Forked, PipeReader)> {
    let (from, mut to) = pipe()?;
    let child = fork_child(move || {
        let all: Vec<u8> = share.iter().flat_map(|&index| work(items[index]).to_le_bytes()).collect();
        i32::from(to.write_all(&all).is_err())
    })?;
    Ok((child, from))
}
