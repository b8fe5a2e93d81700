use std::io::Read;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Stdio};
use std::time::Duration;

use super::answer::farewell::farewell; // lessons/multiprocess/src/farewell.rs
use judge::{Promise, Step};
use process::{
    BUSY, Program, advise, another_keeps, case, demand, differs, expect, foresee, orders, program, real,
    seen, until_it_speaks,
};

pub const STEP: Step = Step {
    name: "farewell",
    title: "끝내 달라고 하고, 끝내고, 거두기",
    hints: [
        "네 가지를 차례로 합니다: 부탁하고, 기다리고, 남은 것을 끝내고, 거둡니다.",
        "신호는 두 번 모두 그룹에 보냅니다. 자식이 부탁을 듣고 끝났어도 손자는 남아 있을 수 있습니다.",
        "`Pid::from_child(child)`로 그룹의 번호를 얻어 `kill_process_group`에 `Signal::TERM`을, `wait_for_end` 다음에 `Signal::KILL`을 주고, 마지막에 `child.wait()`를 부릅니다.",
    ],
    promises: &[
        Promise {
            says: "부탁을 듣는 자식은 마무리하고 끝납니다.", check: real(lets_it_finish)
        },
        Promise {
            says: "듣지 않는 자식은 한도 뒤에 끝냅니다.", check: real(ends_the_stubborn)
        },
        Promise {
            says: "어떤 순서로 나아가도, 부탁을 들은 자식은 마무리합니다.",
            check: real(never_cuts_it_short),
        },
        Promise { says: "손자도 남지 않습니다.", check: real(ends_the_family) },
        Promise {
            says: "이미 끝난 자식은 기다리지 않습니다.", check: real(does_not_wait_for_the_ended)
        },
    ],
};

const HOUR: Duration = Duration::from_secs(3600);
/// 어느 단위로 재어 32비트나 64비트로 잘라도 0이 됩니다.
const EVEN: Duration = Duration::from_secs(1 << 61);
const MOMENT: Duration = Duration::from_millis(20);

fn expect_end(program: &Program, wanted: &str, end: &str) {
    if end != wanted {
        differs(format!("{program}의 끝"), wanted, end);
    }
}

fn started(program: &Program) -> Child {
    let mut command = program.command();
    let child = command.process_group(0).stdout(Stdio::piped()).spawn().expect("작은 프로그램은 시작됩니다.");
    until_it_speaks(&child);
    child
}

fn ended(program: &Program, child: &mut Child, limit: Duration) -> String {
    let (before, computed) = (seen().unwrap_or_default(), process::computed());
    let status = farewell(child, limit)
        .unwrap_or_else(|error| panic!("{program}: 끝낼 수 있는데 오류입니다: {error}"));
    let (made, computed) = (seen().unwrap_or_default().since(before), process::computed() - computed);
    let once =
        "`wait_for_end(child, limit)`를 한 번만 부릅니다. 되풀이하거나, 끝났는지 묻거나, 자는 줄을 지웁니다.";
    demand(computed < BUSY, once, || {
        format!("{program}: 기다리는 동안 쉬지 않고 거듭 확인합니다(바쁜 대기). 한 번 잠들어 기다립니다.")
    });
    let brief = if limit < HOUR { 1 } else { 0 };
    let waits_once = made.looks <= 1 && made.naps == 0 && made.polls <= 1 && made.moments <= brief;
    demand(waits_once, once, || {
        format!(
            "{program}: 되풀이해 깨어나 끝났는지 묻거나 정해진 시간을 잡니다. 끝날 때까지 한 번 기다립니다."
        )
    });
    let longer = "받은 `limit`을 그대로 `wait_for_end`에 한 번 넘깁니다. 더하거나 곱하지 않습니다.";
    demand(made.longest_wait as u128 <= limit.as_millis(), longer, || {
        format!("{program}: 한도보다 오래 기다립니다.")
    });
    let (waits, least) = (made.longest_wait, HOUR.as_millis() as usize * 9 / 10);
    let whole = "받은 `limit`을 그대로 `wait_for_end`에 넘깁니다. 다른 단위로 바꾸거나 줄이지 않습니다.";
    demand(limit < HOUR || waits == 0 || waits >= least, whole, || {
        format!("{program}: 한도보다 짧게 기다립니다.")
    });
    let request = "SIGTERM은 그룹에 보내는 한 번뿐입니다. 자식은 그룹에 들어 있으므로 따로 보내지 않습니다.";
    demand(made.requests <= 1, request, || {
        let times = made.requests;
        format!("{program}: SIGTERM을 {times}번 보냅니다. 두 번째를 재촉으로 여기는 프로그램도 있습니다.")
    });
    let first =
        "자식이 끝났든 아니든, 먼저 그룹에 `Signal::TERM`을 보냅니다. 그룹에는 손자가 남아 있을 수 있습니다.";
    demand(made.requests == 1 || seen().is_none(), first, || {
        format!("{program}: SIGTERM을 보내지 않습니다.")
    });
    match (status.code(), status.signal()) {
        (Some(code), _) => format!("반환 코드 {code}"),
        (None, signal) => format!("신호 {}", signal.unwrap_or(0)),
    }
}

/// 거두지는 않습니다.
#[cfg(target_os = "linux")]
fn until_it_has_ended(child: &Child) {
    use process::nix::sys::wait::{Id, WaitPidFlag, waitid};
    use process::nix::unistd::Pid;

    let _ = waitid(Id::Pid(Pid::from_raw(child.id() as i32)), WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT);
}

#[cfg(not(target_os = "linux"))]
fn until_it_has_ended(_child: &Child) {}

fn said(child: &mut Child) -> String {
    let mut text = String::new();
    let from = child.stdout.as_mut().expect("출력은 파이프입니다.");
    from.read_to_string(&mut text).expect("UTF-8입니다.");
    text
}

const ONCE: &str = "SIGTERM을 그룹에 한 번 보내고, `wait_for_end(child, limit)`로 한 번 기다립니다.";
const WHOLE: &str = "받은 `limit`을 그대로 `wait_for_end`에 넘깁니다. 다른 단위로 바꾸면 큰 한도가 잘립니다.";
const WOKEN: &str = "깨어났다고 끝난 것은 아닙니다. `unpark`가 남아 있으면 `park`는 바로 돌아옵니다. `wait_for_end`나 채널로 기다립니다.";

fn lets_it_finish() {
    for (limit, is_woken, advice) in
        [(HOUR, false, ONCE), (HOUR, true, WOKEN), (EVEN, false, WHOLE), (Duration::MAX, false, WHOLE)]
    {
        case(move || {
            advise(advice);
            let program = program("polite", &[", 마지막 말"]);
            let mut child = started(&program);
            if is_woken {
                std::thread::current().unpark();
            }
            let end = ended(&program, &mut child, limit);
            if end != "반환 코드 7" {
                differs(format!("한도가 {limit:?}일 때 {program}의 끝"), "반환 코드 7", &*end);
            }
            let said = said(&mut child);
            expect(format!("{program}의 출력"), "준비, 마지막 말", &*said);
        });
    }
    case(|| {
        advise(
            "`child.wait()`가 돌려준 것을 그대로 돌려줍니다. 부탁을 듣고 끝난 것도 신호 15로 끝난 것입니다.",
        );
        let program = program("plain", &[]);
        let mut child = started(&program);
        let end = ended(&program, &mut child, HOUR);
        expect_end(&program, "신호 15", &end);
    });
    case(|| {
        let program = program("plain", &[]);
        let another = process::program("say", &["끝", "3"]);
        // 다른 자식이 먼저 끝났으므로, 아무나 거두면 그 자식입니다.
        let end = another_keeps(&another, || ended(&program, &mut started(&program), HOUR));
        expect_end(&program, "신호 15", &end);
    });
}

fn never_cuts_it_short() {
    advise("표에서 SIGKILL을 보내는 때를 봅니다. `wait_for_end`가 돌아온 다음이어야 합니다.");
    orders(|| {
        let mut child = started(&program("ready", &[]));
        let status =
            farewell(&mut child, HOUR).unwrap_or_else(|error| panic!("끝낼 수 있는데 오류입니다: {error}"));
        let said = said(&mut child);
        assert!(
            status.code() == Some(7) && said == "준비, 마지막 말",
            "마무리할 틈이 있으면 \"준비, 마지막 말\"을 출력하고 7로 끝나는데, 출력은 {said:?}이고 끝은 {status}입니다."
        );
    });
}

fn ends_the_stubborn() {
    advise("한도가 지났으면 그룹에 SIGKILL을 보냅니다. SIGTERM은 막을 수 있습니다.");
    case(|| {
        foresee(
            "`stubborn`은 SIGTERM을 무시합니다. `wait_for_end(child, limit)`로 한도까지만 기다리고, 끝나지 않았으면 그룹에 SIGKILL을 보낸 다음에 `wait()`로 거둡니다.",
        );
        for limit in [MOMENT, Duration::ZERO] {
            let program = program("stubborn", &[]);
            let mut child = started(&program);
            let end = ended(&program, &mut child, limit);
            expect_end(&program, "신호 9", &end);
        }
    });
}

fn ends_the_family() {
    advise(
        "두 신호를 모두 그룹에 보냅니다. 자식이 끝났어도 손자는 남아 있을 수 있고, 거둔 뒤에는 보내지 않습니다.",
    );
    case(|| {
        foresee(
            "`house`는 손자가 끝나기를 기다립니다. 자식에게만 보낸 SIGTERM은 손자에게 가지 않습니다. `kill_process_group`으로 그룹 전체에 SIGTERM을 보냅니다.",
        );
        let program = program("house", &["ready"]);
        let mut child = started(&program);
        let end = ended(&program, &mut child, HOUR);
        expect_end(&program, "반환 코드 7", &end);
    });
    case(|| {
        let program = program("heir", &["stubborn"]);
        let mut child = started(&program);
        until_it_has_ended(&child);
        let end = ended(&program, &mut child, HOUR);
        expect_end(&program, "반환 코드 7", &end);
    });
    case(|| {
        let program = program("family", &["stubborn"]);
        let mut child = started(&program);
        let end = ended(&program, &mut child, HOUR);
        expect_end(&program, "반환 코드 7", &end);
    });
}

fn does_not_wait_for_the_ended() {
    advise("`wait_for_end`는 이미 끝난 자식이면 바로 돌아옵니다. 정해 둔 시간을 자지 않습니다.");
    case(|| {
        for (program, wanted) in
            [(program("say", &["끝", "3"]), "반환 코드 3"), (program("signal", &["9"]), "신호 9")]
        {
            let mut child = started(&program);
            said(&mut child);
            until_it_has_ended(&child);
            let end = ended(&program, &mut child, HOUR);
            expect_end(&program, wanted, &end);
        }
    });
}
