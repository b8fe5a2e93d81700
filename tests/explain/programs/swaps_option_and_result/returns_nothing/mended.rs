pub struct ReleasedTooOften;

pub fn release(permits: &mut usize, limit: usize) -> Result<(), ReleasedTooOften> {
    if *permits == limit {
        return Err(ReleasedTooOften);
    }
    *permits += 1;
    Ok(())
}
