pub fn read_text(mut from: impl Read, encoding: &str, errors: Errors) -> Result<String, TextError> {
    let encoding = known(encoding).ok_or_else(|| TextError::Unknown(encoding.to_string()))?;
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes).map_err(TextError::Read)?;
    let _ = errors;
    let text = encoding.decode_without_bom_handling(&bytes).0;
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}
