use std::io::{self, Read};
use std::process::Stdio;

use super::answer::text::{Errors, TextError, read_text};
use judge::{Promise, Step};
use process::{advise, case, differs, program, real};

pub const STEP: Step = Step {
    name: "text",
    title: "바이트에서 글자로",
    hints: [
        "글자 하나가 두 조각에 나뉘어 올 수 있습니다. 바꾸기 전에 모두 모으거나, 덜 온 바이트를 다음 조각까지 남겨 둡니다.",
        "`encoding_rs`에서 cp949의 이름은 `EUC_KR`이고, `for_label`은 cp949라는 이름도, 이름 속의 `_`도 모릅니다. `decode()`는 틀린 바이트를 U+FFFD로 바꾸고 BOM도 지웁니다.",
        "Strict에는 `new_decoder_without_bom_handling()`과 `decode_to_string_without_replacement`를 씁니다. `Malformed(틀린 바이트 수, 그 뒤에 읽은 수)`가 오면 읽은 수에서 두 수를 뺀 것이 위치입니다.",
    ],
    promises: &[
        Promise {
            says: "어디서 나뉘어 오든 글자는 깨지지 않습니다.",
            check: real(pieces_make_no_difference),
        },
        Promise { says: "많은 글도 블록으로 끝까지 읽습니다.", check: real(reads_in_blocks) },
        Promise {
            says: "줄 끝은 나뉘어 와도 모두 \\n이 됩니다.", check: real(line_ends_are_one)
        },
        Promise {
            says: "cp949도 읽고, 이름의 대소문자와 `-`, `_`를 가리지 않습니다.",
            check: real(reads_cp949),
        },
        Promise {
            says: "`Strict`는 못 바꾸는 바이트의 위치를 돌려줍니다.", check: real(strict_tells_where)
        },
        Promise {
            says: "`Replace`는 U+FFFD로 바꾸고 끝까지 읽습니다.", check: real(replace_goes_on)
        },
        Promise {
            says: "모르는 인코딩이나 읽기 실패는 오류로 돌려줍니다.",
            check: real(other_errors_are_told),
        },
    ],
};

/// 정해진 만큼씩만 읽힙니다.
struct Pieces<'a>(&'a [u8], usize);

impl Read for Pieces<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let Pieces(bytes, most) = self;
        let length = (*most).min(to.len());
        bytes.read(&mut to[..length])
    }
}

/// 몇 번 읽혔는지 셉니다.
struct Counted<'a>(&'a [u8], &'a mut usize);

impl Read for Counted<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        *self.1 += 1;
        self.0.read(to)
    }
}

/// 처음에는 천 번, 그다음에는 두 번에 한 번 신호 때문에 읽지 못합니다.
struct Interrupted<'a>(&'a [u8], usize);

impl Read for Interrupted<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.1 += 1;
        let length = to.len().min(7);
        let reads = self.1 > 1000 && self.1.is_multiple_of(2);
        if reads { self.0.read(&mut to[..length]) } else { Err(io::ErrorKind::Interrupted.into()) }
    }
}

/// 다 읽힌 다음에는 이 오류가 한 번 납니다. 다시 읽어도 되는 오류가 아닙니다.
struct Broken<'a>(&'a [u8], Option<io::ErrorKind>);

impl Read for Broken<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        match self.1 {
            Some(kind) if self.0.is_empty() => {
                self.1 = None;
                Err(kind.into())
            }
            _ => self.0.read(to),
        }
    }
}

fn shown(result: Result<String, TextError>) -> String {
    match result {
        Ok(text) => format!("{text:?}"),
        Err(error) => format!("오류 {error:?}"),
    }
}

/// 한꺼번에, 그리고 한 바이트부터 다섯 바이트씩 나누어 읽습니다.
fn pieces(most: usize, bytes: &[u8], encoding: &str) -> String {
    format!("{most}바이트씩 온 {bytes:02x?} ({encoding})")
}

fn expect(bytes: &[u8], encoding: &str, errors: Errors, wanted: &str) {
    for most in [bytes.len().max(1), 1, 2, 3, 4, 5] {
        let found = shown(read_text(Pieces(bytes, most), encoding, errors));
        let wanted = format!("{wanted:?}");
        if found != wanted {
            differs(pieces(most, bytes, encoding), wanted, found);
        }
    }
}

fn pieces_make_no_difference() {
    advise(
        "`read_to_end`로 모두 모은 다음에 바꿉니다. BOM을 다루지 않는 디코더(`new_decoder_without_bom_handling`)를 씁니다.",
    );
    case(|| {
        expect("가나다".as_bytes(), "utf-8", Errors::Strict, "가나다");
        expect("a한🙂글z".as_bytes(), "utf-8", Errors::Strict, "a한🙂글z");
        expect(b"", "utf-8", Errors::Strict, "");
        for errors in [Errors::Strict, Errors::Replace] {
            expect("\u{feff}가".as_bytes(), "utf-8", errors, "\u{feff}가");
        }
    });
    case(|| {
        advise("0이나 0x1A도 글자입니다. 끝은 `read`가 `Ok(0)`을 줄 때뿐입니다.");
        expect(b"a\x1ab\0c", "utf-8", Errors::Strict, "a\u{1a}b\0c");
    });
    case(|| {
        advise("`Interrupted`는 몇 번이 나든 다시 읽습니다. `read_to_end`도 그렇게 합니다.");
        let text = "가나다라마바사".repeat(20);
        for errors in [Errors::Strict, Errors::Replace] {
            match read_text(Interrupted(text.as_bytes(), 0), "utf-8", errors) {
                Ok(found) => {
                    assert!(found == text, "`Interrupted`가 거듭 나는 사이에 읽은 글이 다릅니다: {found:?}")
                }
                Err(error) => panic!("`Interrupted`가 거듭 난 다음에도 읽을 수 있는데 오류입니다: {error:?}"),
            }
        }
    });
    case(|| {
        // "한"의 세 바이트가 두 번에 나뉘어 옵니다.
        let mut command = program("pieces", &["ed95", "9c"]).command();
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("작은 프로그램은 시작됩니다.");
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take().expect("파이프입니다."));
        drop(stdin);
        let found = shown(read_text(stdout, "utf-8", Errors::Strict));
        child.wait().expect("거둘 수 있습니다.");
        assert!(found == "\"한\"", "두 번에 나뉘어 온 글자는 \"한\"인데 {found}입니다.");
    });
    case(|| {
        // 4096바이트씩 읽으면 그 경계에 글자가 걸립니다.
        let long = "가나다 ".repeat(2000) + "끝";
        let found = read_text(long.as_bytes(), "utf-8", Errors::Strict).ok();
        assert!(found.as_ref() == Some(&long), "2만 바이트쯤 되는 글이 그대로 나오지 않습니다.");
    });
}

fn reads_in_blocks() {
    advise("`read_to_end`나 큰 배열로 읽습니다. 한 바이트씩 읽는 반복을 지웁니다.");
    case(|| {
        let (long, mut calls) = ("가나다 ".repeat(420_001) + "끝", 0);
        let found = read_text(Counted(long.as_bytes(), &mut calls), "utf-8", Errors::Strict).ok();
        assert!(found.as_ref() == Some(&long), "420만 바이트쯤 되는 글이 그대로 나오지 않습니다.");
        let most = long.len() / 64;
        assert!(
            calls < most,
            "420만 바이트를 읽는 데 `read`를 {most}번 넘게 부릅니다. 파이프라면 부를 때마다 커널에 다녀옵니다."
        );
    });
    case(|| {
        advise("큰 블록으로 모아 읽어도, 블록의 끝에 글자가 걸립니다. 모두 모은 다음에 한 번 바꿉니다.");
        let long = "가나다 ".repeat(40_000) + "끝";
        let found = read_text(long.as_bytes(), "utf-8", Errors::Replace).ok();
        assert!(
            found.as_ref() == Some(&long),
            "`Replace`로 읽은 40만 바이트쯤 되는 글이 그대로 나오지 않습니다."
        );
    });
    case(|| reads_few_times("utf-8", Errors::Replace));
}

/// 어느 길로 가든 블록으로 읽습니다.
fn reads_few_times(encoding: &str, errors: Errors) {
    advise("`Strict`든 `Replace`든, 어느 인코딩이든 `read_to_end`나 큰 배열로 읽습니다.");
    let (long, mut calls) = (b"abcde".repeat(20_001), 0);
    let found = read_text(Counted(&long, &mut calls), encoding, errors).unwrap_or_default();
    assert!(found.as_bytes() == long, "{encoding}, {errors:?}: 10만 바이트의 글이 그대로 나오지 않습니다.");
    let most = long.len() / 64;
    assert!(
        calls < most,
        "{encoding}, {errors:?}: 10만 바이트를 읽는 데 `read`를 {most}번 넘게 부릅니다. 파이프라면 부를 때마다 커널에 다녀옵니다."
    );
}

fn line_ends_are_one() {
    advise(
        "글자로 바꾼 다음에 `\\r\\n`을 먼저, 남은 `\\r`을 그다음에 `\\n`으로 바꿉니다. 다른 글자는 그대로 둡니다.",
    );
    case(|| {
        expect(b"a\r\nb\rc\nd\r\n", "utf-8", Errors::Strict, "a\nb\nc\nd\n");
        expect(b"\r\r\n\n\r", "utf-8", Errors::Replace, "\n\n\n\n");
        expect("끝 \u{b}\u{85}\u{2028} ".as_bytes(), "utf-8", Errors::Strict, "끝 \u{b}\u{85}\u{2028} ");
    });
    case(|| {
        advise("`\\r`과 `\\n` 사이에서 블록이 나뉠 수 있습니다. 모두 글자로 바꾼 다음에 한 번 맞춥니다.");
        for before in ["", "a"] {
            let long = before.to_string() + &"\r\n".repeat(200_001);
            let wanted = before.to_string() + &"\n".repeat(200_001);
            let found = read_text(long.as_bytes(), "utf-8", Errors::Strict).unwrap_or_default();
            assert!(
                found == wanted,
                "`\\r\\n` 200,001개는 `\\n` 200,001개가 되어야 하는데, 글이 {}바이트가 아니라 {}바이트입니다.",
                wanted.len(),
                found.len()
            );
        }
    });
}

fn reads_cp949() {
    advise(
        "이름에서 `-`와 `_`를 빼고 소문자로 바꾸어 견줍니다. `utf8`, `cp949`, `euckr`는 직접 고르고(뒤의 둘은 `encoding_rs::EUC_KR`), 다른 이름은 `_`를 `-`로 바꾸어 `Encoding::for_label`로 찾습니다.",
    );
    case(|| {
        for encoding in ["cp949", "CP949", "Cp_949", "euc-kr", "EUC_KR"] {
            expect(b"\xc7\xd1\xb1\xdb", encoding, Errors::Strict, "한글");
        }
        for encoding in ["UTF-8", "utf8", "Utf_8"] {
            expect("한글".as_bytes(), encoding, Errors::Strict, "한글");
        }
        expect(b"\x8cc\xb9\xe6\xb0\xa2\xc7\xcf", "cp949", Errors::Strict, "똠방각하");
        expect(b"\x81A\xc6R", "cp949", Errors::Strict, "갂힣");
    });
    case(|| {
        advise(
            "글자로 바꾸면 바이트 수가 늘어납니다. `OutputFull`이 오면 자리를 늘리고 남은 바이트를 이어서 바꿉니다.",
        );
        let (bytes, text) = (b"\xc7\xd1\xb1\xdb ".repeat(20_001), "한글 ".repeat(20_001));
        for errors in [Errors::Strict, Errors::Replace] {
            let found = read_text(&bytes[..], "cp949", errors).unwrap_or_default();
            assert!(
                found == text,
                "cp949로 쓴 10만 바이트의 글은 UTF-8로 {}바이트인데 {}바이트가 나옵니다.",
                text.len(),
                found.len()
            );
        }
    });
    case(|| {
        let mut command = program("korean", &[]).command();
        let mut child = command.stdout(Stdio::piped()).spawn().expect("작은 프로그램은 시작됩니다.");
        let stdout = child.stdout.take().expect("파이프입니다.");
        let found = shown(read_text(stdout, "cp949", Errors::Strict));
        child.wait().expect("거둘 수 있습니다.");
        assert!(
            found == "\"똠방각하와 펲시맨\\n\"",
            "`korean`이 출력한 것은 \"똠방각하와 펲시맨\\n\"인데 {found}입니다."
        );
    });
    for errors in [Errors::Strict, Errors::Replace] {
        case(move || reads_few_times("cp949", errors));
    }
}

fn expect_offset(bytes: &[u8], encoding: &str, wanted: usize) {
    for most in [bytes.len(), 1, 2, 3] {
        let found = shown(read_text(Pieces(bytes, most), encoding, Errors::Strict));
        let wanted = format!("오류 Decode({wanted})");
        if found != wanted {
            differs(pieces(most, bytes, encoding), wanted, found);
        }
    }
}

fn strict_tells_where() {
    advise(
        "위치는 원래 바이트의 처음부터 셉니다. 바꾼 글자의 길이나 조각 안의 위치가 아닙니다. `decode_to_string_without_replacement`의 `Malformed`와 읽은 바이트 수에서 셉니다.",
    );
    case(|| {
        expect_offset(b"abc\xff", "utf-8", 3);
        expect("\u{fffd}도 글자".as_bytes(), "utf-8", Errors::Strict, "\u{fffd}도 글자");
        expect_offset("가\u{80}".as_bytes().split_last().expect("비어 있지 않습니다.").1, "utf-8", 3);
        expect_offset(b"ab\xe1\x80!c", "utf-8", 2);
        expect_offset(b"a\r\nb\r\n\xff", "utf-8", 6);
        expect_offset(b"\xc7\xd1\xff\xb1\xdb", "cp949", 2);
        expect_offset(b"\xc7\xd1\xb1", "cp949", 2);
        expect_offset(b"\xc7\xd1\xb1!", "cp949", 2);
        expect_offset(b"ab\x81\x30\x81A", "gb18030", 2);
        expect_offset(b"\xef\xbb\xbfa\xff", "utf-8", 4);
    });
    case(|| {
        for (letters, encoding) in [("가나다 ".as_bytes(), "utf-8"), (b"\xc7\xd1\xb1\xdb ", "cp949")] {
            let mut bytes = letters.repeat(40_000);
            let wanted = format!("오류 Decode({})", bytes.len());
            bytes.extend(b"\xff!");
            let found = match read_text(&bytes[..], encoding, Errors::Strict) {
                Ok(text) => format!("{}바이트의 글", text.len()),
                Err(error) => format!("오류 {error:?}"),
            };
            if found != wanted {
                differs(format!("{}바이트 다음에 온 ff ({encoding})", bytes.len() - 2), wanted, found);
            }
        }
    });
}

fn replace_goes_on() {
    advise("`decode_without_bom_handling`은 틀린 바이트를 U+FFFD로 바꾸고 나머지를 이어서 읽습니다.");
    case(|| {
        expect(b"a\xffb", "utf-8", Errors::Replace, "a\u{fffd}b");
        expect(b"ab\xe1\x80!c", "utf-8", Errors::Replace, "ab\u{fffd}!c");
        expect(b"\xed\x95\x9c\xed\x95", "utf-8", Errors::Replace, "한\u{fffd}");
        expect(b"\xc7\xd1\xff!", "cp949", Errors::Replace, "한\u{fffd}!");
        expect(b"\xff\xfea\0", "utf-8", Errors::Replace, "\u{fffd}\u{fffd}a\0");
        expect(b"\xff\xff\xff\xff", "utf-8", Errors::Replace, "\u{fffd}\u{fffd}\u{fffd}\u{fffd}");
    });
    case(|| {
        advise(
            "바이트가 아니라 글자로 바꾼 다음에 줄 끝을 맞춥니다. UTF-16에서는 `\\r`과 `\\n`이 두 바이트씩입니다.",
        );
        let bytes: Vec<u8> = "가\r\n나\r다\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for errors in [Errors::Strict, Errors::Replace] {
            expect(&bytes, "utf-16le", errors, "가\n나\n다\n");
        }
    });
}

fn other_errors_are_told() {
    advise(
        "`for_label`이 `None`이면 받은 이름 그대로 `TextError::Unknown`에, 읽다가 난 오류는 `TextError::Read`에 담습니다.",
    );
    case(|| {
        let found = read_text(&b"a"[..], "없는-Code", Errors::Replace);
        assert!(
            matches!(&found, Err(TextError::Unknown(name)) if name == "없는-Code"),
            "모르는 인코딩은 이름을 담은 Unknown이어야 하는데 {}입니다.",
            shown(found)
        );
        for kind in [
            io::ErrorKind::Other,
            io::ErrorKind::BrokenPipe,
            io::ErrorKind::UnexpectedEof,
            io::ErrorKind::WouldBlock,
            io::ErrorKind::TimedOut,
        ] {
            if kind == io::ErrorKind::WouldBlock {
                advise(
                    "다시 읽어도 되는 오류는 `Interrupted`뿐입니다. 나머지는 다시 읽지 않고 `TextError::Read`에 담습니다.",
                );
            }
            for (before, errors) in ["", "앞부분"]
                .into_iter()
                .flat_map(|before| [Errors::Replace, Errors::Strict].map(|errors| (before, errors)))
            {
                let found = read_text(Broken(before.as_bytes(), Some(kind)), "utf-8", errors);
                assert!(
                    matches!(&found, Err(TextError::Read(error)) if error.kind() == kind),
                    "{before:?} 다음에 {kind:?} 오류가 나면 그것을 담은 Read여야 하는데 {}입니다.",
                    shown(found)
                );
            }
        }
        let said = TextError::Decode(3).to_string();
        assert!(!said.is_empty() && !said.contains('\n'), "오류의 말은 한 줄이어야 하는데 {said:?}입니다.");
    });
}
