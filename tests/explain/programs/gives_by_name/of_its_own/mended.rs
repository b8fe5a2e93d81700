use std::sync::mpsc::{SyncSender, sync_channel};

pub fn open(size: usize) -> SyncSender<u64> {
    sync_channel(size).0
}
