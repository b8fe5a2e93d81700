//! 인코딩을 보지 않고 UTF-8로 읽습니다. Rust의 문자열이 UTF-8이니 자식의 출력도 그렇다고 여긴 것입니다.

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
    known(encoding).ok_or_else(|| TextError::Unknown(encoding.to_string()))?;
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes).map_err(TextError::Read)?;
    let text = match errors {
        Errors::Replace => String::from_utf8_lossy(&bytes).into_owned(),
        Errors::Strict => {
            String::from_utf8(bytes).map_err(|error| TextError::Decode(error.utf8_error().valid_up_to()))?
        }
    };
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}
