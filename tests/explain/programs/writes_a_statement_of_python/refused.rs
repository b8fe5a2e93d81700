pub struct TooMany;

pub fn take(permits: usize) -> Result<usize, TooMany> {
    if permits == 0 {
        raise TooMany();
    }
    Ok(permits - 1)
}
