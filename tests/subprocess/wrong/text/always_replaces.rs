//! 언제나 U+FFFD로 바꿉니다. 파이썬의 기본값 `errors="strict"`는 오류를 냅니다.

use std::error::Error;
use std::fmt;
use std::io::{self, Read};

use encoding_rs::{EUC_KR, Encoding, UTF_8};

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
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes).map_err(TextError::Read)?;
    let _ = errors;
    let text = encoding.decode_without_bom_handling(&bytes).0;
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}
