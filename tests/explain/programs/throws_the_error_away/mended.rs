pub struct TooOften;

pub fn task_done(unfinished: &mut usize) -> Result<(), TooOften> {
    if *unfinished == 0 {
        return Err(TooOften);
    }
    *unfinished -= 1;
    Ok(())
}
