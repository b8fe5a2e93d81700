pub fn read_text(mut from: impl Read, encoding: &str, errors: Errors) -> Result<String, TextError> {
    let encoding = known(encoding).ok_or_else(|| TextError::Unknown(encoding.to_string()))?;
    let (mut text, mut bytes) = (String::new(), [0; 4096]);
    while let count @ 1.. = from.read(&mut bytes).map_err(TextError::Read)? {
        match errors {
            Errors::Replace => text.push_str(&encoding.decode_without_bom_handling(&bytes[..count]).0),
            Errors::Strict => text.push_str(&decode(encoding, &bytes[..count]).map_err(TextError::Decode)?),
        }
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}
