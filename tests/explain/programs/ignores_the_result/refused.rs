#![deny(unused_must_use)]
use std::thread;

pub fn wait(worker: thread::JoinHandle<u64>) {
    worker.join();
}
