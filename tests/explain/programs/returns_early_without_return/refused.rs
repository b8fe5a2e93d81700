pub struct TooMany;

pub fn take(permits: usize) -> Result<usize, TooMany> {
    if permits == 0 {
        Err(TooMany)
    }
    Ok(permits - 1)
}
