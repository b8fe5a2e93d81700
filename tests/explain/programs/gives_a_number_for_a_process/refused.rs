use std::process::Child;

pub struct Pid(i32);

impl Pid {
    pub fn from_child(child: &Child) -> Pid {
        Pid(child.id() as i32)
    }
}

pub fn kill_process_group(group: Pid) -> i32 {
    group.0
}

pub fn end(child: &Child) -> i32 {
    kill_process_group(child.id())
}
