//! The answers, and what is said of each.

use std::fs;
use std::os::unix::process::{CommandExt, parent_id};
use std::process::{Child, Command, ExitCode, Stdio};

use judge::{Case, Court, Desk, Promise, Step, Verdict};
use libtest_mimic::{Arguments, Trial};
use nix::sys::signal::{Signal, kill, killpg};
use nix::unistd::{Pid, fork, setpgid, setsid};
use process::{case, program, real};

use super::programs;

/// Set where a mistake can hurt nobody.
const SHELTERED: &str = "CONTAINING_IS_SHELTERED";

macro_rules! steps {
    ($($name:ident => $wanted:expr),* $(,)?) => {
        const STEPS: &[Step] = &[$(Step {
            name: stringify!($name),
            title: "시험",
            hints: ["", "", ""],
            promises: &[Promise { says: "약속", check: real(|| case($name)) }],
        }),*];

        fn wanted(name: &str) -> &'static str {
            match name {
                $(stringify!($name) => $wanted,)*
                _ => unreachable!(),
            }
        }
    };
}

const OUTSIDE: &str = "검사 밖의 프로세스에 신호를 보내려고 해서 막았습니다.";
const PASSES: &str = "";

steps!(
    signals_everybody => "kill(-1, SIGKILL)",
    signals_everybody_by_a_program => OUTSIDE,
    signals_by_name => OUTSIDE,
    signals_everybody_from_a_shell => "kill(-1, SIGKILL)",
    signals_its_parent => OUTSIDE,
    signals_the_group_of_its_parent => OUTSIDE,
    signals_a_thread_of_its_parent => "tgkill",
    signals_its_parent_by_a_descriptor => "pidfd_send_signal",
    has_its_parent_signalled => "fcntl",
    queues_a_signal_for_its_parent => "sigqueue",
    traces_its_parent => "ptrace",
    joins_a_group_and_signals_it => OUTSIDE,
    signals_a_stranger_from_a_grandchild => OUTSIDE,
    signals_a_reaped_child => "이미 거둔 프로세스의 번호로",
    signals_a_reaped_group => "이미 거둔 프로세스의 번호로",
    forks_for_ever => "프로세스나 스레드를 끝없이 만듭니다.",
    leaves_a_daemon => "아직 돌고 있습니다",
    fills_a_file => "끝없이 커집니다.",
    fills_many_files => "끝없이 커집니다.",
    asks_whether_its_parent_lives => PASSES,
    signals_its_own => PASSES,
    signals_nobody => PASSES,
    signals_a_zombie => PASSES,
    signals_a_group_without_a_leader => PASSES,
    signals_its_own_group_ignoring_it => PASSES,
);

fn guard() -> Pid {
    Pid::from_raw(parent_id() as i32)
}

fn lingers() -> Child {
    program("linger", &[]).command().stdout(Stdio::null()).spawn().unwrap()
}

fn pid(child: &Child) -> Pid {
    Pid::from_raw(child.id() as i32)
}

fn signals_everybody() {
    let _ = kill(Pid::from_raw(-1), Signal::SIGKILL);
}

/// As some versions of `kill` read it, this is -1.
fn signals_everybody_by_a_program() {
    let _ = Command::new("kill").args(["-9", "--", "-1"]).status();
}

fn signals_by_name() {
    // The guard and whoever asked have the name of this binary.
    let name = fs::read_to_string("/proc/self/comm").unwrap();
    let _ = Command::new("pkill").args(["-9", name.trim()]).status();
}

fn signals_everybody_from_a_shell() {
    let _ = Command::new("sh").args(["-c", "kill -9 -1"]).status();
}

fn signals_its_parent() {
    let _ = kill(guard(), Signal::SIGKILL);
}

fn signals_the_group_of_its_parent() {
    let _ = killpg(guard(), Signal::SIGKILL);
}

fn signals_a_thread_of_its_parent() {
    // SAFETY: a call without memory.
    unsafe { libc::syscall(libc::SYS_tgkill, guard().as_raw(), guard().as_raw(), libc::SIGKILL) };
}

fn signals_its_parent_by_a_descriptor() {
    // SAFETY: two calls without memory.
    unsafe {
        let file = libc::syscall(libc::SYS_pidfd_open, guard().as_raw(), 0);
        libc::syscall(libc::SYS_pidfd_send_signal, file, libc::SIGKILL, 0, 0);
    }
}

fn has_its_parent_signalled() {
    let (reader, _writer) = std::io::pipe().unwrap();
    // SAFETY: a call without memory.
    unsafe { libc::fcntl(std::os::fd::AsRawFd::as_raw_fd(&reader), libc::F_SETOWN, guard().as_raw()) };
}

fn queues_a_signal_for_its_parent() {
    // SAFETY: a call without memory.
    unsafe {
        libc::sigqueue(guard().as_raw(), libc::SIGTERM, libc::sigval { sival_ptr: std::ptr::null_mut() })
    };
}

fn traces_its_parent() {
    // SAFETY: a call without memory.
    unsafe { libc::ptrace(libc::PTRACE_ATTACH, guard().as_raw(), 0, 0) };
}

/// The child leaves the group of the case: its 0 means the guard's.
fn joins_a_group_and_signals_it() {
    let group = guard();
    let mut command = program("linger", &[]).command();
    let joins = move || {
        setpgid(Pid::from_raw(0), group)?;
        kill(Pid::from_raw(0), Signal::SIGKILL)?;
        Ok(())
    };
    // SAFETY: only two system calls are made between fork and exec.
    let _ = unsafe { command.pre_exec(joins) }.status();
}

fn signals_a_stranger_from_a_grandchild() {
    let _ = Command::new("sh").args(["-c", &format!("sh -c 'kill -TERM {}'; :", guard())]).status();
}

fn signals_a_reaped_child() {
    let mut child = program("say", &["", "", "0"]).command().spawn().unwrap();
    child.wait().unwrap();
    let _ = kill(pid(&child), Signal::SIGTERM);
}

fn signals_a_reaped_group() {
    let mut child = program("say", &["", "", "0"]).command().process_group(0).spawn().unwrap();
    child.wait().unwrap();
    let _ = killpg(pid(&child), Signal::SIGTERM);
}

fn forks_for_ever() {
    loop {
        // SAFETY: the child does nothing but this again.
        let _ = unsafe { fork() };
    }
}

/// Forked twice, in a session of its own: nobody's child and in nobody's group.
fn leaves_a_daemon() {
    let mut command = program("orphan", &[""]).command();
    // SAFETY: only one system call is made between fork and exec.
    unsafe { command.pre_exec(|| setsid().map(drop).map_err(Into::into)) }.status().unwrap();
}

fn fills_a_file() {
    let block = vec![b'x'; 1 << 20];
    let mut file = fs::File::create("커지는 파일").unwrap();
    while std::io::Write::write_all(&mut file, &block).is_ok() {}
}

fn fills_many_files() {
    let block = vec![b'x'; 8 << 20];
    for count in 0.. {
        fs::write(count.to_string(), &block).unwrap();
    }
}

fn asks_whether_its_parent_lives() {
    assert!(kill(guard(), None).is_ok(), "a question hurts nobody");
}

fn signals_its_own() {
    let mut child = lingers();
    kill(pid(&child), Signal::SIGTERM).unwrap();
    child.wait().unwrap();
    let mut child =
        program("family", &[""]).command().stdout(Stdio::null()).process_group(0).spawn().unwrap();
    killpg(pid(&child), Signal::SIGKILL).unwrap();
    child.wait().unwrap();
}

fn signals_nobody() {
    assert!(kill(Pid::from_raw(4_000_000), Signal::SIGTERM).is_err(), "there is no such process");
}

fn signals_a_zombie() {
    let mut child = lingers();
    kill(pid(&child), Signal::SIGKILL).unwrap();
    while !fs::read_to_string(format!("/proc/{}/stat", child.id())).unwrap().contains(") Z") {
        std::thread::yield_now();
    }
    kill(pid(&child), Signal::SIGTERM).unwrap();
    killpg(nix::unistd::getpgrp(), Signal::SIGCONT).unwrap();
    child.wait().unwrap();
}

/// The leader has ended and was waited for; its group lives on in its child.
fn signals_a_group_without_a_leader() {
    let mut child = program("orphan", &[""]).command().process_group(0).spawn().unwrap();
    child.wait().unwrap();
    killpg(pid(&child), Signal::SIGKILL).unwrap();
}

fn signals_its_own_group_ignoring_it() {
    kill(Pid::from_raw(0), Signal::SIGWINCH).unwrap();
}

/// What the filter refuses alone, where there is no tracer.
const UNTRACED: &[&str] = &[
    "signals_everybody",
    "signals_its_parent",
    "signals_the_group_of_its_parent",
    "signals_its_parent_by_a_descriptor",
    "traces_its_parent",
    "signals_its_own",
    "leaves_a_daemon",
    "fills_a_file",
];

fn is_traced() -> bool {
    std::env::var_os(process::TRACER).is_none()
}

fn examine(case: &Case) {
    let verdict = Court { jobs: 1, ..Court::default() }.judge(std::slice::from_ref(case)).remove(0);
    let wanted = match wanted(&case.id) {
        "kill(-1, SIGKILL)" | "pidfd_send_signal" | "ptrace" if !is_traced() => OUTSIDE,
        wanted => wanted,
    };
    let said = verdict.report().map_or("", |report| &report.finding.headline);
    let fits = if wanted.is_empty() { verdict == Verdict::Solved } else { said.contains(wanted) };
    assert!(fits, "{}: {said}", case.id);
}

/// Runs all this once more where only these processes are; `None` if this is there, or there is no such place.
fn shelter() -> Option<ExitCode> {
    if std::env::var_os(SHELTERED).is_some() {
        return None;
    }
    // SAFETY: a call without memory.
    let rights: &[&str] = if unsafe { libc::geteuid() } == 0 { &[] } else { &["--user", "--map-root-user"] };
    let namespace = ["--pid", "--fork", "--mount-proc", "--kill-child"];
    let unshare = |command: &[&str]| {
        let mut unshare = Command::new("unshare");
        unshare.args(rights).args(namespace).args(command).env(SHELTERED, "1");
        unshare
    };
    if !unshare(&["true"]).stderr(Stdio::null()).status().is_ok_and(|status| status.success()) {
        println!("no namespace of processes can be made here: what would hurt others is not tried");
        return Some(ExitCode::SUCCESS);
    }
    let binary = std::env::current_exe().unwrap();
    let words: Vec<String> =
        [binary.to_string_lossy().into_owned()].into_iter().chain(std::env::args().skip(1)).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let status = unshare(&words).status().unwrap();
    Some(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What the cases need and not every system has.
fn is_there(name: &str) -> bool {
    let tool = match name {
        "signals_by_name" => "pkill",
        "signals_everybody_by_a_program" => "kill",
        _ => return true,
    };
    Command::new("sh")
        .args(["-c", &format!("command -v /bin/{tool} /usr/bin/{tool}")])
        .output()
        .is_ok_and(|found| !found.stdout.is_empty())
}

pub fn main() -> ExitCode {
    if let Some(ended) = shelter() {
        return ended;
    }
    process::attend(STEPS.iter().map(|step| (step.name.to_string(), step)), programs::PROGRAMS);
    let desk = Desk { package: "lesson-trial".into(), folder: "lessons/trial".into(), ..Desk::default() };
    let case = |step: &'static Step| Case { id: step.name.into(), step, desk: desk.clone() };
    let cases: Vec<Case> = STEPS.iter().map(case).collect();
    judge::attend(&cases);
    let tried = |case: &Case| is_there(&case.id) && (is_traced() || UNTRACED.contains(&case.id.as_str()));
    let trials = cases.into_iter().filter(tried).map(|case| {
        Trial::test(case.id.clone(), move || {
            examine(&case);
            Ok(())
        })
    });
    let mut stranger = Command::new("sleep").arg("600").spawn().unwrap();
    let mut arguments = Arguments::from_args();
    arguments.test_threads = arguments.test_threads.or(Some(4));
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    let lives = stranger.try_wait().unwrap().is_none();
    let _ = stranger.kill();
    let _ = stranger.wait();
    assert!(lives, "a process that has nothing to do with the cases was ended");
    if conclusion.has_failed() || !is_traced() {
        return conclusion.exit_code();
    }
    let mut again = Command::new(std::env::current_exe().unwrap());
    let status = again.args(std::env::args().skip(1)).env(process::TRACER, "off").status().unwrap();
    if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
