//! What the processes of an order did, one call after the other, for a table with a column a process.

use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;

use libc::pid_t;
use nix::errno::Errno;
use nix::sys::signal::Signal;

use super::ptrace::{self, Asked};
use super::touch::{Cast, Thing};
use crate::tale::{Kind, Told, name};

/// So many bytes of what is read or written are shown.
const SHOWN: usize = 24;

/// Something that a process did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Deed {
    /// In the order of birth.
    who: usize,
    what: String,
    kind: Kind,
    /// Of a call that has not ended yet: its number.
    open: Option<i64>,
    /// Right before, another process could have gone on.
    switch: bool,
    /// Not a deed: only says who goes on.
    turn: bool,
}

impl Deed {
    fn new(who: usize, what: impl Into<String>) -> Deed {
        Deed { who, what: what.into(), kind: Kind::Call, open: None, switch: false, turn: false }
    }

    pub(super) fn birth(parent: usize, child: usize) -> Deed {
        Deed { kind: Kind::Birth(child), ..Deed::new(parent, format!("fork → {}", name(child))) }
    }

    pub(super) fn end(who: usize, status: i32) -> Deed {
        let status = ExitStatus::from_raw(status);
        let how = match (status.code(), status.signal()) {
            (Some(code), _) => format!("반환 코드 {code}"),
            (None, signal) => format!("신호 {}", signal_name(signal.unwrap_or(0))),
        };
        Deed { kind: Kind::End, ..Deed::new(who, format!("끝납니다: {how}")) }
    }

    pub(super) fn turn(who: usize, switch: bool) -> Deed {
        Deed { switch, turn: true, ..Deed::new(who, "") }
    }
}

fn signal_name(number: i32) -> String {
    Signal::try_from(number).map_or_else(|_| number.to_string(), |signal| signal.as_str().to_string())
}

/// Without what says nothing of its own: calls on files that no case is about, and turns in which nothing was told.
pub(crate) fn tidied(deeds: Vec<Deed>) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    let mut switch = None;
    for deed in deeds {
        if deed.turn {
            switch = deed.switch.then_some(deed.who).or(switch.filter(|&who| who == deed.who));
        } else {
            let switched = switch.take_if(|who| *who == deed.who).is_some();
            // A call that has not ended by the end of the order waits, too.
            let waits = deed.kind == Kind::Call && deed.open.is_some();
            let kind = if waits { Kind::Wait } else { deed.kind };
            told.push(Told { who: deed.who, kind, switch: switched, what: deed.what });
        }
    }
    told
}

/// What a call is about, at its beginning; `None` if it is not told.
pub(super) fn begins(who: usize, process: pid_t, asked: &Asked, cast: &mut Cast) -> Option<Deed> {
    let [first, second, third, fourth, ..] = asked.arguments;
    let what = match asked.number {
        libc::SYS_read | libc::SYS_readv | libc::SYS_pread64 | libc::SYS_recvfrom => {
            format!("read({})", file(process, first, cast)?)
        }
        libc::SYS_write | libc::SYS_pwrite64 | libc::SYS_sendto => {
            let about = file(process, first, cast)?;
            format!("write({about}, {})", shown(process, second, third))
        }
        libc::SYS_writev => format!("write({})", file(process, first, cast)?),
        libc::SYS_ftruncate => format!("ftruncate({}, {second})", file(process, first, cast)?),
        libc::SYS_close => format!("close({})", file(process, first, cast)?),
        libc::SYS_openat => opened(cast.path(process, Some(first), second)?, third)?,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_open => opened(cast.path(process, None, first)?, second)?,
        libc::SYS_newfstatat | libc::SYS_statx => path("stat", cast.path(process, Some(first), second)?)?,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_stat | libc::SYS_lstat => path("stat", cast.path(process, None, first)?)?,
        libc::SYS_faccessat | libc::SYS_faccessat2 => {
            path("access", cast.path(process, Some(first), second)?)?
        }
        #[cfg(target_arch = "x86_64")]
        libc::SYS_access => path("access", cast.path(process, None, first)?)?,
        libc::SYS_unlinkat => path("unlink", cast.path(process, Some(first), second)?)?,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_unlink | libc::SYS_rmdir => path("unlink", cast.path(process, None, first)?)?,
        libc::SYS_mkdirat => path("mkdir", cast.path(process, Some(first), second)?)?,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_mkdir => path("mkdir", cast.path(process, None, first)?)?,
        libc::SYS_renameat | libc::SYS_renameat2 => {
            let (from, to) =
                (cast.path(process, Some(first), second)?, cast.path(process, Some(third), fourth)?);
            format!("rename({from}, {to})")
        }
        #[cfg(target_arch = "x86_64")]
        libc::SYS_rename => {
            format!("rename({}, {})", cast.path(process, None, first)?, cast.path(process, None, second)?)
        }
        libc::SYS_flock => {
            let how = match second as i32 & !libc::LOCK_NB {
                libc::LOCK_SH => "공유 잠금",
                libc::LOCK_EX => "잠금",
                _ => "잠금 풀기",
            };
            format!("flock({}, {how})", file(process, first, cast)?)
        }
        libc::SYS_fcntl => format!("fcntl({}, 잠금)", file(process, first, cast)?),
        libc::SYS_kill => {
            let number = first as i32;
            let whom = match cast.index(number.abs()) {
                Some(index) if number > 0 => name(index),
                Some(index) => format!("{}의 그룹", name(index)),
                None if number == -1 => "-1".into(),
                // The number would be another each time.
                None => "밖의 프로세스".into(),
            };
            format!("kill({whom}, {})", signal_name(second as i32))
        }
        libc::SYS_wait4 | libc::SYS_waitid => "wait".into(),
        libc::SYS_rt_sigaction if second != 0 => {
            format!("sigaction({})", signal_name(first as i32))
        }
        libc::SYS_execve => format!("exec({})", cast.path(process, None, first)?.rsplit('/').next()?),
        libc::SYS_nanosleep | libc::SYS_clock_nanosleep => "sleep".into(),
        libc::SYS_rt_sigsuspend => "pause".into(),
        #[cfg(target_arch = "x86_64")]
        libc::SYS_pause => "pause".into(),
        _ => return None,
    };
    let releases = match asked.number {
        libc::SYS_close => true,
        libc::SYS_flock => second as i32 & libc::LOCK_UN != 0,
        _ => false,
    };
    let kind = if releases { Kind::Unlock(first) } else { Kind::Call };
    Some(Deed { open: Some(asked.number), kind, ..Deed::new(who, what) })
}

/// What a call gave, put behind what it is about.
pub(super) fn ends(
    deeds: &mut Vec<Deed>,
    who: usize,
    process: pid_t,
    asked: &Asked,
    result: i64,
    cast: &Cast,
) {
    let Some(at) = deeds.iter().rposition(|deed| deed.who == who && deed.open == Some(asked.number)) else {
        return;
    };
    deeds[at].open = None;
    let locks = asked.number == libc::SYS_flock && result == 0 && deeds[at].kind == Kind::Call;
    let kind = if locks { Kind::Lock(asked.arguments[0]) } else { Kind::Call };
    let slept = !deeds[at + 1..].iter().all(|deed| deed.turn);
    let gave = match result {
        // To be made again, as if nothing had been.
        -516..-511 => return,
        _ if locks && !slept => {
            deeds[at].kind = kind;
            return;
        }
        _ if locks => "잠금".into(),
        ..0 => Errno::from_raw(-result as i32).to_string().split(':').next().unwrap_or("").to_string(),
        _ => match asked.number {
            libc::SYS_read | libc::SYS_pread64 | libc::SYS_recvfrom if result == 0 => "끝".into(),
            libc::SYS_read | libc::SYS_pread64 | libc::SYS_recvfrom => {
                shown(process, asked.arguments[1], result as u64)
            }
            libc::SYS_wait4 if result > 0 => cast.index(result as pid_t).map_or_else(String::new, name),
            _ => return,
        },
    };
    if gave.is_empty() {
        return;
    }
    if !slept {
        deeds[at].what += &format!(" → {gave}");
    } else {
        // It waited for what others did in the meantime.
        deeds[at].kind = Kind::Wait;
        let call = deeds[at].what.split('(').next().unwrap_or("").to_string();
        deeds.push(Deed { kind, ..Deed::new(who, format!("{call} → {gave}")) });
    }
}

/// What is outside of the folder of the case is the system's: libraries, settings.
fn is_told(path: &str) -> bool {
    !path.starts_with('/')
}

fn path(call: &str, path: String) -> Option<String> {
    is_told(&path).then(|| format!("{call}({path})"))
}

fn opened(path: String, flags: u64) -> Option<String> {
    let has = |flag: i32| flags & flag as u64 != 0;
    let mut how = Vec::new();
    how.extend(has(libc::O_CREAT).then_some(if has(libc::O_EXCL) {
        "새로 만들기"
    } else {
        "없으면 만들기"
    }));
    how.extend(has(libc::O_TRUNC).then_some("비우기"));
    how.extend(has(libc::O_APPEND).then_some("끝에 쓰기"));
    let how: String = how.iter().map(|how| format!(", {how}")).collect();
    is_told(&path).then(|| format!("open({path}{how})"))
}

fn file(process: pid_t, file: u64, cast: &mut Cast) -> Option<String> {
    match cast.thing(process, file as i32) {
        Thing::File(path) => is_told(&path).then_some(path),
        Thing::Pipe(pipe) => Some(format!("파이프 {}", pipe + 1)),
        Thing::Signals | Thing::Nothing => None,
    }
}

fn shown(process: pid_t, address: u64, length: u64) -> String {
    let bytes = ptrace::bytes(process, address, (length as usize).min(SHOWN)).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let more = if length as usize > SHOWN { "…" } else { "" };
    format!("{:?}{more}", text.trim_end_matches('\u{fffd}'))
}
