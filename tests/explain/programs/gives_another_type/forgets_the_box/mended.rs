use std::error::Error;
use std::fmt::Error as Failed;

pub fn run(done: bool) -> Result<(), Box<dyn Error>> {
    if done {
        return Ok(());
    }
    Err(Box::new(Failed))
}
