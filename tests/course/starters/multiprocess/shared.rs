//! 함께 쓰는 파일과 파일 잠금
//!
//! 프로세스끼리는 메모리를 함께 쓰지 않으므로 뮤텍스로 지킬 수 없습니다. 함께 쓰는 것은 파일이고, 지키는 것은 파일 잠금(file lock)입니다.
//! 파이썬에서는 `fcntl.flock(file, fcntl.LOCK_EX)`라고 씁니다. 잠그지 않은 프로세스를 막지 않는 **약속**이라는 점은 같습니다.
//! **읽기 전에 잠그고, 다 쓴 뒤에 풉니다. 읽은 다음에 잠그면 이미 옛 값을 들고 있습니다.**
//!
//! - [`File::lock`](std::fs::File::lock)과 [`File::lock_shared`](std::fs::File::lock_shared): 혼자 쓰는 잠금과, 읽는 쪽끼리 함께 쥐는
//!   잠금입니다. 파일을 닫으면 풀립니다.
//! - [`OpenOptions`](std::fs::OpenOptions): 어떻게 열지 정합니다. `File::create`는 **여는 순간** 내용을 지웁니다.
//! - [`Seek::rewind`](std::io::Seek::rewind): 읽거나 쓰는 자리를 처음으로 되돌립니다.

#![cfg(unix)]

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::Path;

/// 파일에 적힌 방문 수를 하나 늘리고, 늘린 수를 돌려줍니다. 파일이 없거나 비어 있으면 0에서 시작합니다.
///
/// - 여러 프로세스가 함께 불러도 모두 세고, 저마다 다른 수를 받습니다. 잠그는 것은 그 파일입니다. 이 파일을 잠그고 쓰는 다른 프로그램과도 함께 씁니다.
/// - 수가 아닌 내용이면 그대로 두고 `InvalidData`입니다. 빈칸이나 줄바꿈이 섞인 것도 수가 아닙니다. 앞에 `0`이나 `+`가 붙은 수는 없다고 칩니다.
/// - 열거나 읽거나 쓰다 난 오류는 그대로 돌려줍니다. 없는 폴더를 만들지는 않습니다.
/// - `u64::MAX`에서는 그대로 두고 오류를 돌려주거나 패닉합니다.
///
/// 지금 코드는 잠그는데도 방문을 잃습니다. 고치세요.
pub fn visit(path: &Path) -> io::Result<u64> {
    let mut file = File::options().read(true).write(true).create(true).truncate(false).open(path)?;
    let visits = number(&mut file)? + 1;
    file.lock()?;
    file.rewind()?;
    file.write_all(visits.to_string().as_bytes())?;
    Ok(visits)
}

/// 파일에 적힌 방문 수입니다. 다른 프로세스가 쓰는 동안에도 쓰기 전이나 다 쓴 뒤의 수만 봅니다. 수가 아니면 `InvalidData`입니다.
/// 파일이 없으면 0이나 `NotFound`이고, 만들지는 않습니다. 다른 오류는 그대로 돌려줍니다.
pub fn visits(path: &Path) -> io::Result<u64> {
    let mut file = File::open(path)?;
    number(&mut file)
}

fn number(file: &mut File) -> io::Result<u64> {
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    if text.is_empty() {
        return Ok(0);
    }
    text.parse().map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
}
