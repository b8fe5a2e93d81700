#![allow(unused, unreachable_code)]

use std::collections::{BinaryHeap, HashMap, HashSet, VecDeque};
use std::fs::File;
use std::io::{self, BufRead, BufReader, PipeReader, PipeWriter, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, mpsc};
use std::thread;
use std::time::{Duration, Instant};

struct Semaphore;
struct Permit;
mod gates {
    pub struct Semaphore;
    impl Semaphore {
        pub fn wait(&self) {}
        pub fn signal(&self) {}
    }
}
struct Decoder;
struct Pid;
struct Signal;
struct Failed;
enum State {
    Open,
    Shut,
}

impl Semaphore {
    fn acquire(&self) -> Permit {
        Permit
    }
}

impl Pid {
    fn from_child(child: &Child) -> Pid {
        Pid
    }
}

impl Signal {
    const TERM: Signal = Signal;
    const KILL: Signal = Signal;
    const INT: Signal = Signal;
}

fn job() {}
fn work(n: u64) -> u64 {
    n
}
fn ready(n: &u64) -> bool {
    *n > 0
}
fn fork_child(job: impl FnOnce() -> i32) -> io::Result<()> {
    Ok(())
}
fn wait_for_end(child: &mut Child, limit: Duration) -> io::Result<bool> {
    Ok(true)
}
fn kill_process(pid: Pid, signal: Signal) -> io::Result<()> {
    Ok(())
}
fn kill_process_group(pid: Pid, signal: Signal) -> io::Result<()> {
    Ok(())
}

struct Held {
    count: u64,
}

impl Held {
    fn work(
        &self,
        (n, x, limit): (u64, f64, Duration),
        (a, b): (u64, u64),
        (name, said, given): (String, &str, &[u8]),
        (mut words, mut numbers): (Vec<String>, Vec<u64>),
        mut items: VecDeque<u64>,
        mut ages: HashMap<u64, u64>,
        mut members: HashSet<u64>,
        (option, pair, k, value): (Option<u64>, (u64, u64), u64, u64),
        (lock, condvar, mut guard): (&Mutex<u64>, &Condvar, MutexGuard<'_, VecDeque<u64>>),
        (semaphore, gate, flag): (&Semaphore, &gates::Semaphore, &AtomicBool),
        (state, found): (State, bool),
        (mut child, mut command, output): (Child, Command, Output),
        (handle, handles): (thread::JoinHandle<u64>, Vec<thread::JoinHandle<u64>>),
        (sender, bounded, receiver): (mpsc::Sender<u64>, mpsc::SyncSender<u64>, mpsc::Receiver<u64>),
        (mut file, path, error): (File, &Path, io::Error),
        (mut raw, eight): (Vec<u8>, [u8; 8]),
        (mut to, mut from, mut inlet): (PipeWriter, BufReader<PipeReader>, Option<PipeWriter>),
    ) -> io::Result<()> {
        HERE
        Ok(())
    }
}
