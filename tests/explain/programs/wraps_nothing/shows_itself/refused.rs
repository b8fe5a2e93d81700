use std::fmt;

pub struct CalledProcessError {
    pub cmd: Vec<String>,
}

impl fmt::Display for CalledProcessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        format!("{:?}: 실패", self.cmd)
    }
}
