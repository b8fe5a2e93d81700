use std::error::Error;
use std::fmt;
use std::io::{self, Read};

use encoding_rs::{DecoderResult, Encoding, UTF_8};
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

fn find(name: &str) -> Option<&'static Encoding> {
    let plain: String =
        name.chars().filter(|c| !matches!(c, '-' | '_')).collect::<String>().to_ascii_lowercase();
    match plain.as_str() {
        "utf8" => Some(UTF_8),
        "cp949" | "uhc" | "ms949" | "euckr" => Some(encoding_rs::EUC_KR),
        _ => Encoding::for_label(name.as_bytes())
            .or_else(|| Encoding::for_label(plain.as_bytes()))
            .or_else(|| Encoding::for_label(name.replace('_', "-").as_bytes())),
    }
}
fn lines(t: &str) -> String {
    t.replace("\r\n", "\n").replace('\r', "\n")
}

pub fn read_text(mut from: impl Read, encoding: &str, errors: Errors) -> Result<String, TextError> {
    let known = find(encoding).ok_or_else(|| TextError::Unknown(encoding.to_string()))?;
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes).map_err(TextError::Read)?;
    let mut text = String::with_capacity(bytes.len() * 3 + 16);
    let mut decoder = known.new_decoder_without_bom_handling();
    let mut at = 0;
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(&bytes[at..], &mut text, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => text.reserve(bytes.len() + 16),
            DecoderResult::Malformed(bad, after) => {
                if errors == Errors::Strict {
                    return Err(TextError::Decode(at - bad as usize - after as usize));
                }
                text.push('\u{fffd}');
            }
        }
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\r' {
            chars.next_if_eq(&'\n');
            out.push('\n');
        } else {
            out.push(c);
        }
    }
    Ok(out)
}
