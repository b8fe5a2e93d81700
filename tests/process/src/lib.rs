//! Runs the cases of a lesson about processes for real: real children, real pipes, real signals.
//!
//! The check of a promise calls [`case`]. Three processes take part, all of them the test binary started again with a
//! private first argument, so that there is nothing to build, find or install:
//! * the *guard* has a process group of its own and adopts what the answer leaves behind; it ends a case that is stuck,
//!   tells what was stuck on what, proves that nothing is left, and ends everything if the one who asked is gone;
//! * the *answer* runs the case, in a group, a folder and with standard streams of its own;
//! * the *programs* are what the answer runs: [`Role`]s that the topic hands in.
//!
//! A verdict does not depend on how fast or how busy the machine is. A case is stuck when look after look finds that none
//! of its processes has run, or wants to, but an answer that looks around again and again and moves no byte. The limits on
//! sleeping and on computing end what moves and gets nowhere. No limit is one of time: see `still.rs`.
//!
//! # Every order
//! [`orders`] does the same for a scenario of several processes, in every order of their system calls with up to two
//! switches: the guard lets one process go on at a time, from one call to the next. A spec of such a step is
//! ```ignore
//! fn counts_every_visit() {
//!     orders(|| {
//!         fs::write("visits", "0").unwrap();
//!         let children = [fork(|| visit("visits")), fork(|| visit("visits"))];
//!         for child in children {
//!             child.wait();
//!         }
//!         assert!(fs::read_to_string("visits").unwrap() == "2", "...");
//!     });
//! }
//! ```
//! The scenario is the parent. It may fork, start programs, use pipes, sockets, file locks and signals; it begins in an
//! empty folder, with one thread, each time. What it asserts at its end must hold in every order; besides, it must have
//! waited for each child, nobody may be left, nobody may hang, and no number may be signalled that was reaped already. The
//! simplest order that fails is told: what each process did, call by call, and how to run that order again
//! (`PROCESS_ORDER`). Two processes with twenty calls take 3 to 5 ms an order. Of orders that differ only in calls that touch
//! nothing in common one is run, so that some fifty to two hundred are all with two switches.
//!
//! Seen are files, names of files, file locks, pipes, sockets, signals, ends and waits. Not seen, so nobody is switched for
//! them: memory that processes share, and the position in a file that a fork shares. A time limit (`poll`, `recv_timeout`)
//! runs for real; only `sleep` takes no time. Where there is no tracer the scenario runs once, for real, and
//! [`Explored::orders`] is 0.
//!
//! # Facts
//! [`seen`] tells a case how often its answer has slept, polled, looked for an ended child, moved to another folder, read a
//! few bytes, or sent a signal, up to now; `None` where there is no tracer, and then the case asserts nothing of it.
//! [`Surroundings`] tells what an answer has left otherwise than it was, and [`advise`] what to do about what a spec finds.
//!
//! # What an answer cannot do
//! On Linux (x86-64 and aarch64) the guard traces the processes of the answer with ptrace, over fork and exec, and a seccomp
//! filter stops them at the system calls that matter. A signal to anybody who is not of the case, by whatever call and by
//! whatever program, is refused and ends the case with a finding, as do more than 128 processes at once and more than 256 MiB
//! in the folder of the case. What an answer leaves behind is ended, daemons in sessions of their own too. Neither needs
//! rights. Where there is no ptrace, the filter alone ends a process that would signal everybody (-1), the guard, whoever
//! asked, or their groups, and other strangers are not known. Where there is neither, [`main`] says so.
//!
//! What is not kept from it: files of the same user, the terminal, the network, and services that start processes for it.
//! Shared memory is not seen. `PROCESS_TRACER=off` turns the tracer off.
//!
//! # Printing
//! `#[macro_use] extern crate process;` at the root of a test crate: what an answer prints by `println!`, `eprintln!` or
//! `dbg!` to follow itself is told with the finding, and no promise about output sees it. Its programs print as ever.
//!
//! # Limits
//! What a case is stuck on is read from `/proc`: elsewhere than on Linux the report only says that it is stuck, processes
//! that left the group of the answer are not found, and zombies are not seen. Outside of Unix the steps are not judged.

#[cfg(unix)]
mod answer;
#[cfg(unix)]
mod case;
#[cfg(unix)]
mod guard;
#[cfg(unix)]
mod inherited;
#[cfg(unix)]
mod limits;
#[cfg(unix)]
mod offence;
#[cfg(traced)]
mod orders;
#[cfg(unix)]
mod program;
#[cfg(unix)]
mod room;
#[cfg(unix)]
mod scene;
#[cfg(unix)]
mod seen;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
mod still;
#[cfg(unix)]
mod story;
#[cfg(unix)]
#[cfg_attr(not(traced), allow(dead_code, reason = "no order is chosen where there is no tracer"))]
mod tale;
#[cfg(unix)]
#[doc(hidden)]
pub mod told;
#[cfg(traced)]
mod trace;
#[cfg(all(unix, not(traced)))]
#[path = "untraced.rs"]
mod trace;
#[cfg(unix)]
mod verdict;
#[cfg(unix)]
mod wake;
#[cfg(unix)]
mod wire;

use std::process::ExitCode;

#[cfg(unix)]
use report::{Step, Topic};

#[cfg(unix)]
pub use answer::{
    INPUT, PIPE_ENDS, advise, calling, complained, differs, expect, folder, foresee, open_files, printed,
    seen, transfers, until_it_speaks, untouched_input,
};
#[cfg(unix)]
pub use case::{Explored, case, orders, real};
#[cfg(unix)]
pub use inherited::inherits;
#[cfg(unix)]
pub use nix;
#[cfg(unix)]
pub use program::{
    Program, Role, another_keeps, beside_a_thread, program, until_it_rests, until_the_parent_rests,
};
#[cfg(unix)]
pub use seen::{BUSY, Seen, Surroundings, at_rest, computed, demand, plainly, variable_of_bytes};

/// Set to `off`, no case is traced: as on a system that does not allow it.
#[cfg(unix)]
pub const TRACER: &str = "PROCESS_TRACER";

/// The one order that [`orders`] runs.
#[cfg(unix)]
pub const ORDER: &str = "PROCESS_ORDER";

/// `cargo test -p lesson-subprocess`: [`judge::main`] for a topic whose steps run for real.
#[cfg(unix)]
pub fn main(manifest_dir: &str, topic: &'static Topic, roles: &[Role]) -> ExitCode {
    attend(topic.steps.iter().map(|step| (step.name.to_string(), step)), roles);
    if std::env::var_os("JUDGE_CHILD").is_none() {
        limits::warn();
    }
    judge::main(manifest_dir, topic)
}

/// Instead of [`main`] where the steps cannot be judged.
#[cfg(not(unix))]
pub fn main_elsewhere(title: &str) -> ExitCode {
    println!(
        "{title}: 이 주제의 단계는 리눅스와 맥에서 확인합니다. 윈도에서는 WSL 안에서 같은 명령을 실행합니다."
    );
    ExitCode::SUCCESS
}

/// Does not return if this process was started to guard a case, to run one, or to be one of the programs.
///
/// To be called first in `main`, before [`judge::attend`]; `steps` are all that the binary judges, each with the id of its
/// answer, `roles` whatever their cases start by [`program`].
#[cfg(unix)]
pub fn attend<'a>(steps: impl IntoIterator<Item = (String, &'a Step)>, roles: &[Role]) {
    let mut words = std::env::args_os().skip(1);
    let Some(first) = words.next() else { return };
    let first = first.to_string_lossy();
    match first.split_once(':') {
        Some(("program", name)) => program::play(roles, name, &words.collect::<Vec<_>>()),
        Some(("guard", key)) => guard::run(key, false),
        Some(("orders", key)) => guard::run(key, true),
        Some(("answer", key)) => answer::run(steps, key),
        _ => {}
    }
}
