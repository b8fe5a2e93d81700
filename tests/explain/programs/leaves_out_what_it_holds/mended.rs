use std::sync::Mutex;

pub static LOCK: Mutex<()> = Mutex::new(());
