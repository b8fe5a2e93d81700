#![cfg(unix)]

use rustix::process::*;
use std::collections::VecDeque;
use std::io::{self, PipeReader, PipeWriter, Read, Write};

use super::{Forked, fork_child};

struct Worker {
    child: Forked,
    to: PipeWriter,
    from: PipeReader,
    job: Option<usize>,
}

fn begin(work: &impl Fn(u64) -> u64, others: &mut Vec<Option<Worker>>) -> io::Result<Worker> {
    let (mut jobs, to) = io::pipe()?;
    let (from, mut out) = io::pipe()?;
    let mut mine = Some((to, from));
    let child = fork_child({
        let mine = &mut mine;
        move || {
            drop(mine.take());
            others.clear();
            let mut b = [0; 8];
            while jobs.read_exact(&mut b).is_ok() {
                if out.write_all(&work(u64::from_le_bytes(b)).to_le_bytes()).is_err() {
                    return 1;
                }
            }
            0
        }
    })?;
    let (to, from) = mine.unwrap();
    Ok(Worker { child, to, from, job: None })
}

pub fn map(items: &[u64], workers: usize, work: impl Fn(u64) -> u64) -> io::Result<Vec<Option<u64>>> {
    let mut results = vec![None; items.len()];
    let mut tries = vec![0u8; items.len()];
    let mut todo: VecDeque<usize> = (0..items.len()).collect();
    let mut pool: Vec<Option<Worker>> = Vec::new();
    for _ in 0..workers.min(items.len()) {
        let w = begin(&work, &mut pool)?;
        pool.push(Some(w));
    }
    for w in pool.iter_mut().flatten() {
        give(w, items, &mut todo, &mut tries);
    }
    loop {
        let ready: Vec<usize> = pool
            .iter()
            .enumerate()
            .filter(|(_, w)| w.as_ref().is_some_and(|w| w.job.is_some()))
            .map(|(i, _)| i)
            .collect();
        if ready.is_empty() {
            break;
        }
        for i in ready {
            let w = pool[i].as_mut().unwrap();
            let job = w.job.take().unwrap();
            let mut b = [0; 8];
            if w.from.read_exact(&mut b).is_ok() {
                results[job] = Some(u64::from_le_bytes(b));
                give(w, items, &mut todo, &mut tries);
                continue;
            }
            let dead = pool[i].take().unwrap();
            drop((dead.to, dead.from));
            dead.child.wait()?;
            if tries[job] < 2 {
                todo.push_front(job);
            }
            if !todo.is_empty() {
                let mut w = begin(&work, &mut pool)?;
                give(&mut w, items, &mut todo, &mut tries);
                pool[i] = Some(w);
            }
        }
    }
    for w in pool.into_iter().flatten() {
        drop((w.to, w.from));
        w.child.wait()?;
    }
    Ok(results)
}
fn give(w: &mut Worker, items: &[u64], todo: &mut VecDeque<usize>, tries: &mut [u8]) {
    if let Some(job) = todo.pop_front() {
        tries[job] += 1;
        w.job = Some(job);
        let _ = w.to.write_all(&items[job].to_le_bytes());
    }
}
