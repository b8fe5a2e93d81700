//! 풀이가 시작하는 작은 프로그램들
//!
//! | 이름 | 하는 일 |
//! | --- | --- |
//! | `say TEXT CODE` | `TEXT`를 출력하고 `CODE`로 끝납니다. |
//! | `signal N` | 자신에게 신호 `N`을 보내 끝납니다. |
//! | `streams` | 표준 입력이 부모의 파이프가 아니면 1, 표준 오류가 파이프면 2를 더한 코드로 끝납니다. |
//! | `late CODE` | 표준 출력을 닫고, 부모가 잠들어 기다리면 `CODE`로 끝납니다. |
//! | `trails TEXT` | 손자를 남기고 끝납니다. 손자는 부모가 잠들어 기다리면 `TEXT`를 출력합니다. |
//! | `plain` | 끝나지 않습니다. 신호는 받는 대로 둡니다. |
//! | `wakes` | 부모가 멈추면(SIGSTOP) 다시 나아가게 합니다. |
//! | `warn TEXT` | `TEXT`를 표준 오류에 씁니다. |
//! | `cat` | 표준 입력을 표준 출력으로 옮깁니다. |
//! | `fill N` | 0부터 255까지 되풀이하는 `N`바이트를 출력합니다. |
//! | `turn WAIT TELL` | FIFO `WAIT`에서 한 바이트를 기다린 다음, FIFO `TELL`에 한 바이트를 씁니다. `-`는 건너뜁니다. |
//! | `tally FILE` | 파일에 한 바이트를 더합니다. |
//! | `polite TEXT` | SIGTERM을 받으면, 부모가 기다리기 시작한 다음에 `TEXT`를 출력하고 7로 끝납니다. |
//! | `stubborn` | SIGTERM을 받아들이지 않습니다. |
//! | `ready` | SIGTERM을 받으면 `마지막 말`을 출력하고 7로 끝납니다. |
//! | `family KIND` | `KIND`를 시작하고, SIGTERM을 받으면 혼자 7로 끝납니다. |
//! | `house KIND` | `KIND`를 시작하고, SIGTERM을 받으면 `KIND`가 스스로 끝나기를 기다려 7로 끝납니다. |
//! | `heir KIND` | `KIND`를 시작해 남겨 두고 7로 끝납니다. |
//!
//! `environment`, `place`, `group`은 어느 주제에나 있습니다. 어느 것도 1분보다 오래 살지 않습니다. 끝나지 않는 것은 준비가 되면 `준비`를 출력합니다.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::fs::FileTypeExt;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::Duration;

use process::{Role, nix, program, until_it_rests, until_the_parent_rests};

use nix::sys::signal::{SigSet, Signal, raise};

/// 그때까지 끝내지 않은 프로그램은 누구의 것도 아닙니다.
const LIFE: Duration = Duration::from_secs(60);

/// 이름과 하는 일입니다.
pub const PROGRAMS: &[Role] = &[
    Role {
        name: "say",
        run: |words| {
            print(text(words, 0).as_bytes());
            text(words, 1).parse().unwrap_or(0)
        },
    },
    Role { name: "signal", run: |words| signal(text(words, 0).parse().unwrap_or(0)) },
    Role {
        name: "fill",
        run: |words| {
            let length: usize = text(words, 0).parse().unwrap_or(0);
            let block: Vec<u8> = (0..=255).cycle().take(1 << 16).collect();
            let mut left = length;
            while left > 0 {
                print(&block[..left.min(block.len())]);
                left -= left.min(block.len());
            }
            0
        },
    },
    Role {
        name: "warn",
        run: |words| {
            let _ = io::stderr().write_all(text(words, 0).as_bytes());
            0
        },
    },
    Role {
        name: "streams",
        run: |_| i32::from(!is_pipe(io::stdin().as_fd())) + 2 * i32::from(is_pipe(io::stderr().as_fd())),
    },
    Role { name: "trails", run: |words| trails(words).map_or(1, |()| 0) },
    Role { name: "trailer", run: |words| trailer(words) },
    Role { name: "plain", run: |_| plain() },
    Role { name: "wakes", run: |_| wakes() },
    Role { name: "late", run: |words| late(text(words, 0).parse().unwrap_or(0)) },
    Role { name: "cat", run: |_| io::copy(&mut io::stdin(), &mut io::stdout()).map_or(1, |_| 0) },
    Role { name: "turn", run: |words| turn(&text(words, 0), &text(words, 1)).map_or(1, |()| 0) },
    Role { name: "tally", run: |words| tally(&text(words, 0)).map_or(1, |()| 0) },
    Role { name: "polite", run: |words| polite(&text(words, 0)) },
    Role { name: "stubborn", run: |_| stubborn() },
    Role { name: "ready", run: |_| ready() },
    Role { name: "family", run: |words| family(&text(words, 0), |_| Ok(())).unwrap_or(1) },
    Role { name: "house", run: |words| family(&text(words, 0), |child| child.wait().map(drop)).unwrap_or(1) },
    Role { name: "heir", run: |words| heir(&text(words, 0)).map_or(1, |_| 7) },
];

fn text(words: &[OsString], index: usize) -> String {
    words.get(index).map(|word| word.to_string_lossy().into_owned()).unwrap_or_default()
}

fn print(bytes: &[u8]) {
    let _ = io::stdout().write_all(bytes).and_then(|()| io::stdout().flush());
}

fn signal(number: i32) -> i32 {
    if let Ok(signal) = Signal::try_from(number) {
        let _ = raise(signal);
    }
    #[cfg(target_os = "linux")]
    // SAFETY: a signal to itself, which ends this program.
    unsafe {
        nix::libc::raise(number);
    }
    sleep(LIFE);
    1
}

fn is_pipe(stream: BorrowedFd<'_>) -> bool {
    let file = stream.try_clone_to_owned().map(File::from);
    file.and_then(|file| file.metadata()).is_ok_and(|metadata| metadata.file_type().is_fifo())
}

/// 이어서 멈추어 있어야 멈춘 것입니다.
fn wakes() -> i32 {
    let parent = nix::unistd::getppid();
    let stat = format!("/proc/{parent}/stat");
    let mut looks = 0;
    while looks < 30 {
        sleep(Duration::from_millis(5));
        let Ok(stat) = std::fs::read_to_string(&stat) else { break };
        looks = if stat.contains(") T ") || stat.contains(") t ") { looks + 1 } else { 0 };
    }
    if looks < 30 {
        sleep(Duration::from_millis(300));
    }
    nix::sys::signal::kill(parent, Signal::SIGCONT).map_or(1, |()| 0)
}

fn late(code: i32) -> i32 {
    let nothing = OpenOptions::new().write(true).open("/dev/null");
    let _ = nothing.map(|nothing| nix::unistd::dup2_stdout(&nothing));
    until_the_parent_rests();
    code
}

fn trails(words: &[OsString]) -> io::Result<()> {
    let family = [std::os::unix::process::parent_id(), std::process::id()].map(|id| id.to_string());
    program("trailer", &[&text(words, 0), &family[0], &family[1]]).command().spawn()?;
    Ok(())
}

/// 자식이 끝난 것을 부모가 아직 모를 수도 있습니다.
fn trailer(words: &[OsString]) -> i32 {
    while std::os::unix::process::parent_id().to_string() == text(words, 2) {
        sleep(Duration::from_millis(1));
    }
    for _ in 0..10 {
        sleep(Duration::from_millis(5));
        until_it_rests(text(words, 1).parse().unwrap_or(0));
    }
    print(text(words, 0).as_bytes());
    0
}

fn plain() -> i32 {
    print("준비".as_bytes());
    sleep(LIFE);
    0
}

fn turn(wait: &str, tell: &str) -> io::Result<()> {
    if wait != "-" {
        File::open(wait)?.read_exact(&mut [0])?;
    }
    if tell != "-" {
        OpenOptions::new().write(true).open(tell)?.write_all(b"x")?;
    }
    Ok(())
}

fn tally(file: &str) -> io::Result<()> {
    OpenOptions::new().append(true).create(true).open(file)?.write_all(b"x")
}

/// 준비를 알리기 전에 막아 두므로, 그 뒤에 오는 SIGTERM은 잃어버리지 않습니다.
fn holds_back() -> SigSet {
    let term = SigSet::from(Signal::SIGTERM);
    let _ = term.thread_block();
    term
}

fn polite(words: &str) -> i32 {
    let term = holds_back();
    print("준비".as_bytes());
    let _ = term.wait();
    // 부탁하자마자 죽이는 부모는 그 사이에 잠들지 않습니다. 기다리는 부모만 마지막 말을 듣습니다.
    until_the_parent_rests();
    print(words.as_bytes());
    7
}

fn stubborn() -> i32 {
    holds_back();
    print("준비".as_bytes());
    sleep(LIFE);
    0
}

fn ready() -> i32 {
    let term = holds_back();
    print("준비".as_bytes());
    let _ = term.wait();
    print(", 마지막 말".as_bytes());
    7
}

/// 손자는 SIGTERM을 막아 둔 채로 시작합니다.
fn family(kind: &str, end: fn(&mut Child) -> io::Result<()>) -> io::Result<i32> {
    let term = holds_back();
    let mut child = heir(kind)?;
    let _ = term.wait();
    end(&mut child)?;
    Ok(7)
}

/// 손자가 준비되면 준비된 것입니다.
fn heir(kind: &str) -> io::Result<Child> {
    let mut child = program(kind, &[]).command().stdout(Stdio::piped()).spawn()?;
    let mut ready = vec![0; "준비".len()];
    child.stdout.as_mut().map_or(Ok(()), |from| from.read_exact(&mut ready))?;
    print(&ready);
    Ok(child)
}
