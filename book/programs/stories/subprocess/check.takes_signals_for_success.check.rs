pub fn check(self) -> Result<Completed, CalledProcessError> {
    if self.returncode <= 0 {
        return Ok(self);
    }
    let Completed { args, returncode, stdout, stderr } = self;
    Err(CalledProcessError { cmd: args, returncode, stdout, stderr })
}
