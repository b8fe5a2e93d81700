//! 풀이가 실행하는 작은 프로그램들
//!
//! | 이름 | 하는 일 |
//! | --- | --- |
//! | `arguments …` | 인수를 JSON으로 출력합니다. |
//! | `say OUT ERR CODE` | 표준 출력에 `OUT`, 표준 오류에 `ERR`을 쓰고 `CODE`로 끝납니다. |
//! | `turns N` | 표준 출력과 표준 오류에 번갈아 `N`줄을 씁니다. |
//! | `signal N TEXT` | `TEXT`를 출력하고, 자신에게 신호 `N`을 보내 끝납니다. |
//! | `fill OUT ERR` | 표준 출력과 표준 오류에 그만큼의 바이트를 블록으로 번갈아 씁니다. |
//! | `pour OUT` | 표준 출력에 그만큼의 바이트를 다 쓴 다음에야 표준 입력을 끝까지 읽습니다. |
//! | `cat` | 표준 입력을 표준 출력으로 옮깁니다. |
//! | `tee` | 표준 오류로도 옮깁니다. |
//! | `count` | 표준 입력을 끝까지 읽고 몇 바이트였는지 출력합니다. |
//! | `deaf TEXT` | 읽지 않고, `TEXT`를 출력하고 끝납니다. |
//! | `quits TEXT CODE` | 표준 입력을 읽지 않고 닫은 다음, 부모가 잠들어 기다리면 `TEXT`를 출력하고 `CODE`로 끝납니다. |
//! | `brims N` | `N`바이트를 출력하고 끝나지 않습니다. |
//! | `sip N` | `N`바이트만 읽어 출력하고, 나머지를 두고 끝납니다. |
//! | `linger TEXT ERR` | `ERR`을 표준 오류에, 그다음 `TEXT`를 출력하고 끝나지 않습니다. |
//! | `mute TEXT` | `TEXT`를 출력하고 스트림을 닫은 채 끝나지 않습니다. |
//! | `drip TEXT` | `TEXT`를 출력하고 점을 하나씩 끝없이 출력합니다. |
//! | `stubborn TEXT ERR` | SIGTERM을 무시하는 `linger`입니다. |
//! | `family TEXT` | 스트림을 함께 쓰는 `stubborn`을 시작하고 기다립니다. |
//! | `orphan TEXT` | `linger`를 시작하고, 스트림을 쥔 채 남겨 두고 끝납니다. |
//! | `heir FILE PID` | 표준 입력을 물려받은 손자를 남기고 끝납니다. 손자는 프로세스 `PID`가 잠들어 기다리면 `FILE`을 만들고, 입력을 끝까지 읽습니다. |
//! | `witness PID` | 스트림을 물려받은 손자를 남기고 끝납니다. 손자는 프로세스 `PID`가 잠들어 기다리면, 자식이 거두어졌는지를 `거둠`이나 `그대로`로 출력합니다. |
//! | `fades` | 부모가 잠들어 기다리면 0.15초 뒤에 입력을 끝까지 읽고, 그다음 0.15초마다 표준 오류, 표준 출력의 차례로 닫고 끝납니다. |
//! | `stall HEX` | 그 바이트를 출력하고 끝나지 않습니다. |
//! | `pipes` | 표준 출력이 파이프면 1, 표준 오류가 파이프면 2를 더한 코드로 끝납니다. |
//! | `late` | 스트림을 닫고, 부모가 잠들어 기다리면 끝납니다. |
//! | `tally FILE` | 파일에 한 바이트를 더하고 모두 몇 바이트인지 출력합니다. |
//! | `variable NAME` | 그 환경 변수를, 없으면 `(없음)`을 출력합니다. |
//! | `bytes HEX` | 그 바이트를 씁니다. |
//! | `pieces HEX …` | 앞의 조각이 읽히면 다음 조각을 씁니다. |
//! | `korean` | 한국어 한 줄을 cp949로 출력합니다. |
//!
//! `environment`, `place`, `group`은 어느 주제에나 있습니다. 어느 것도 1분보다 오래 살지 않습니다.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::fs::FileTypeExt;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use process::{Role, nix, program, until_it_rests, until_the_parent_rests};

/// 그때까지 끝내지 않은 프로그램은 누구의 것도 아닙니다.
const LIFE: Duration = Duration::from_secs(60);

const BLOCK: usize = 4 << 10;

/// cp949로 쓴 똠방각하와 펲시맨입니다. KS X 1001에 없는 글자입니다.
const KOREAN: &[u8] = b"\x8cc\xb9\xe6\xb0\xa2\xc7\xcf\xbf\xcd \xbc\x84\xbd\xc3\xb8\xc7\r\n";

/// 이름과 하는 일입니다.
pub const PROGRAMS: &[Role] = &[
    Role { name: "fill", run: |words| code(fill(number(words, 0), number(words, 1))) },
    Role {
        name: "pour",
        run: |words| {
            code(fill(number(words, 0), 0).and_then(|code| {
                io::copy(&mut io::stdin(), &mut io::sink())?;
                Ok(code)
            }))
        },
    },
    Role { name: "cat", run: |_| code(io::copy(&mut io::stdin(), &mut io::stdout()).map(|_| 0)) },
    Role { name: "count", run: |_| code(count()) },
    Role { name: "tee", run: |_| code(tee()) },
    Role { name: "sip", run: |words| code(sip(number(words, 0))) },
    Role { name: "pieces", run: |words| code(pieces(words)) },
    Role {
        name: "say",
        run: |words| {
            code({
                print(io::stdout(), text(words, 0).as_bytes());
                print(io::stderr(), text(words, 1).as_bytes());
                Ok(number(words, 2) as i32)
            })
        },
    },
    Role { name: "arguments", run: |words| code(said(&json(words))) },
    Role { name: "turns", run: |words| code(turns(number(words, 0))) },
    Role { name: "signal", run: |words| code(signal(number(words, 0) as i32, &text(words, 1))) },
    Role { name: "deaf", run: |words| code(said(&text(words, 0))) },
    Role { name: "quits", run: |words| code(quits(&text(words, 0), number(words, 1) as i32)) },
    Role { name: "brims", run: |words| code(fill(number(words, 0), 0).and_then(|_| linger("", ""))) },
    Role { name: "linger", run: |words| code(linger(&text(words, 0), &text(words, 1))) },
    Role { name: "mute", run: |words| code(mute(&text(words, 0))) },
    Role { name: "drip", run: |words| code(drip(&text(words, 0))) },
    Role { name: "stubborn", run: |words| code(stubborn(&text(words, 0), &text(words, 1))) },
    Role { name: "family", run: |words| code(family(&text(words, 0))) },
    Role { name: "orphan", run: |words| code(orphan(&text(words, 0))) },
    Role { name: "heir", run: |words| code(heir(words)) },
    Role { name: "reader", run: |words| code(reader(words)) },
    Role { name: "witness", run: |words| code(witness(words)) },
    Role { name: "observer", run: |words| code(observer(words)) },
    Role { name: "fades", run: |_| code(fades()) },
    Role {
        name: "stall",
        run: |words| {
            print(io::stdout(), &unhex(&text(words, 0)));
            code(linger("", ""))
        },
    },
    Role { name: "pipes", run: |_| code(Ok(pipes())) },
    Role { name: "late", run: |_| code(late()) },
    Role { name: "tally", run: |words| code(tally(&text(words, 0))) },
    Role {
        name: "variable",
        run: |words| code(said(&std::env::var(text(words, 0)).unwrap_or_else(|_| "(없음)".into()))),
    },
    Role {
        name: "bytes",
        run: |words| {
            code({
                print(io::stdout(), &unhex(&text(words, 0)));
                Ok(0)
            })
        },
    },
    Role {
        name: "korean",
        run: |_| {
            code({
                print(io::stdout(), KOREAN);
                Ok(0)
            })
        },
    },
];

/// 읽는 쪽이 없으면 알릴 곳도 없습니다.
fn code(ended: io::Result<i32>) -> i32 {
    ended.unwrap_or(1)
}

fn text(arguments: &[OsString], index: usize) -> String {
    arguments.get(index).map(|text| text.to_string_lossy().into_owned()).unwrap_or_default()
}

fn number(arguments: &[OsString], index: usize) -> usize {
    text(arguments, index).parse().unwrap_or(0)
}

fn print(mut to: impl Write, bytes: &[u8]) {
    let _ = to.write_all(bytes).and_then(|()| to.flush());
}

fn said(text: &str) -> io::Result<i32> {
    print(io::stdout(), text.as_bytes());
    Ok(0)
}

fn json(arguments: &[OsString]) -> String {
    let quoted = |text: &OsString| {
        let text = text.to_string_lossy();
        let escaped = text.chars().flat_map(|letter| match letter {
            '"' | '\\' => vec!['\\', letter],
            '\n' => vec!['\\', 'n'],
            '\t' => vec!['\\', 't'],
            _ => vec![letter],
        });
        format!("\"{}\"", escaped.collect::<String>())
    };
    format!("[{}]", arguments.iter().map(quoted).collect::<Vec<_>>().join(", "))
}

fn turns(lines: usize) -> io::Result<i32> {
    for line in 0..lines {
        if line % 2 == 0 {
            print(io::stdout(), format!("출력 {line}\n").as_bytes());
        } else {
            print(io::stderr(), format!("오류 {line}\n").as_bytes());
        }
    }
    Ok(0)
}

fn signal(number: i32, text: &str) -> io::Result<i32> {
    use nix::sys::signal::{Signal, raise};

    print(io::stdout(), text.as_bytes());
    if let Ok(signal) = Signal::try_from(number) {
        raise(signal)?;
    }
    sleep(LIFE);
    Ok(1)
}

fn fill(mut out: usize, mut err: usize) -> io::Result<i32> {
    while out + err > 0 {
        let (to_err, to_out) = (err.min(BLOCK), out.min(BLOCK));
        io::stderr().write_all(&vec![b'e'; to_err])?;
        io::stdout().write_all(&vec![b'o'; to_out])?;
        io::stdout().flush()?;
        (out, err) = (out - to_out, err - to_err);
    }
    Ok(0)
}

fn count() -> io::Result<i32> {
    let count = io::copy(&mut io::stdin(), &mut io::sink())?;
    said(&count.to_string())
}

fn sip(bytes: usize) -> io::Result<i32> {
    let mut sip = vec![0; bytes];
    io::stdin().read_exact(&mut sip)?;
    print(io::stdout(), &sip);
    Ok(0)
}

fn tee() -> io::Result<i32> {
    let mut block = [0; BLOCK];
    while let count @ 1.. = io::stdin().read(&mut block)? {
        io::stderr().write_all(&block[..count])?;
        io::stdout().write_all(&block[..count])?;
        io::stdout().flush()?;
    }
    Ok(0)
}

/// `text`를 들었으면 `complaint`도 실제 결과입니다.
fn linger(text: &str, complaint: &str) -> io::Result<i32> {
    print(io::stderr(), complaint.as_bytes());
    print(io::stdout(), text.as_bytes());
    sleep(LIFE);
    Ok(0)
}

fn drip(text: &str) -> io::Result<i32> {
    const PAUSE: Duration = Duration::from_millis(20);

    print(io::stdout(), text.as_bytes());
    for _ in 0..LIFE.as_millis() / PAUSE.as_millis() {
        sleep(PAUSE);
        io::stdout().write_all(b".")?;
        io::stdout().flush()?;
    }
    Ok(0)
}

fn mute(text: &str) -> io::Result<i32> {
    print(io::stdout(), text.as_bytes());
    close()?;
    sleep(LIFE);
    Ok(0)
}

fn close() -> io::Result<()> {
    let nothing = File::options().read(true).write(true).open("/dev/null")?;
    nix::unistd::dup2_stdin(&nothing)?;
    nix::unistd::dup2_stdout(&nothing)?;
    nix::unistd::dup2_stderr(&nothing)?;
    Ok(())
}

fn quits(text: &str, code: i32) -> io::Result<i32> {
    nix::unistd::dup2_stdin(File::options().read(true).open("/dev/null")?)?;
    until_the_parent_rests();
    print(io::stdout(), text.as_bytes());
    Ok(code)
}

fn late() -> io::Result<i32> {
    close()?;
    until_the_parent_rests();
    Ok(0)
}

fn stubborn(text: &str, complaint: &str) -> io::Result<i32> {
    use nix::sys::signal::{SigHandler, Signal, signal};

    // SAFETY: the signal is ignored, so no handler is called.
    let _ = unsafe { signal(Signal::SIGTERM, SigHandler::SigIgn) };
    linger(text, complaint)
}

fn family(text: &str) -> io::Result<i32> {
    let status = program("stubborn", &[text]).command().status()?;
    Ok(status.code().unwrap_or(1))
}

/// 손자는 출력하지 않습니다. 누가 먼저 출력하는지는 컴퓨터에 달렸기 때문입니다.
fn orphan(text: &str) -> io::Result<i32> {
    program("linger", &[]).command().spawn()?;
    print(io::stdout(), text.as_bytes());
    Ok(0)
}

fn heir(words: &[OsString]) -> io::Result<i32> {
    let own = std::process::id().to_string();
    let mut reader = program("reader", &[&text(words, 0), &text(words, 1), &own]).command();
    reader.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    Ok(0)
}

/// `heir`가 거두어진 뒤에도 이어서 잠들어 있어야 기다리는 것입니다. 돌아온 풀이는 곧 다른 일을 합니다.
fn reader(words: &[OsString]) -> io::Result<i32> {
    let stat = format!("/proc/{}/stat", text(words, 1));
    let is_asleep = || std::fs::read_to_string(&stat).is_ok_and(|stat| stat.contains(") S "));
    let is_heir = |&parent: &u32| parent.to_string() == text(words, 2);
    let mut looks = 0;
    while looks < 30 {
        sleep(Duration::from_millis(5));
        let waits = is_asleep() && !is_heir(&std::os::unix::process::parent_id());
        looks = if waits || !std::path::Path::new(&stat).exists() { looks + 1 } else { 0 };
    }
    File::create(text(words, 0))?;
    io::copy(&mut io::stdin(), &mut io::sink())?;
    Ok(0)
}

fn witness(words: &[OsString]) -> io::Result<i32> {
    program("observer", &[&text(words, 0), &std::process::id().to_string()]).command().spawn()?;
    Ok(0)
}

fn observer(words: &[OsString]) -> io::Result<i32> {
    let child = text(words, 1);
    while std::os::unix::process::parent_id().to_string() == child {
        sleep(Duration::from_millis(1));
    }
    // 자식이 끝난 것을 아직 모를 수도 있습니다.
    for _ in 0..10 {
        sleep(Duration::from_millis(5));
        until_it_rests(number(words, 0) as u32);
    }
    let stat = std::fs::read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
    let is_told = std::path::Path::new("/proc/self/stat").exists();
    said(if is_told && !stat.contains(") Z ") { "거둠" } else { "그대로" })
}

fn fades() -> io::Result<i32> {
    let step = || sleep(Duration::from_millis(150));
    until_the_parent_rests();
    step();
    io::copy(&mut io::stdin(), &mut io::sink())?;
    let nothing = File::options().write(true).open("/dev/null")?;
    until_the_parent_rests();
    step();
    nix::unistd::dup2_stderr(&nothing)?;
    step();
    nix::unistd::dup2_stdout(&nothing)?;
    step();
    Ok(0)
}

fn pipes() -> i32 {
    let is_pipe = |stream: BorrowedFd<'_>| {
        let file = stream.try_clone_to_owned().map(File::from);
        file.and_then(|file| file.metadata()).is_ok_and(|metadata| metadata.file_type().is_fifo())
    };
    i32::from(is_pipe(io::stdout().as_fd())) + 2 * i32::from(is_pipe(io::stderr().as_fd()))
}

fn tally(path: &str) -> io::Result<i32> {
    let mut file = File::options().append(true).create(true).open(path)?;
    file.write_all(b"x")?;
    said(&file.metadata()?.len().to_string())
}

/// 조각 사이에는 표준 입력에서 한 바이트를 기다립니다. 써 줄 쪽이 있을 때만입니다.
fn pieces(arguments: &[OsString]) -> io::Result<i32> {
    for piece in arguments {
        print(io::stdout(), &unhex(&piece.to_string_lossy()));
        let _ = io::stdin().read(&mut [0])?;
    }
    Ok(0)
}

fn unhex(text: &str) -> Vec<u8> {
    let pairs = text.as_bytes().chunks(2).filter_map(|pair| std::str::from_utf8(pair).ok());
    pairs.filter_map(|pair| u8::from_str_radix(pair, 16).ok()).collect()
}
