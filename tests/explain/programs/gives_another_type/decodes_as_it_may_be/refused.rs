pub fn decode(bytes: &[u8]) -> Result<String, String> {
    let text = String::from_utf8_lossy(bytes);
    Ok(text)
}
