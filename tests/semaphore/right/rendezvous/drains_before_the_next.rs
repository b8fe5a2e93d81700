//! 모두 나갈 때까지 다음 모임에 들이지 않습니다.

use std::ops::ControlFlow::{self, Break, Continue};

use parking_lot::{Condvar, Mutex};

pub struct Rendezvous(Barrier);

impl Rendezvous {
    pub fn new() -> Self {
        Self(Barrier::new(2))
    }

    pub fn first(&self) {
        self.0.wait();
    }

    pub fn second(&self) {
        self.0.wait();
    }
}

enum Phase {
    Gathering(usize),
    Leaving(usize),
}

pub struct Barrier {
    size: usize,
    phase: Mutex<Phase>,
    changed: Condvar,
}

impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, phase: Mutex::new(Phase::Gathering(0)), changed: Condvar::new() }
    }

    fn until(&self, mut step: impl FnMut(&mut Phase) -> ControlFlow<()>) {
        let mut phase = self.phase.lock();
        while let Continue(()) = step(&mut phase) {
            self.changed.wait(&mut phase);
        }
        self.changed.notify_all();
    }

    pub fn wait(&self) {
        self.until(|phase| match phase {
            Phase::Leaving(_) => Continue(()),
            Phase::Gathering(came) => {
                *phase = if *came + 1 == self.size {
                    Phase::Leaving(self.size)
                } else {
                    Phase::Gathering(*came + 1)
                };
                Break(())
            }
        });
        self.until(|phase| match phase {
            Phase::Gathering(_) => Continue(()),
            Phase::Leaving(left) => {
                *phase = if *left == 1 { Phase::Gathering(0) } else { Phase::Leaving(*left - 1) };
                Break(())
            }
        });
    }
}
