#![forbid(unsafe_code)]

pub fn read(value: &u64) -> u64 {
    *value
}
