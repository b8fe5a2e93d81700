mod rustix {
    pub mod process {
        pub struct Pid(pub u32);
    }
}

use rustix::process::Pid;

pub fn number(id: u32) -> u32 {
    let pid: Pid = rustix::process::Pid(id);
    pid.0
}
