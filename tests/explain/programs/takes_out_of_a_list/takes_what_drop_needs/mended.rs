use std::process::Child;

pub struct Shell {
    pub child: Option<Child>,
}

impl Drop for Shell {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            drop(child.kill());
        }
    }
}

pub fn keep(mut shell: Shell) -> Option<Child> {
    shell.child.take()
}
