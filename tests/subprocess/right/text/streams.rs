use std::error::Error;
use std::fmt;
use std::io::{self, Read};

use encoding_rs::{DecoderResult, EUC_KR, Encoding, UTF_8};

#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Errors {
    #[default]
    Strict,
    Replace,
}

#[derive(Debug)]
pub enum TextError {
    Unknown(String),
    Decode(usize),
    Read(io::Error),
}

impl Error for TextError {}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

fn known(name: &str) -> Option<&'static Encoding> {
    match name.to_lowercase().replace(['-', '_'], "").as_str() {
        "utf8" => Some(UTF_8),
        "cp949" => Some(EUC_KR),
        _ => Encoding::for_label(name.replace('_', "-").as_bytes()),
    }
}

pub fn read_text(mut from: impl Read, encoding: &str, errors: Errors) -> Result<String, TextError> {
    let encoding = known(encoding).ok_or_else(|| TextError::Unknown(encoding.to_string()))?;
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let (mut text, mut bytes, mut before) = (String::new(), [0; 4096], 0);
    loop {
        let count = match from.read(&mut bytes) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            count => count.map_err(TextError::Read)?,
        };
        text.reserve(decoder.max_utf8_buffer_length(count).unwrap());
        if errors == Errors::Replace {
            let _ = decoder.decode_to_string(&bytes[..count], &mut text, count == 0);
        } else if let (DecoderResult::Malformed(wrong, after), read) =
            decoder.decode_to_string_without_replacement(&bytes[..count], &mut text, count == 0)
        {
            return Err(TextError::Decode(before + read - usize::from(wrong + after)));
        }
        before += count;
        if count == 0 {
            break;
        }
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}
