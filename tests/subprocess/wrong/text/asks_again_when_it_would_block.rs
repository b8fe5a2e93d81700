//! `WouldBlock`도 다시 읽습니다. 논블로킹 파이프에서 바쁘게 기다립니다.

use std::error::Error;
use std::fmt;
use std::io::{self, Read};

use encoding_rs::{DecoderResult, EUC_KR, Encoding, UTF_8};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
        write!(f, "글자로 바꾸지 못했습니다: {self:?}")
    }
}

pub fn read_text(mut from: impl Read, encoding: &str, errors: Errors) -> Result<String, TextError> {
    let encoding = known(encoding).ok_or_else(|| TextError::Unknown(encoding.to_string()))?;
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    let mut tries = 0;
    loop {
        match from.read(&mut piece) {
            Ok(0) => break,
            Ok(count) => bytes.extend_from_slice(&piece[..count]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock && tries < 1000 => tries += 1,
            Err(error) => return Err(TextError::Read(error)),
        }
    }
    let text = match errors {
        Errors::Replace => encoding.decode_without_bom_handling(&bytes).0.into_owned(),
        Errors::Strict => decode(encoding, &bytes).map_err(TextError::Decode)?,
    };
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

fn known(name: &str) -> Option<&'static Encoding> {
    match name.to_lowercase().replace(['-', '_'], "").as_str() {
        "utf8" => Some(UTF_8),
        "cp949" | "uhc" | "ms949" | "euckr" => Some(EUC_KR),
        _ => Encoding::for_label(name.replace('_', "-").as_bytes()),
    }
}

fn decode(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, usize> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length(bytes.len()).unwrap());
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::Malformed(wrong, after), read) => Err(read - usize::from(wrong + after)),
        _ => Ok(text),
    }
}
