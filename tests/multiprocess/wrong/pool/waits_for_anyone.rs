//! 아무 자식이나 다 거둡니다. 부른 쪽의 다른 자식까지 기다립니다.

#![cfg(unix)]

use std::io::{self, PipeReader, Read, Write};

use nix::sys::wait::wait;

use super::{Forked, fork_child};

fn hire(items: &[u64], todo: &[usize], work: &impl Fn(u64) -> u64) -> io::Result<(Forked, PipeReader)> {
    let (from, mut to) = io::pipe()?;
    let child = fork_child(|| {
        for &at in todo {
            if to.write_all(&work(items[at]).to_le_bytes()).is_err() {
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
            drop(from);
            let _ = child.id();
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
        while wait().is_ok() {}
        shares = left;
    }
    Ok(results)
}
