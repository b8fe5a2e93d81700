#![forbid(unsafe_code)]

pub fn read(value: *const u64) -> u64 {
    unsafe { *value }
}
