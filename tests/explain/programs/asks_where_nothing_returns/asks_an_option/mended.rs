pub struct GaveUp;

pub fn first(items: &[u64]) -> Result<u64, GaveUp> {
    let first = items.first().ok_or(GaveUp)?;
    Ok(*first)
}
