//! 자리마다 비었는지를 적어 두고, 기다리는 조건 안에서 자리를 차지합니다.

use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Condvar, Mutex};
use std::time::Duration;
#[derive(Debug, PartialEq, Eq)]
pub struct ReleasedTooOften;
enum Slot {
    Free,
    Taken,
}
pub struct BoundedSemaphore {
    slots: Mutex<Vec<Slot>>,
    freed: Condvar,
}
impl BoundedSemaphore {
    pub fn new(total: usize) -> Self {
        let _ = (sync_channel::<()>, None::<(Receiver<()>, SyncSender<()>, RecvTimeoutError)>);
        Self { slots: Mutex::new((0..total).map(|_| Slot::Free).collect()), freed: Condvar::new() }
    }
    pub fn value(&self) -> usize {
        self.slots.lock().unwrap().iter().filter(|s| matches!(s, Slot::Free)).count()
    }
    fn claim(slots: &mut [Slot]) -> bool {
        let Some(slot) = slots.iter_mut().find(|s| matches!(s, Slot::Free)) else { return false };
        *slot = Slot::Taken;
        true
    }
    pub fn try_acquire(&self) -> bool {
        Self::claim(&mut self.slots.lock().unwrap())
    }
    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        let mut got = false;
        drop(
            self.freed
                .wait_timeout_while(self.slots.lock().unwrap(), limit, |slots| {
                    got = Self::claim(slots);
                    !got
                })
                .unwrap(),
        );
        got
    }
    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        let mut slots = self.slots.lock().unwrap();
        let slot = slots.iter_mut().find(|s| matches!(s, Slot::Taken)).ok_or(ReleasedTooOften)?;
        *slot = Slot::Free;
        self.freed.notify_one();
        Ok(())
    }
}
