//! What stops a command: what happened, and what to do.

use std::io::{self, ErrorKind};

/// Some step is not solved yet, or something asked about is not in order.
pub const UNSOLVED: u8 = 1;
/// The command was not understood.
pub const USAGE: u8 = 2;
/// The machine or the repository would not let us.
pub const BLOCKED: u8 = 3;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    pub what: String,
    pub advice: String,
    pub code: u8,
}

pub type Answer<T> = Result<T, Trouble>;

impl Trouble {
    pub fn usage(what: impl Into<String>, advice: impl Into<String>) -> Trouble {
        Trouble { what: what.into(), advice: advice.into(), code: USAGE }
    }

    pub fn blocked(what: impl Into<String>, advice: impl Into<String>) -> Trouble {
        Trouble { what: what.into(), advice: advice.into(), code: BLOCKED }
    }

    /// An error of the system on a file or a program.
    pub fn of_io(doing: &str, error: &io::Error) -> Trouble {
        let (why, advice) = match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (
                "디스크에 남은 자리가 없습니다.",
                "쓰지 않는 파일을 지운 뒤 다시 실행합니다. cargo clean은 이 저장소가 빌드한 것을 지웁니다.",
            ),
            ErrorKind::PermissionDenied => ("권한이 없습니다.", "파일과 폴더의 주인과 권한을 확인합니다."),
            ErrorKind::ReadOnlyFilesystem => {
                ("쓸 수 없는 파일 시스템입니다.", "저장소를 쓸 수 있는 폴더로 옮깁니다.")
            }
            ErrorKind::NotFound => {
                ("찾을 수 없습니다.", "이름과 설치를 확인합니다. cargo course doctor가 함께 살펴봅니다.")
            }
            _ => {
                let error = error.to_string();
                let why = error.split(" (os error").next().unwrap_or("");
                return Trouble::blocked(format!("{doing}: {why}"), "cargo course doctor로 살펴봅니다.");
            }
        };
        Trouble::blocked(format!("{doing}: {why}"), advice)
    }
}
