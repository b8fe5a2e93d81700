use std::process::Child;

pub fn group(child: &Child) -> i64 {
    i64::from(-child.id())
}
