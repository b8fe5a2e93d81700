//! 패닉을 붙잡아 같은 자식에서 다시 합니다.

#![cfg(unix)]

use std::io::{self, PipeReader, Read, Write};

use super::{Forked, fork_child};

fn hire(items: &[u64], todo: &[usize], work: &impl Fn(u64) -> u64) -> io::Result<(Forked, PipeReader)> {
    let (from, mut to) = io::pipe()?;
    let child = fork_child(|| {
        for &at in todo {
            let attempt = || std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(items[at])));
            let value = attempt().unwrap_or_else(|_| work(items[at]));
            if to.write_all(&value.to_le_bytes()).is_err() {
                return 1;
            }
        }
        0
    })?;
    Ok((child, from))
}

pub fn map(items: &[u64], workers: usize, work: impl Fn(u64) -> u64) -> io::Result<Vec<Option<u64>>> {
    let mut results = vec![None; items.len()];
    let mut tries = vec![0; items.len()];
    let share = |worker| (worker..items.len()).step_by(workers).collect::<Vec<usize>>();
    let mut shares: Vec<Vec<usize>> = (0..workers.min(items.len())).map(share).collect();
    while !shares.is_empty() {
        let crew: Vec<_> = shares.iter().map(|todo| hire(items, todo, &work)).collect::<io::Result<_>>()?;
        let mut left = Vec::new();
        for ((child, mut from), mut todo) in crew.into_iter().zip(shares) {
            let mut value = [0; 8];
            let mut done = 0;
            while done < todo.len() && from.read_exact(&mut value).is_ok() {
                results[todo[done]] = Some(u64::from_le_bytes(value));
                done += 1;
            }
            child.wait()?;
            todo.drain(..done);
            if let Some(&at) = todo.first() {
                tries[at] += 1;
                if tries[at] == 2 {
                    todo.remove(0);
                }
            }
            if !todo.is_empty() {
                left.push(todo);
            }
        }
        shares = left;
    }
    Ok(results)
}
