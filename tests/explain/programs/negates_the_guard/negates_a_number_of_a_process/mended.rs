use std::process::Child;

pub fn group(child: &Child) -> u32 {
    child.id()
}
