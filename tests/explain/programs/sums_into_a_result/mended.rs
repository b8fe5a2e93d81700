pub struct Empty;

pub fn total(numbers: &[u64]) -> Result<u64, Empty> {
    let total: u64 = numbers.iter().sum();
    Ok(total)
}
