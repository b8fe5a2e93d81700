pub struct Completed {
    pub args: Vec<String>,
    pub stdout: Vec<u8>,
}

pub struct CalledProcessError {
    pub cmd: Vec<String>,
    pub stdout: Vec<u8>,
}

pub fn check(done: Completed) -> CalledProcessError {
    CalledProcessError { cmd: done.args, ..done }
}
