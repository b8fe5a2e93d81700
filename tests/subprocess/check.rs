use std::error::Error;

use super::answer::Completed;
use super::answer::check::{CalledProcessError, check_output};
use judge::{Promise, Step};
use process::{
    INPUT, PIPE_ENDS, Program, advise, at_rest, case, complained, demand, differs, expect, folder, printed,
    program, real, untouched_input,
};

pub const STEP: Step = Step {
    name: "check",
    title: "실패를 오류로",
    hints: [
        "성공은 반환 코드 0 하나뿐입니다. 음수도 실패입니다. 부호에 따라 달라지는 것은 오류의 말뿐입니다.",
        "`check`는 `self`를 분해해 명령과 두 출력을 오류로 옮깁니다. `check_output`의 표준 오류는 `Stdio::inherit()`으로 흘려보냅니다.",
        "`output()`으로 얻은 것을 `Completed`에 담아 `completed.check()?`를 부르면, `?`가 `CalledProcessError`를 `Box<dyn Error>`로 바꿔 줍니다.",
    ],
    promises: &[
        Promise {
            says: "반환 코드가 0이면 받은 그대로 돌려줍니다.", check: real(passes_success_on)
        },
        Promise {
            says: "0이 아니면 명령과 코드와 두 출력을 오류에 담습니다.",
            check: real(keeps_everything),
        },
        Promise {
            says: "오류 메시지에는 명령과 반환 코드나 신호가 있습니다.",
            check: real(says_what_failed),
        },
        Promise {
            says: "`check_output`은 표준 출력만 가로채 돌려줍니다.", check: real(returns_the_output)
        },
        Promise {
            says: "입력, 환경 변수, 작업 폴더, 프로세스 그룹은 부모의 것을 물려줍니다.",
            check: real(hands_on_the_rest),
        },
        Promise {
            says: "끝까지 잠들거나 거듭 묻지 않고 기다립니다.", check: real(waits_for_all)
        },
        Promise {
            says: "`check_output`은 실패를 `CalledProcessError`로 알립니다.",
            check: real(fails_as_an_error),
        },
    ],
};

fn completed(returncode: i32) -> Completed {
    Completed {
        args: vec!["검사".into(), "둘째 낱말".into()],
        returncode,
        stdout: Some("출력".into()),
        stderr: Some("오류".into()),
    }
}

/// 이 인수들을 실행하다 실패한 오류가 하는 말입니다.
fn said(args: Vec<String>, returncode: i32) -> String {
    match (Completed { args, ..completed(returncode) }).check() {
        Ok(_) => panic!("반환 코드 {returncode}는 실패인데 성공으로 봅니다."),
        Err(error) => error.to_string(),
    }
}

fn failed(returncode: i32) -> CalledProcessError {
    match completed(returncode).check() {
        Ok(_) => panic!("반환 코드 {returncode}는 실패인데 성공으로 봅니다."),
        Err(error) => error,
    }
}

fn passes_success_on() {
    advise("반환 코드가 0이면 `Ok(self)`를 돌려줍니다.");
    case(|| {
        let passed = completed(0).check();
        assert!(passed == Ok(completed(0)), "반환 코드 0은 성공인데 {passed:?}입니다.");
    });
    case(|| {
        advise("성공하면 바꾸거나 다듬지 않고 `Ok(self)`를 돌려줍니다.");
        for completed in [odd(0), Completed { stdout: None, stderr: None, ..odd(0) }] {
            let passed = completed.clone().check();
            assert!(passed == Ok(completed), "성공한 것의 명령이나 출력이 받은 그대로가 아닙니다.");
        }
    });
}

/// 빈 인수와, 글자가 아닌 바이트와, 빈칸으로 끝나는 긴 출력입니다.
fn odd(returncode: i32) -> Completed {
    let bytes = b"\xff\0 \xea\xb0\x80\r\n \n".repeat(1000);
    let args = ["검사", "", " 낱말 "].map(String::from).to_vec();
    Completed { args, returncode, stdout: Some(bytes.clone()), stderr: Some(bytes) }
}

fn keeps_everything() {
    advise(
        "`self`를 `let Completed { args, returncode, stdout, stderr } = self;`로 나누어 네 가지를 모두 그대로 옮깁니다.",
    );
    case(|| {
        for returncode in [1, 255, 256, -9] {
            let Completed { args, stdout, stderr, .. } = completed(returncode);
            let error = failed(returncode);
            let text =
                |bytes: &Option<Vec<u8>>| format!("{:?}", bytes.as_deref().map(String::from_utf8_lossy));
            for (name, wanted, found) in [
                ("cmd", format!("{args:?}"), format!("{:?}", error.cmd)),
                ("returncode", returncode.to_string(), error.returncode.to_string()),
                ("stdout", text(&stdout), text(&error.stdout)),
                ("stderr", text(&stderr), text(&error.stderr)),
            ] {
                if found != wanted {
                    differs(format!("반환 코드 {returncode}의 오류에 담긴 {name}"), wanted, found);
                }
            }
        }
    });
    case(|| {
        for output in [None, Some(Vec::new())] {
            let completed = Completed { stdout: output.clone(), stderr: output.clone(), ..completed(3) };
            let found = completed.check().map_or_else(|error| [error.stdout, error.stderr], |_| [None, None]);
            assert!(
                found == [output.clone(), output.clone()],
                "두 출력이 {output:?}일 때 오류에 담긴 출력이 {found:?}입니다. 빈 출력과 가로채지 않은 출력은 다릅니다."
            );
        }
    });
    case(|| {
        advise(
            "오류에 옮길 때 바꾸거나 다듬거나 줄이지 않습니다. 글자로 바꾸면 글자가 아닌 바이트를 잃습니다.",
        );
        let Completed { args, stdout, stderr, .. } = odd(3);
        let Err(error) = odd(3).check() else {
            panic!("반환 코드 3은 실패인데 성공으로 봅니다.")
        };
        assert!(error.cmd == args, "{args:?}에서 오류에 옮긴 명령이 {:?}입니다.", error.cmd);
        assert!(
            (error.stdout, error.stderr) == (stdout, stderr),
            "글자가 아닌 바이트가 든 긴 출력이 오류에 바이트 그대로 담기지 않았습니다."
        );
    });
}

fn says_what_failed() {
    advise("`{:?}`는 목록 전체를 한 줄로, 줄바꿈까지 글자로 보여 줍니다. 음수는 `abs()`로 부호를 뗍니다.");
    case(|| {
        let advice =
            "명령 다음에, 양수면 `반환 코드 3`처럼, 음수면 `abs()`로 부호를 떼어 `신호 9`처럼 덧붙입니다.";
        for (returncode, wanted, other) in [
            (3, "반환 코드 3", "신호"),
            (-9, "신호 9", "반환 코드"),
            (-15, "신호 15", "반환 코드"),
            (i32::MAX, "반환 코드 2147483647", "신호"),
            (-64, "신호 64", "반환 코드"),
        ] {
            let said = failed(returncode).to_string();
            demand(said.contains(wanted), advice, || {
                format!(
                    "`returncode`가 {returncode}인 오류의 말에 `{wanted}`(이)라는 말이 들어 있지 않습니다: `{said}`"
                )
            });
            demand(!said.contains(other), advice, || {
                format!(
                    "`returncode`가 {returncode}인 오류의 말에 `{other}`(이)라는 말이 들어 있습니다: `{said}`"
                )
            });
            assert!(
                said.contains("검사") && said.contains("둘째 낱말"),
                "오류가 명령의 인수를 모두 말하지 않습니다: `{said}`"
            );
            assert!(!said.contains('\n'), "오류의 말이 한 줄이 아닙니다: {said:?}");
        }
    });
    case(|| {
        let words: Vec<String> = (1..=40).map(|index| format!("{index}번째-낱말")).collect();
        let said = said(words.clone(), 3);
        let lost = words.iter().find(|word| !said.contains(*word));
        assert!(lost.is_none(), "명령의 인수 40개 가운데 {lost:?}이 오류의 말에 없습니다.");
        let long = "낱말-".repeat(300) + "끝";
        let said = self::said(vec!["검사".into(), long.clone()], 3);
        assert!(said.contains(&long), "901글자인 인수가 오류의 말에 다 들어 있지 않습니다.");
        assert!(!said.contains('\n'), "인수가 901글자면 오류의 말이 한 줄이 아닙니다.");
    });
    case(|| {
        let said = said(vec!["sh".into(), "-c".into(), "echo 하나\necho 둘".into()], 3);
        assert!(!said.contains('\n'), "인수에 줄바꿈이 있으면 오류의 말이 한 줄이 아닙니다: {said:?}");
        assert!(
            said.contains("echo 하나") && said.contains("echo 둘"),
            "줄바꿈이 있는 인수 \"echo 하나\\necho 둘\"을 모두 말하지 않습니다: `{said}`"
        );
    });
}

fn passed(program: &Program) -> Vec<u8> {
    check_output(&program.words())
        .unwrap_or_else(|error| panic!("{program}의 성공을 오류로 돌려줍니다: {error}"))
}

fn returns_the_output() {
    advise(
        "표준 출력만 파이프로 받고 표준 오류는 `Stdio::inherit()`으로 물려줍니다. 받은 것은 다시 출력하지 않습니다.",
    );
    case(|| {
        let program = program("say", &["값 \n", "경고", "0"]);
        let output = passed(&program);
        let output = String::from_utf8_lossy(&output);
        expect(format!("{program}의 표준 출력"), "값 \n", &*output);
        assert!(printed().is_empty(), "가로챈 표준 출력이 화면에도 나옵니다: {:?}", printed());
        assert!(
            complained() == "경고",
            "가로채지 않은 표준 오류는 부모의 오류로 나가야 하는데 {:?}가 나왔습니다.",
            complained()
        );
    });
    case(|| {
        let program = program("bytes", &["ff00c7d1"]);
        let found = passed(&program);
        assert!(
            found == b"\xff\0\xc7\xd1",
            "{program}의 출력을 바이트 그대로 돌려주어야 하는데 {found:02x?}입니다."
        );
        let path = folder("실행 횟수").join("기록").to_string_lossy().into_owned();
        let tally = process::program("tally", &[&path]);
        let times = || String::from_utf8_lossy(&passed(&tally)).into_owned();
        let first = times();
        assert!(first == "1", "프로그램을 한 번만 실행해야 하는데 {first}번 실행합니다.");
        let second = times();
        demand(
            second == "2",
            "앞의 출력을 두었다가 쓰지 않고, 부를 때마다 실행합니다.",
            || format!("`check_output`을 두 번 불렀는데 프로그램은 모두 {second}번 실행했습니다."),
        );
    });
}

fn hands_on_the_rest() {
    advise("`output()`은 표준 입력을 비우고 표준 오류를 가로챕니다. 둘 다 `Stdio::inherit()`으로 정합니다.");
    case(|| {
        let program = program("cat", &[]);
        let found = String::from_utf8_lossy(&passed(&program)).into_owned();
        expect(format!("부모의 표준 입력을 물려받은 {program}의 출력"), INPUT, &*found);
    });
    case(|| {
        passed(&program("say", &["값", "", "0"]));
        untouched_input();
    });
    case(|| {
        process::inherits(|program| match check_output(&program.words()) {
            Ok(output) => (0, String::from_utf8_lossy(&output).into_owned()),
            Err(_) => (1, String::new()),
        });
    });
}

fn waits_for_all() {
    advise("`output()`은 파이프가 끝날 때까지 읽은 다음에 거둡니다. 읽은 것을 그대로 돌려줍니다.");
    case(|| {
        let program = program("fill", &["4200001", "0"]);
        let found = passed(&program).len();
        assert!(found == 4_200_001, "{program}의 출력은 4,200,001바이트인데 {found}바이트를 돌려줍니다.");
    });
    case(|| {
        at_rest(|| passed(&program("late", &[])));
    });
    case(|| {
        advise(PIPE_ENDS);
        let found = passed(&program("witness", &[&std::process::id().to_string()]));
        assert!(!found.is_empty(), "자식이 끝난 뒤에 손자가 쓴 것을 돌려주지 않습니다.");
    });
}

fn refused(program: &Program) -> Box<dyn Error> {
    match check_output(&program.words()) {
        Ok(_) => panic!("{program}의 실패를 성공으로 봅니다."),
        Err(error) => error,
    }
}

fn fails_as_an_error() {
    advise("실행한 것을 `Completed`에 담아 첫 단계의 `check()`를 부르고, 오류는 `?`로 돌려줍니다.");
    case(|| {
        for (program, returncode) in [
            (program("say", &["값", "", "3"]), 3),
            (program("signal", &["9"]), -9),
            (program("say", &["값", "", "137"]), 137),
        ] {
            let error = refused(&program);
            let Some(error) = error.downcast_ref::<CalledProcessError>() else {
                panic!("{program}의 실패가 CalledProcessError가 아닙니다: {error}")
            };
            if returncode == 137 {
                advise(
                    "128을 넘는 반환 코드도 신호가 아니라 코드입니다. 신호로 끝났는지는 `ExitStatusExt::signal`에 묻습니다.",
                );
            }
            assert!(
                error.returncode == returncode && error.cmd == program.words(),
                "{program}의 오류가 다른 명령이나 다른 코드를 말합니다: {}",
                error.returncode
            );
        }
    });
    case(|| {
        for program in [program("say", &["값", "", "3"]), program("signal", &["9", "값"])] {
            let error = refused(&program);
            let error = error.downcast_ref::<CalledProcessError>();
            let output = error.and_then(|error| error.stdout.clone());
            assert!(
                output.as_deref() == Some("값".as_bytes()),
                "{program}: 실패하기 전까지의 표준 출력이 오류에 없습니다."
            );
            let complaint = error.and_then(|error| error.stderr.clone());
            assert!(complaint.is_none(), "가로채지 않은 표준 오류는 None이어야 하는데 {complaint:?}입니다.");
        }
    });
    case(|| {
        let pipes = refused(&program("pipes", &[]));
        let code = pipes.downcast_ref::<CalledProcessError>().map_or(1, |error| error.returncode);
        assert!(code == 1, "표준 오류를 자식에게 그대로 물려주지 않고, 파이프로 받아 나중에 내보냅니다.");
    });
    case(|| {
        let error = match check_output(&["이런-프로그램은-없음"]) {
            Ok(_) => panic!("없는 프로그램인데 성공으로 봅니다."),
            Err(error) => error,
        };
        assert!(!error.is::<CalledProcessError>(), "시작하지도 못한 것은 CalledProcessError가 아닙니다.");
    });
}
