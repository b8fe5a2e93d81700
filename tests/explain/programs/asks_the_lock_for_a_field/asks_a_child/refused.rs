use std::process::Child;

pub fn number(child: &Child) -> u32 {
    child.pid
}
