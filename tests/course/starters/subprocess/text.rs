//! 바이트에서 글자로
//!
//! 파이프로는 바이트가 옵니다. 파이썬의 `text=True`나 `encoding="cp949"`는 모두 읽은 뒤에 글자로 바꾸고(디코딩), 줄 끝의 `\r\n`과 `\r`을 `\n`으로 맞춥니다.
//! 글자 하나가 여러 바이트라서, 읽는 대로 조각마다 바꾸면 조각 끝에 걸친 글자가 깨집니다. 못 바꾸는 바이트는 `errors=`가 정합니다.
//! Rust에서 UTF-8은 `std::str`로, 다른 인코딩은 `encoding_rs`로 바꿉니다. 윈도의 한국어 인코딩 cp949는 거기서 `EUC_KR`입니다.
//!
//! - [`Read::read_to_end`](std::io::Read::read_to_end): 끝까지 읽어 모읍니다. `Interrupted`도 알아서 다시 읽습니다.
//! - [`Encoding::for_label`](encoding_rs::Encoding::for_label): 웹에서 쓰는 이름으로 인코딩을 찾습니다.
//! - [`Encoding::new_decoder_without_bom_handling`](encoding_rs::Encoding::new_decoder_without_bom_handling): 조각을 이어서 바꾸고, 못 바꾸는 바이트가 어디인지 알려 주는 디코더를 만듭니다.

use std::error::Error;
use std::fmt;
use std::io::{self, Read};

use encoding_rs::Encoding;

/// 바꾸지 못하는 바이트를 어떻게 할지입니다.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Errors {
    /// 오류를 돌려줍니다.
    #[default]
    Strict,
    /// U+FFFD로 바꿉니다.
    Replace,
}

#[derive(Debug)]
pub enum TextError {
    /// 모르는 인코딩의 이름입니다.
    Unknown(String),
    /// 처음부터 셌을 때 이 바이트에서 시작하는 글자를 바꾸지 못했습니다.
    Decode(usize),
    Read(io::Error),
}

impl Error for TextError {}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "글자로 바꾸지 못했습니다: {self:?}")
    }
}

/// 끝까지 읽어 글자로 바꿉니다. 어디서 나뉘어 오든 결과는 같습니다.
///
/// - `encoding`은 `utf-8`, `cp949` 같은 이름이고 대소문자와 `-`, `_`를 가리지 않습니다.
/// - 줄 끝은 모두 `\n`이 됩니다. 맨 앞의 U+FEFF(BOM)는 글자로 남깁니다.
/// - 한 바이트마다 `read`를 부르지 않습니다. `Interrupted`는 실패가 아니라, 다시 읽으라는 뜻입니다.
///
/// 지금 코드는 조각마다 따로 바꾸고, 못 바꾸는 바이트를 언제나 지나칩니다. 고치세요.
pub fn read_text(mut from: impl Read, encoding: &str, errors: Errors) -> Result<String, TextError> {
    let known = Encoding::for_label(encoding.as_bytes());
    let encoding = known.ok_or_else(|| TextError::Unknown(format!("{encoding} ({errors:?})")))?;
    let (mut text, mut bytes) = (String::new(), [0; 4096]);
    while let count @ 1.. = from.read(&mut bytes).map_err(TextError::Read)? {
        text.push_str(&encoding.decode(&bytes[..count]).0.replace("\r\n", "\n"));
    }
    Ok(text)
}
