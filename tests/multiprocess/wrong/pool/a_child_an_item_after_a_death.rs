//! 자식이 죽으면 남은 일감마다 자식을 하나씩 만듭니다.

#![cfg(unix)]

use rustix::process::*;
use std::collections::VecDeque;
use std::io::{self, ErrorKind, PipeReader, Read, Write};

use super::{Forked, fork_child};

struct Worker {
    child: Forked,
    from: PipeReader,
    left: VecDeque<usize>,
}

fn begin(items: &[u64], left: VecDeque<usize>, work: &impl Fn(u64) -> u64) -> io::Result<Worker> {
    let (from, to) = io::pipe()?;
    let mut to = Some(to);
    let mine = left.clone();
    let child = fork_child(|| {
        let mut to = to.take().unwrap();
        for &i in &mine {
            if to.write_all(&work(items[i]).to_le_bytes()).is_err() {
                return 1;
            }
        }
        0
    })?;
    drop(to);
    Ok(Worker { child, from, left })
}

pub fn map(items: &[u64], workers: usize, work: impl Fn(u64) -> u64) -> io::Result<Vec<Option<u64>>> {
    let mut results = vec![None; items.len()];
    let mut tried = vec![0; items.len()];
    let n = workers.min(items.len());
    let mut running: VecDeque<Worker> = VecDeque::new();
    for w in 0..n {
        running.push_back(begin(items, (w..items.len()).step_by(n).collect(), &work)?);
    }
    while let Some(mut worker) = running.pop_front() {
        let mut bytes = [0; 8];
        while !worker.left.is_empty() {
            match worker.from.read_exact(&mut bytes) {
                Ok(()) => {
                    let i = worker.left.pop_front().unwrap();
                    results[i] = Some(u64::from_le_bytes(bytes));
                }
                Err(e) if e.kind() == ErrorKind::UnexpectedEof => break,
                Err(e) => return Err(e),
            }
        }
        drop(worker.from);
        worker.child.wait()?;
        if let Some(&i) = worker.left.front() {
            tried[i] += 1;
            if tried[i] == 2 {
                worker.left.pop_front();
            }
            for i in worker.left {
                let tries = tried[i];
                running.push_back(begin(items, [i].into(), &work)?);
            }
        }
    }
    Ok(results)
}
