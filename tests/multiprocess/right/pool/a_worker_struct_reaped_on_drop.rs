#![cfg(unix)]

use std::collections::VecDeque;
use std::io::{self, BufReader, ErrorKind, PipeReader, Read, Write, pipe};

use super::{Forked, fork_child};

struct Worker {
    child: Option<Forked>,
    from: BufReader<PipeReader>,
    share: VecDeque<usize>,
}

impl Worker {
    fn start(share: VecDeque<usize>, items: &[u64], work: &impl Fn(u64) -> u64) -> io::Result<Worker> {
        let (from, to) = pipe()?;
        let child = {
            let share = &share;
            fork_child(move || {
                let mut to = to;
                let sent = share.iter().try_for_each(|&index| to.write_all(&work(items[index]).to_be_bytes()));
                i32::from(sent.is_err())
            })?
        };
        Ok(Worker { child: Some(child), from: BufReader::new(from), share })
    }

    fn next(&mut self) -> io::Result<Option<(usize, u64)>> {
        let mut bytes = [0; 8];
        match self.from.read_exact(&mut bytes) {
            Ok(()) => Ok(self.share.pop_front().map(|index| (index, u64::from_be_bytes(bytes)))),
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(None),
            Err(error) => Err(error),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        if let Some(child) = self.child.take() {
            let _ = child.wait();
        }
    }
}

pub fn map(items: &[u64], workers: usize, work: impl Fn(u64) -> u64) -> io::Result<Vec<Option<u64>>> {
    let mut results = vec![None; items.len()];
    let mut tried = vec![false; items.len()];
    let size = items.len().div_ceil(workers).max(1);
    let indices: Vec<usize> = (0..items.len()).collect();
    let mut workers: Vec<Worker> = Vec::new();
    for share in indices.chunks(size) {
        workers.push(Worker::start(share.iter().copied().collect(), items, &work)?);
    }
    while let Some(mut worker) = workers.pop() {
        while let Some((index, value)) = worker.next()? {
            results[index] = Some(value);
        }
        let mut rest = std::mem::take(&mut worker.share);
        drop(worker);
        if let Some(&first) = rest.front() {
            if std::mem::replace(&mut tried[first], true) {
                rest.pop_front();
            }
            if !rest.is_empty() {
                workers.push(Worker::start(rest, items, &work)?);
            }
        }
    }
    Ok(results)
}
