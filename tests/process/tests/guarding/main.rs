//! What the guard says of answers that hang, run away, or leave something behind.

#![allow(clippy::zombie_processes, reason = "leaving processes behind is what these cases are about")]

#[cfg(target_os = "linux")]
mod left;
#[cfg(unix)]
#[path = "../programs.rs"]
mod programs;

#[cfg(unix)]
mod guarded {
    use std::io::{Read, Write};
    use std::process::{ExitCode, Stdio};
    use std::time::Duration;

    #[cfg(target_os = "linux")]
    use super::left;
    use super::programs;
    use judge::{Case, Court, Desk, Promise, Step, Verdict};
    use libtest_mimic::{Arguments, Trial};
    use process::{case, complained, folder, printed, program, real};

    macro_rules! steps {
        ($($name:ident),* $(,)?) => {
            const STEPS: &[Step] = &[$(Step {
                name: stringify!($name),
                title: "시험",
                hints: ["", "", ""],
                promises: &[Promise { says: "약속", check: real(|| case($name)) }],
            }),*];
        };
    }

    // First the one that takes longest.
    steps!(
        prints_for_ever,
        keeps_its_promise,
        shares_a_stream,
        panics,
        panics_in_a_thread,
        prints_beside,
        shows_what_it_printed,
        has_not_begun,
        waits_for_itself,
        waits_for_a_reader,
        loops,
        recurses,
        exits,
        aborts,
        hoards,
        floods,
        leaves_a_process,
        leaves_a_zombie,
        leaves_a_stray,
        leaves_a_file,
        polls_for_ever,
        stops_its_child,
        kills_its_own_group,
        is_abandoned,
        is_seen,
        is_seen_to_wait,
        leaves_a_file_elsewhere,
        removes_a_file_elsewhere,
        leaves_shared_memory,
        becomes_another_program,
        keeps_its_surroundings,
        locks_twice,
        waits_at_a_socket,
        comes_back_twice,
        is_told_where_its_memory_is_wrong,
        ends_its_child_by_a_signal,
    );

    fn keeps_its_promise() {
        let output = program("say", &["값", "", "0"]).command().output().unwrap();
        assert!(output.stdout == "값".as_bytes());
        std::fs::write(folder("여기").join("파일"), "x").unwrap();
    }

    fn shares_a_stream() {
        print!("하나 ");
        program("say", &["둘", "셋", "0"]).command().status().unwrap();
        assert!(printed() == "하나 둘" || printed() == "둘하나 ", "{:?}", printed());
        assert!(complained() == "셋");
    }

    fn panics() {
        panic!("약속을 어깁니다.");
    }

    fn panics_in_a_thread() {
        std::thread::scope(|scope| {
            scope.spawn(|| panic!("스레드에서 어깁니다."));
        });
    }

    fn has_not_begun() {
        todo!("할 일입니다.")
    }

    fn waits_for_itself() {
        let (mut reader, _writer) = std::io::pipe().unwrap();
        let _ = reader.read(&mut [0]);
    }

    fn waits_for_a_reader() {
        let mut command = program("linger", &[]).command();
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        let _ = child.stdin.take().unwrap().write_all(&[0; 1 << 20]);
    }

    fn loops() {
        loop {
            std::hint::spin_loop();
        }
    }

    fn recurses() {
        fn deeper(number: u64) -> u64 {
            let number = std::hint::black_box(number);
            if number == u64::MAX { 0 } else { deeper(number + 1) + 1 }
        }
        deeper(0);
    }

    fn exits() {
        std::process::exit(0);
    }

    fn aborts() {
        std::process::abort();
    }

    fn hoards() {
        let mut kept: Vec<Vec<u8>> = Vec::new();
        loop {
            kept.push(vec![1; 16 << 20]);
        }
    }

    fn floods() {
        let line = "x".repeat(1 << 20);
        loop {
            println!("{line}");
        }
    }

    fn leaves_a_process() {
        std::mem::forget(program("linger", &[]).command().spawn().unwrap());
    }

    fn leaves_a_zombie() {
        let mut child = program("say", &["", "", "0"]).command().stdout(Stdio::piped()).spawn().unwrap();
        child.stdout.take().unwrap().read_to_end(&mut Vec::new()).unwrap();
    }

    /// In a group of its own, and its parent is gone.
    fn leaves_a_stray() {
        use std::os::unix::process::CommandExt;

        program("orphan", &[""]).command().process_group(0).status().unwrap();
    }

    fn leaves_a_file() {
        std::fs::write(std::env::temp_dir().join("남은 파일"), "x").unwrap();
    }

    fn polls_for_ever() {
        let mut child = program("linger", &[]).command().spawn().unwrap();
        while child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn prints_for_ever() {
        loop {
            print!(".");
            let _ = std::io::stdout().flush();
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn stops_its_child() {
        let mut child = program("linger", &[]).command().spawn().unwrap();
        let number = nix::unistd::Pid::from_raw(child.id() as i32);
        let _ = nix::sys::signal::kill(number, nix::sys::signal::Signal::SIGSTOP);
        let _ = child.wait();
    }

    fn is_seen() {
        let before = process::seen();
        std::thread::sleep(Duration::from_millis(1));
        let here = std::env::current_dir().unwrap();
        std::env::set_current_dir("/").unwrap();
        std::env::set_current_dir(here).unwrap();
        let mut child = program("say", &["값", "", "0"]).command().stdout(Stdio::piped()).spawn().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        while stdout.read(&mut [0]).unwrap() > 0 {}
        while child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        let (Some(before), Some(after)) = (before, process::seen()) else { return };
        let seen = after.since(before);
        assert!(seen.looks > 0, "{seen:?}");
        let wanted =
            process::Seen { naps: 1, longest_nap: 1, moves: 2, small_reads: 4, ..process::Seen::default() };
        assert!(process::Seen { looks: 0, ..seen } == wanted, "{seen:?}");
    }

    /// The limits are facts, whatever it was that ended the waits.
    fn is_seen_to_wait() {
        use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

        let Some(before) = process::seen() else { return };
        let (say, heard) = std::sync::mpsc::channel();
        std::thread::scope(|scope| {
            for limit in [Duration::from_secs(3000), Duration::from_secs(3600), Duration::from_millis(2)] {
                let _ = heard.recv_timeout(Duration::from_millis(1));
                let say = say.clone();
                scope.spawn(move || {
                    std::thread::sleep(Duration::from_millis(30));
                    let _ = say.send(());
                });
                let _ = heard.recv_timeout(limit);
            }
        });
        poll(&mut [], PollTimeout::from(20u8)).unwrap();
        let (reader, _writer) = std::io::pipe().unwrap();
        let mut files = [PollFd::new(std::os::fd::AsFd::as_fd(&reader), PollFlags::POLLIN)];
        poll(&mut files, PollTimeout::from(5u8)).unwrap();
        let seen = process::seen().unwrap().since(before);
        assert!((seen.naps, seen.longest_nap, seen.polls) == (4, 30, 1), "{seen:?}");
        assert!((3_590_000..=3_600_000).contains(&seen.longest_wait), "{seen:?}");
        assert!((590_000..610_000).contains(&seen.drift), "{seen:?}");
        assert!((1..=6).contains(&seen.moments), "{seen:?}");
    }

    /// Where nobody looks who only looks at the folder of the case.
    const ELSEWHERE: &str = "/tmp/guarding: a folder";
    const SEGMENT: &str = "/dev/shm/guarding: a segment";

    fn leaves_a_file_elsewhere() {
        std::fs::create_dir(ELSEWHERE).unwrap();
        std::fs::write(format!("{ELSEWHERE}/file"), "x").unwrap();
        std::os::unix::fs::symlink("nothing", format!("{ELSEWHERE}/link")).unwrap();
    }

    fn removes_a_file_elsewhere() {
        std::fs::write("/tmp/guarding: a file", "x").unwrap();
        std::fs::rename("/tmp/guarding: a file", "/tmp/guarding: another").unwrap();
        std::fs::remove_file("/tmp/guarding: another").unwrap();
    }

    fn leaves_shared_memory() {
        let line = format!("echo x > '{SEGMENT}'");
        std::process::Command::new("sh").args(["-c", &line]).status().unwrap();
    }

    fn becomes_another_program() {
        use std::os::unix::process::CommandExt;

        let error = program("linger", &[]).command().exec();
        panic!("{error}");
    }

    fn keeps_its_surroundings() {
        let surroundings = process::Surroundings::now();
        program("say", &["", "", "0"]).command().status().unwrap();
        assert!(surroundings.change().is_none(), "{:?}", surroundings.change());
        let _file = std::fs::File::open("/dev/null").unwrap();
        assert!(
            surroundings.change().is_some_and(|change| change.contains("1개"))
                || cfg!(not(target_os = "linux"))
        );
    }

    /// Two descriptors of one file have a lock each.
    fn locks_twice() {
        let file = std::fs::File::create(folder("잠금").join("파일")).unwrap();
        let again = std::fs::File::open(folder("잠금").join("파일")).unwrap();
        file.lock().unwrap();
        again.lock().unwrap();
    }

    fn waits_at_a_socket() {
        let (ours, _theirs) = std::os::unix::net::UnixDatagram::pair().unwrap();
        let _ = ours.recv(&mut [0]);
    }

    fn comes_back_twice() {
        // SAFETY: the case has one thread.
        if let nix::unistd::ForkResult::Parent { child } = unsafe { nix::unistd::fork() }.unwrap() {
            nix::sys::wait::waitpid(child, None).unwrap();
        }
    }

    fn is_told_where_its_memory_is_wrong() {
        // SAFETY: none, and that is the point: the case ends here.
        unsafe { std::ptr::dangling_mut::<u64>().write_volatile(0) };
    }

    /// A signal that the shell ignores would be ignored by the child too.
    fn ends_its_child_by_a_signal() {
        let mut child = program("linger", &[]).command().stdout(Stdio::null()).spawn().unwrap();
        let number = nix::unistd::Pid::from_raw(child.id() as i32);
        nix::sys::signal::kill(number, nix::sys::signal::Signal::SIGTERM).unwrap();
        assert!(std::os::unix::process::ExitStatusExt::signal(&child.wait().unwrap()) == Some(15));
    }

    /// From a shell that ignores SIGTERM, with a temporary folder that is not there.
    fn begin_badly() {
        let binary = std::env::current_exe().unwrap();
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", "trap '' TERM; exec \"$0\" ends_its_child_by_a_signal --exact"]).arg(binary);
        let output = shell.env("TMPDIR", "/nowhere").output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }

    /// Whom `left::ask_and_leave` abandons; it knows the child by its word.
    fn is_abandoned() {
        let _ = program("linger", &["버려진 검사"]).command().status();
    }

    fn kills_its_own_group() {
        let group = nix::unistd::getpgrp();
        let _ = nix::sys::signal::killpg(group, nix::sys::signal::Signal::SIGKILL);
        std::thread::sleep(Duration::from_secs(60));
    }

    /// What an answer prints to follow itself is not what its programs print.
    fn prints_beside() {
        process::println!("하나");
        process::eprintln!("둘");
        assert!(printed().is_empty() && complained().is_empty(), "{:?}", printed());
    }

    fn shows_what_it_printed() {
        process::print!("하나, ");
        process::println!("둘");
        let three = process::dbg!(1 + 2);
        panic!("약속을 {three}번 어깁니다.");
    }

    fn wanted(name: &str) -> &'static str {
        let traced = cfg!(target_os = "linux") && std::env::var_os(process::TRACER).is_none();
        match name {
            "panics" => "약속을 어깁니다.",
            "shows_what_it_printed" => "약속을 3번 어깁니다.",
            "panics_in_a_thread" => "스레드에서 어깁니다.",
            "has_not_begun" => "할 일입니다.",
            "waits_for_itself" => "쓰는 쪽을 연 곳: 내 코드.",
            "waits_for_a_reader" => "자식 프로세스 `linger`의 표준 입력 파이프가 가득 차서",
            "loops" => "오래 걸리는 반복에서 나오지 못합니다.",
            "recurses" => "함수가 자신을 끝없이 불러",
            "exits" => "반환 코드 0번으로",
            "aborts" => "스스로 강제 종료했습니다(신호 6번)",
            "hoards" => "메모리를 끝없이 더 씁니다.",
            "floods" => "출력이 끝나지 않습니다.",
            "leaves_a_process" => "자식 프로세스 `linger`: 아직 돌고 있습니다.",
            "leaves_a_zombie" => "좀비로 남았습니다.",
            "leaves_a_stray" => "부모를 잃은 프로세스 `linger`: 아직 돌고 있습니다.",
            "leaves_a_file" => "임시 파일을 남겼습니다: 남은 파일",
            "polls_for_ever" => "내 코드: 잠들어 있습니다.",
            "prints_for_ever" => "잠들었다 깨어나기를 되풀이하기만 합니다.",
            "stops_its_child" => "자식 프로세스 `linger`: 멈추라는 신호를 받고 멈춰 있습니다.",
            "is_abandoned" => "내 코드: 자식 프로세스가 끝나기를 기다립니다.",
            "locks_twice" => "파일 잠금이 풀리기를 기다립니다.",
            "waits_at_a_socket" => "소켓으로 무엇이 오기를 기다립니다.",
            "comes_back_twice" => "부모의 코드로 돌아왔습니다.",
            "is_told_where_its_memory_is_wrong" => "잘못된 메모리를",
            "leaves_a_file_elsewhere" if traced => ELSEWHERE,
            "leaves_shared_memory" if traced => SEGMENT,
            "becomes_another_program" if traced => "다른 프로그램으로 바뀌었습니다.",
            "becomes_another_program" => "잠들어 있습니다.",
            "kills_its_own_group" => "신호 9번으로 끝났습니다.",
            _ => "",
        }
    }

    fn examine(case: &Case) {
        let verdict = Court { jobs: 1, ..Court::default() }.judge(std::slice::from_ref(case)).remove(0);
        let wanted = wanted(&case.id);
        let said = verdict.report().map_or("", |report| &report.finding.headline);
        let shown = verdict.report().map_or(String::new(), |report| report.finding.printed.join("\n"));
        if case.id == "shows_what_it_printed" {
            let line = shown.strip_prefix("하나, 둘\n(stderr) [main.rs:");
            assert!(line.is_some_and(|line| line.ends_with("] 1 + 2 = 3")), "{shown}");
        }
        match verdict {
            Verdict::Solved => assert!(wanted.is_empty(), "{} passes", case.id),
            Verdict::NotStarted(_) => assert!(case.id == "has_not_begun", "{}: {said}", case.id),
            Verdict::Rejected(_) => {
                assert!(!wanted.is_empty() && said.contains(wanted), "{}: {said}", case.id)
            }
        }
    }

    pub fn main() -> ExitCode {
        process::attend(STEPS.iter().map(|step| (step.name.to_string(), step)), programs::PROGRAMS);
        let desk = Desk { package: "lesson-trial".into(), folder: "lessons/trial".into(), ..Desk::default() };
        let case = |step: &'static Step| Case { id: step.name.into(), step, desk: desk.clone() };
        let cases: Vec<Case> = STEPS.iter().map(case).collect();
        judge::attend(&cases);
        #[cfg(target_os = "linux")]
        if let Some(ended) = left::apart() {
            return ended;
        }
        #[cfg(target_os = "linux")]
        let before = left::Left::now();
        let trials = cases.into_iter().map(|case| {
            Trial::test(case.id.clone(), move || {
                examine(&case);
                Ok(())
            })
        });
        #[cfg(target_os = "linux")]
        let trials = trials.chain([Trial::test("whoever asked is killed", || {
            left::ask_and_leave();
            Ok(())
        })]);
        let trials = trials.chain([Trial::test("begun badly", || {
            begin_badly();
            Ok(())
        })]);
        let mut arguments = Arguments::from_args();
        // Real processes wait more than they compute.
        arguments.test_threads = arguments.test_threads.or(Some(8));
        let conclusion = libtest_mimic::run(&arguments, trials.collect());
        #[cfg(target_os = "linux")]
        before.nothing_more();
        for name in [ELSEWHERE, SEGMENT] {
            assert!(std::fs::symlink_metadata(name).is_err(), "{name} is left");
        }
        conclusion.exit_code()
    }
}

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    guarded::main()
}

#[cfg(not(unix))]
fn main() {}
