//! The scenarios. Those that begin with `wrong` are to be found, those with `right` are not.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, ErrorKind, Read, Seek, SeekFrom, Write, pipe};
use std::os::fd::AsRawFd;
use std::path::Path;

use judge::{Promise, Step};
use nix::sys::signal::{SigSet, SigmaskHow, Signal, kill, sigprocmask};
use nix::sys::wait::{WaitPidFlag, WaitStatus, wait, waitpid};
use nix::unistd::pause;
use process::{orders, real};

use super::family::{child, handle, reap, twins, was_signalled};
use super::trials::examined;

macro_rules! steps {
    ($($name:ident),* $(,)?) => {
        pub const STEPS: &[Step] = &[$(Step {
            name: stringify!($name),
            title: "시험",
            hints: ["", "", ""],
            promises: &[Promise { says: "약속", check: real(|| examined(stringify!($name), orders($name))) }],
        }),*];
    };
}

steps!(
    wrong_lost_update,
    right_lost_update,
    wrong_lock_after_read,
    wrong_locks_its_own_file,
    wrong_second_descriptor,
    right_second_descriptor,
    wrong_child_before_pause,
    right_child_before_pause,
    wrong_number_after_reaping,
    right_number_after_reaping,
    wrong_end_of_file,
    right_end_of_file,
    wrong_double_flush,
    right_double_flush,
    wrong_check_then_create,
    right_check_then_create,
    wrong_read_while_written,
    right_read_while_renamed,
    wrong_two_writers,
    right_two_writers,
    wrong_stop_before_exec,
    right_stop_before_exec,
    wrong_stop_before_handler,
    right_stop_before_handler,
    wrong_first_to_end,
    right_first_to_end,
    wrong_seek_to_the_end,
    right_seek_to_the_end,
    wrong_order_of_locks,
    right_order_of_locks,
    wrong_removed_lock_file,
    wrong_forgets_to_wait,
    wrong_falls_through,
    wrong_asks_again_and_again,
    right_asks_again_and_again,
);

const COUNT: &str = "횟수";

fn number(text: &str) -> u32 {
    text.trim().parse().unwrap_or(0)
}

fn read() -> u32 {
    number(&fs::read_to_string(COUNT).unwrap())
}

fn counted(twice: impl Fn() -> i32) {
    fs::write(COUNT, "0").unwrap();
    twins(twice);
    let count = read();
    assert!(count == 2, "두 번 세면 2여야 하는데 {count}입니다.");
}

fn wrong_lost_update() {
    counted(|| {
        let count = read();
        fs::write(COUNT, (count + 1).to_string()).unwrap();
        0
    });
}

fn add_one(file: &mut File) {
    let mut text = String::new();
    file.read_to_string(&mut text).unwrap();
    file.rewind().unwrap();
    file.write_all((number(&text) + 1).to_string().as_bytes()).unwrap();
}

fn right_lost_update() {
    counted(|| {
        let mut file = OpenOptions::new().read(true).write(true).open(COUNT).unwrap();
        file.lock().unwrap();
        add_one(&mut file);
        0
    });
}

fn wrong_lock_after_read() {
    counted(|| {
        let mut file = OpenOptions::new().read(true).write(true).open(COUNT).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        file.lock().unwrap();
        file.rewind().unwrap();
        file.write_all((number(&text) + 1).to_string().as_bytes()).unwrap();
        0
    });
}

fn wrong_locks_its_own_file() {
    counted(|| {
        let lock = File::create(format!("잠금-{}", std::process::id())).unwrap();
        lock.lock().unwrap();
        add_one(&mut OpenOptions::new().read(true).write(true).open(COUNT).unwrap());
        0
    });
}

/// A record lock is gone once the process closes any descriptor of the file.
fn wrong_second_descriptor() {
    counted(|| {
        let mut file = OpenOptions::new().read(true).write(true).open(COUNT).unwrap();
        // SAFETY: every field is a number, for which zero is a value.
        let mut all: libc::flock = unsafe { std::mem::zeroed() };
        all.l_type = libc::F_WRLCK as _;
        // SAFETY: the kernel reads the lock, which lives until then.
        assert!(unsafe { libc::fcntl(file.as_raw_fd(), libc::F_SETLKW, &raw const all) } == 0);
        drop(File::open(COUNT).unwrap());
        add_one(&mut file);
        0
    });
}

fn right_second_descriptor() {
    counted(|| {
        let mut file = OpenOptions::new().read(true).write(true).open(COUNT).unwrap();
        file.lock().unwrap();
        drop(File::open(COUNT).unwrap());
        add_one(&mut file);
        0
    });
}

fn wrong_child_before_pause() {
    handle(Signal::SIGCHLD);
    let child = child(|| 0);
    if !was_signalled() {
        // Between the look and the sleep the child may end.
        pause();
    }
    reap(child);
}

fn right_child_before_pause() {
    handle(Signal::SIGCHLD);
    let held = SigSet::from(Signal::SIGCHLD);
    sigprocmask(SigmaskHow::SIG_BLOCK, Some(&held), None).unwrap();
    let child = child(|| 0);
    while !was_signalled() {
        let _ = SigSet::empty().suspend();
    }
    reap(child);
}

fn wrong_number_after_reaping() {
    let child = child(|| 0);
    let state = waitpid(child, Some(WaitPidFlag::WNOHANG)).unwrap();
    let _ = kill(child, Signal::SIGTERM);
    if state == WaitStatus::StillAlive {
        reap(child);
    }
}

fn right_number_after_reaping() {
    let child = child(|| 0);
    if waitpid(child, Some(WaitPidFlag::WNOHANG)).unwrap() == WaitStatus::StillAlive {
        kill(child, Signal::SIGTERM).unwrap();
        reap(child);
    }
}

fn talk(closes: bool) {
    let (mut reader, mut writer) = pipe().unwrap();
    let mut theirs = Some(writer.try_clone().unwrap());
    let child = child(|| {
        theirs.take().unwrap().write_all(b"x").unwrap();
        0
    });
    drop(theirs);
    if closes {
        drop(writer);
        assert!(reader.read_to_end(&mut Vec::new()).unwrap() == 1);
    } else {
        let _ = reader.read_to_end(&mut Vec::new());
        let _ = writer.flush();
    }
    reap(child);
}

fn wrong_end_of_file() {
    talk(false);
}

fn right_end_of_file() {
    talk(true);
}

fn flush(first: bool) {
    let mut file = BufWriter::new(File::options().append(true).create(true).open("기록").unwrap());
    file.write_all("시작 ".as_bytes()).unwrap();
    if first {
        file.flush().unwrap();
    }
    let child = child(|| {
        file.write_all("자식 ".as_bytes()).and_then(|()| file.flush()).unwrap();
        0
    });
    file.flush().unwrap();
    reap(child);
    let text = fs::read_to_string("기록").unwrap();
    assert!(text.matches("시작").count() == 1, "한 번 쓴 것이 {text:?}에는 여러 번 있습니다.");
}

fn wrong_double_flush() {
    flush(false);
}

fn right_double_flush() {
    flush(true);
}

fn made(make: impl Fn() -> bool) {
    twins(|| {
        if make() {
            let mut winners = File::options().append(true).create(true).open("이긴 쪽").unwrap();
            winners.write_all(b"x").unwrap();
        }
        0
    });
    let winners = fs::read("이긴 쪽").unwrap().len();
    assert!(winners == 1, "하나만 만들어야 하는데 {winners}이 만들었습니다.");
}

fn wrong_check_then_create() {
    made(|| !Path::new("자리").exists() && File::create("자리").is_ok());
}

fn right_check_then_create() {
    made(|| match File::create_new("자리") {
        Ok(_) => true,
        Err(error) => {
            assert!(error.kind() == ErrorKind::AlreadyExists);
            false
        }
    });
}

fn read_while(change: impl Fn()) {
    fs::write("설정", "처음").unwrap();
    let writer = child(|| {
        change();
        0
    });
    let reader = child(|| {
        let text = fs::read_to_string("설정").unwrap();
        i32::from(text != "처음" && text != "다음")
    });
    reap(writer);
    assert!(reap(reader) == 0, "반쯤 쓰인 것을 읽었습니다.");
}

fn wrong_read_while_written() {
    read_while(|| fs::write("설정", "다음").unwrap());
}

fn right_read_while_renamed() {
    read_while(|| {
        fs::write("새 설정", "다음").unwrap();
        fs::rename("새 설정", "설정").unwrap();
    });
}

fn written(line: impl Fn(&mut dyn Write)) {
    let (mut reader, mut writer) = pipe().unwrap();
    let children = [1, 2].map(|_| {
        child(|| {
            line(&mut writer);
            0
        })
    });
    drop(writer);
    let mut text = String::new();
    reader.read_to_string(&mut text).unwrap();
    children.into_iter().for_each(|child| assert!(reap(child) == 0));
    assert!(text == "가나\n가나\n", "줄이 섞였습니다: {text:?}");
}

fn wrong_two_writers() {
    written(|to| {
        to.write_all("가".as_bytes()).unwrap();
        to.write_all("나\n".as_bytes()).unwrap();
    });
}

fn right_two_writers() {
    written(|to| to.write_all("가나\n".as_bytes()).unwrap());
}

/// A child that says farewell when it is asked to end, once it knows how.
fn farewell(waits: bool, execs: bool) {
    let (mut ready, mut say) = pipe().unwrap();
    let child = child(|| {
        if execs {
            // What a program does first: here only the call that begins it matters.
            let _ = std::os::unix::process::CommandExt::exec(&mut polite(&say));
        }
        serve(&mut say)
    });
    drop(say);
    if waits {
        ready.read_exact(&mut [0]).unwrap();
    }
    kill(child, Signal::SIGTERM).unwrap();
    let code = reap(child);
    assert!(code == 7, "끝내 달라고 했을 때의 코드는 7이어야 하는데 {code}입니다.");
}

fn polite(say: &impl AsRawFd) -> std::process::Command {
    // SAFETY: only a flag of a descriptor changes.
    unsafe { libc::fcntl(say.as_raw_fd(), libc::F_SETFD, 0) };
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    command.arg(format!("{POLITE}{}", say.as_raw_fd()));
    command
}

pub const POLITE: &str = "polite:";

pub fn serve(say: &mut dyn Write) -> i32 {
    // Held back until it sleeps: else the request could come between the look and the sleep.
    let held = SigSet::from(Signal::SIGTERM);
    sigprocmask(SigmaskHow::SIG_BLOCK, Some(&held), None).unwrap();
    handle(Signal::SIGTERM);
    say.write_all(b"x").unwrap();
    while !was_signalled() {
        let _ = SigSet::empty().suspend();
    }
    7
}

fn wrong_stop_before_exec() {
    farewell(false, true);
}

fn right_stop_before_exec() {
    farewell(true, true);
}

fn wrong_stop_before_handler() {
    farewell(false, false);
}

fn right_stop_before_handler() {
    farewell(true, false);
}

fn wrong_first_to_end() {
    let [first, second] = [1, 2].map(|code| child(move || code));
    let ended = [wait().unwrap(), wait().unwrap()];
    assert!(ended == [WaitStatus::Exited(first, 1), WaitStatus::Exited(second, 2)], "끝난 차례가 다릅니다.");
}

fn right_first_to_end() {
    let children = [1, 2].map(|code| child(move || code));
    assert!(children.map(reap) == [1, 2]);
}

fn logged(open: impl Fn() -> File) {
    fs::write("기록", "").unwrap();
    twins(|| {
        open().write_all("한 줄\n".as_bytes()).unwrap();
        0
    });
    let lines = fs::read_to_string("기록").unwrap().lines().count();
    assert!(lines == 2, "두 줄이어야 하는데 {lines}줄입니다.");
}

fn wrong_seek_to_the_end() {
    logged(|| {
        let mut file = OpenOptions::new().write(true).open("기록").unwrap();
        file.seek(SeekFrom::End(0)).unwrap();
        file
    });
}

fn right_seek_to_the_end() {
    logged(|| OpenOptions::new().append(true).open("기록").unwrap());
}

fn locked(first: [&str; 2], second: [&str; 2]) {
    for name in first {
        File::create(name).unwrap();
    }
    let lock = |names: [&str; 2]| {
        let held = names.map(|name| {
            let file = File::open(name).unwrap();
            file.lock().unwrap();
            file
        });
        drop(held);
        0
    };
    let children = [child(|| lock(first)), child(|| lock(second))];
    assert!(children.map(reap) == [0, 0]);
}

fn wrong_order_of_locks() {
    locked(["가", "나"], ["나", "가"]);
}

fn right_order_of_locks() {
    locked(["가", "나"], ["가", "나"]);
}

/// Whoever waits for a lock file that is removed gets a lock on nothing.
fn wrong_removed_lock_file() {
    let role = || {
        let lock = File::options().create(true).append(true).open("잠금").unwrap();
        lock.lock().unwrap();
        let alone = fs::create_dir("안").is_ok();
        let _ = fs::remove_dir("안");
        let _ = fs::remove_file("잠금");
        i32::from(!alone)
    };
    let children = [child(role), child(role), child(role)];
    assert!(children.map(reap) == [0; 3], "둘이 함께 들어갔습니다.");
}

fn wrong_forgets_to_wait() {
    child(|| 0);
}

fn wrong_falls_through() {
    // SAFETY: a scenario has one thread.
    if let nix::unistd::ForkResult::Parent { child } = unsafe { nix::unistd::fork() }.unwrap() {
        reap(child);
    }
}

/// The answer is looked for before there can be one, and never again.
fn wrong_asks_again_and_again() {
    let child = child(|| {
        fs::write("답", "x").unwrap();
        0
    });
    let mut left = 2;
    while !Path::new("답").exists() && left > 0 {
        left -= 1;
    }
    let found = Path::new("답").exists();
    reap(child);
    assert!(found, "답을 찾지 못했습니다.");
}

fn right_asks_again_and_again() {
    let child = child(|| {
        fs::write("답", "x").unwrap();
        0
    });
    while !Path::new("답").exists() {
        std::thread::sleep(std::time::Duration::from_secs(1));
    }
    reap(child);
}
