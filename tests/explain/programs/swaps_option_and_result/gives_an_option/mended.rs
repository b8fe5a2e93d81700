pub fn output(kept: Option<Vec<u8>>) -> Result<Vec<u8>, String> {
    Ok(kept.unwrap_or_default())
}
