use std::fs;
use std::io::{self, Error, ErrorKind, Read, Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use super::answer::fork_child;
use super::answer::shared::{visit, visits}; // lessons/multiprocess/src/shared.rs
use judge::{Promise, Step};
use process::nix::errno::Errno;
use process::nix::sys::resource::{Resource, getrlimit, setrlimit};
use process::nix::sys::signal::{SigSet, Signal};
use process::{advise, calling, case, differs, expect, orders, real};

pub const STEP: Step = Step {
    name: "shared",
    title: "함께 쓰는 파일과 파일 잠금",
    hints: [
        "두 프로세스의 차례를 따라가며, 잠그기 전에 무엇을 이미 했는지 봅니다.",
        "여는 것은 잠그기 전에 해도 되지만, 읽는 것과 지우는 것은 잠근 뒤에 합니다. `visits`도 읽기 전에 잠급니다.",
        "`visit`에서는 `open` 바로 다음 줄에서 `file.lock()?`, `visits`에서는 `file.lock_shared()?`를 부릅니다. 닫힐 때 풀리므로 따로 풀지 않아도 됩니다.",
    ],
    promises: &[
        Promise { says: "수를 하나 늘려 쓰고, 늘린 수를 돌려줍니다.", check: real(counts) },
        Promise {
            says: "두 프로세스가 어떤 차례로 불러도 모두 셉니다.", check: real(counts_every_visit)
        },
        Promise {
            says: "쓰는 동안 읽어도 반쯤 쓴 것을 보지 않습니다.", check: real(reads_whole_numbers)
        },
        Promise {
            says: "같은 파일을 잠그는 다른 프로그램과도 함께 씁니다.",
            check: real(shares_it_with_others),
        },
        Promise {
            says: "수가 아닌 내용은 그대로 두고 오류입니다.", check: real(refuses_other_text)
        },
        Promise {
            says: "열거나 읽거나 쓰다 난 오류는 그대로 돌려줍니다.", check: real(tells_other_errors)
        },
    ],
};

const FILE: &str = "방문 수";

fn counted(path: &Path) -> u64 {
    visit(path).unwrap_or_else(|error| failed("방문을 셀 수 있는데 오류입니다", &error))
}

fn shown(path: &Path) -> u64 {
    visits(path).unwrap_or_else(|error| failed("방문 수를 읽을 수 있는데 오류입니다", &error))
}

fn failed(call: &str, error: &Error) -> ! {
    if error.raw_os_error() == Some(Errno::EBADF as i32) {
        advise(OPENED);
    }
    panic!("{call}: {error}")
}

const OPENED: &str = "`File::create`는 쓰기 전용으로 열고 내용을 비웁니다. `File::open`은 읽기 전용입니다. 읽고 쓰려면 `File::options().read(true).write(true)`로 엽니다.";
const EMPTIED: &str = "파일을 여는 순간에 비우는지 봅니다. `File::create`와 `truncate(true)`는 잠그기도 전에 앞의 수를 지웁니다. `truncate(false)`로 열고, 잠그고 읽은 다음에 지웁니다.";
const APPENDED: &str = "새 수를 앞의 수 뒤에 붙여 썼습니다. `append(true)`로 열면 `rewind()`를 해도 끝에 쓰므로 `write(true)`로 엽니다. 읽은 다음에는 자리가 파일의 끝이니 `rewind()`로 처음으로 돌아가서 씁니다.";
const REWOUND: &str = "읽은 다음에는 자리가 파일의 끝입니다. `rewind()`로 처음으로 돌아가 쓰고, 앞의 수가 더 길었으면 `set_len`으로 자릅니다.";

fn counts() {
    case(|| {
        let path = process::folder("방문").join(FILE);
        for wanted in 1..=12 {
            advise(REWOUND);
            let before = fs::read_to_string(&path).unwrap_or_default();
            let found = counted(&path);
            if found == 1 {
                advise(EMPTIED);
            }
            expect(format!("{wanted}번째 방문"), wanted, found);
            let text = fs::read_to_string(&path).unwrap_or_default();
            advise(if wanted > 1 && text == format!("{before}{wanted}") { APPENDED } else { REWOUND });
            expect(format!("방문 {wanted}번 뒤의 수"), wanted, shown(&path));
        }
        advise(REWOUND);
        for (before, wanted) in [
            ("", 1),
            ("99", 100),
            ("4294967295", 4_294_967_296),
            ("9007199254740992", (1 << 53) + 1),
            ("9223372036854775807", 1 << 63),
            ("18446744073709551614", u64::MAX),
        ] {
            fs::write(&path, before).expect("쓸 수 있습니다.");
            let found = calling(format!("파일이 {before:?}일 때 `visit`"), || visit(&path));
            let found = found.unwrap_or_else(|error| {
                advise("수는 처음부터 끝까지 `u64`입니다. 더 늘릴 수 없는 수는 `u64::MAX` 하나뿐입니다.");
                panic!("파일이 {before:?}일 때 방문을 셀 수 있는데 오류입니다: {error}")
            });
            expect(format!("{before:?} 다음의 방문"), wanted, found);
            let text = fs::read_to_string(&path).unwrap_or_default();
            assert!(text == wanted.to_string(), "파일에는 수만 있어야 하는데 {text:?}입니다.");
            expect(format!("{text:?}인 파일의 방문 수"), wanted, shown(&path));
        }
        fs::write(&path, "").expect("쓸 수 있습니다.");
        expect("빈 파일의 방문 수", 0, shown(&path));
    });
    case(|| {
        advise("부를 때마다 받은 경로의 파일을 엽니다. 파일이나 수를 전역 변수에 두지 않습니다.");
        let folder = process::folder("방문");
        let [here, there] = [FILE, "다른 방문 수"].map(|name| folder.join(name));
        for (path, wanted) in [(&here, 1), (&here, 2), (&there, 1), (&here, 3), (&there, 2)] {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            expect(format!("파일 둘에 번갈아 셀 때 `{name}`의 방문"), wanted, counted(path));
            expect(format!("파일 둘에 번갈아 셀 때 `{name}` 파일의 수"), wanted, shown(path));
        }
    });
}

/// 같은 파일을 잠그고, 두 번에 나누어 쓰는 다른 프로그램입니다.
fn writes_in_halves(path: &Path) -> u64 {
    let mut file = fs::File::options().read(true).write(true).open(path).expect("열 수 있습니다.");
    file.lock().expect("잠글 수 있습니다.");
    let mut text = String::new();
    file.read_to_string(&mut text).expect("읽을 수 있습니다.");
    file.rewind().expect("되돌릴 수 있습니다.");
    let next = text.parse::<u64>().map_or(0, |number| number + 1).to_string();
    for digit in next.bytes() {
        file.write_all(&[digit]).expect("쓸 수 있습니다.");
    }
    0
}

/// 자식 둘이 저마다 받은 수입니다.
fn both(role: [&dyn Fn() -> u64; 2]) -> [u64; 2] {
    let children = role.map(|role| fork_child(|| role() as i32).expect("자식을 만들 수 있습니다."));
    children.map(|child| {
        let status = child.wait().expect("거둘 수 있습니다.");
        status.code().unwrap_or_else(|| panic!("자식이 끝까지 하지 못했습니다: {status}")) as u64
    })
}

fn counts_every_visit() {
    advise(
        "프로세스 사이에서는 파일을 잠급니다(`file.lock()`). `Mutex`는 프로세스마다 따로이고, `lock_shared()`는 여럿이 함께 쥐어서 쓰는 쪽을 막지 못합니다. 표에서 차례를 봅니다. 잠근 다음에 읽고, 다 쓴 다음에 풉니다.",
    );
    orders(|| {
        let path = Path::new(FILE);
        let mut found = both([&|| counted(path), &|| counted(path)]);
        found.sort_unstable();
        let text = fs::read_to_string(path).unwrap_or_default();
        assert!(text == "2", "두 프로세스가 한 번씩 세면 2여야 하는데 파일에는 {text:?}입니다.");
        assert!(found == [1, 2], "두 프로세스가 받은 수는 1과 2여야 하는데 {found:?}입니다.");
    });
}

fn reads_whole_numbers() {
    advise(
        "읽는 쪽(`visits`의 `lock_shared()`)과 쓰는 쪽은 같은 파일을 잠가야 서로 막습니다. 따로 만든 잠금 파일을 한쪽만 잠그면 소용없습니다. 쓰는 쪽은 지우고 쓰는 동안 잠금을 쥡니다.",
    );
    orders(|| {
        let path = Path::new(FILE);
        fs::write(path, "9").expect("쓸 수 있습니다.");
        let [counted, read] = both([&|| counted(path), &|| shown(path)]);
        expect("9 다음의 방문", 10, counted);
        assert!([9, 10].contains(&read), "9에서 10이 되는 동안 읽은 수는 9나 10이어야 하는데 {read}입니다.");
    });
}

fn shares_it_with_others() {
    advise(
        "다른 프로그램이 잠그는 것은 방문 수를 적은 그 파일입니다. 따로 만든 파일이나 이름을 바꾼 파일을 잠그지 않습니다.",
    );
    orders(|| {
        let path = Path::new(FILE);
        fs::write(path, "19").expect("쓸 수 있습니다.");
        both([&|| writes_in_halves(path), &|| counted(path)]);
        let text = fs::read_to_string(path).unwrap_or_default();
        assert!(text == "21", "19에서 두 프로그램이 한 번씩 세면 21인데 파일에는 {text:?}입니다.");
    });
    case(|| {
        let folder = process::folder("방문");
        let here = folder.join(FILE);
        fs::write(&here, "3").expect("쓸 수 있습니다.");
        advise(
            "경로가 링크여도 링크를 지우거나 바꾸지 않습니다. 경로를 그대로 열면 링크가 가리키는 파일입니다.",
        );
        let link = folder.join("링크");
        std::os::unix::fs::symlink(&here, &link).expect("링크를 만들 수 있습니다.");
        expect("방문이 3번인 파일로 가는 링크의 방문", 4, counted(&link));
        expect("링크로 센 다음 그 파일의 방문 수", 4, shown(&here));
    });
}

fn refuses_other_text() {
    advise("`parse`의 오류를 `InvalidData`로 바꾸고, 쓰기 전에 돌아갑니다. 빈칸을 떼어 내지 않습니다.");
    case(|| {
        let path = process::folder("방문").join(FILE);
        for before in [
            "아홉",
            "12명",
            "-1",
            "99999999999999999999",
            "123456789012345678901",
            "12\n",
            " 12",
            "1 2",
            "\n",
            "12\0",
            "1.5",
            "2.0",
            "1e3",
            "1_000",
            "0x10",
            "１２",
        ] {
            fs::write(&path, before).expect("쓸 수 있습니다.");
            for (name, found) in [("visit", visit(&path)), ("visits", visits(&path))] {
                let found = found.map_err(|error| error.kind());
                expect(format!("파일이 {before:?}일 때 `{name}`"), Err(ErrorKind::InvalidData), found);
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            assert!(text == before, "오류가 났는데 파일이 {before:?}에서 {text:?}(으)로 바뀌었습니다.");
        }
        fs::write(&path, "7").expect("쓸 수 있습니다.");
        expect("오류 다음의 방문", 8, counted(&path));
    });
    case(|| {
        advise(
            "글자가 아닌 바이트도 수가 아닌 내용입니다. `read_to_string`은 그때 `InvalidData`를 돌려줍니다.",
        );
        let path = process::folder("방문").join(FILE);
        fs::write(&path, b"1\xff2").expect("쓸 수 있습니다.");
        for (name, found) in [("visit", visit(&path)), ("visits", visits(&path))] {
            let found = found.map_err(|error| error.kind());
            expect(format!("파일에 바이트 31 ff 32가 있을 때 `{name}`"), Err(ErrorKind::InvalidData), found);
        }
        let bytes = fs::read(&path).unwrap_or_default();
        assert!(
            bytes == b"1\xff2",
            "오류가 났는데 파일이 바이트 31 ff 32에서 {bytes:02x?}(으)로 바뀌었습니다."
        );
    });
    case(|| {
        advise(
            "`+`는 검사하는 빌드에서 넘치면 패닉합니다. 조용히 0이 되거나 멈춰 있는 메서드 대신 `+`나 `checked_add`를 씁니다.",
        );
        let path = process::folder("방문").join(FILE);
        let most = u64::MAX.to_string();
        fs::write(&path, &most).expect("쓸 수 있습니다.");
        expect("가장 큰 방문 수", u64::MAX, shown(&path));
        let counted = catch_unwind(|| visit(&path));
        if let Ok(counted @ Ok(_)) = counted {
            differs("수가 `u64::MAX`일 때 `visit`", "오류나 패닉", format!("{counted:?}"));
        }
        let text = fs::read_to_string(&path).unwrap_or_default();
        assert!(text == most, "더 늘릴 수 없는데 파일이 {text:?}(으)로 바뀌었습니다.");
    });
    case(|| {
        advise(
            "`visits`는 `File::open`으로 읽기만 합니다. 여는 오류는 그대로 돌려주어도, 0으로 쳐도 됩니다.",
        );
        let path = process::folder("방문").join(FILE);
        let found = visits(&path).map_err(|error| error.kind());
        if ![Ok(0), Err(ErrorKind::NotFound)].contains(&found) {
            differs("파일이 없을 때 `visits`", "Ok(0)이나 NotFound", format!("{found:?}"));
        }
        assert!(!path.exists(), "`visits`가 없던 파일을 만듭니다. 읽기만 합니다.");
    });
}

fn expect_told(call: &str, found: io::Result<u64>, wanted: &[ErrorKind]) {
    let found = found.map_err(|error| error.kind());
    if !matches!(&found, Err(kind) if wanted.contains(kind)) {
        let names: Vec<String> = wanted.iter().map(|kind| format!("{kind:?}")).collect();
        differs(call, names.join("이나 "), format!("{found:?}"));
    }
}

fn tells_other_errors() {
    advise(
        "파이썬의 예외는 잡지 않으면 저절로 올라가지만, Rust의 오류는 값이라 `let _ =`나 `.ok()`로 버리면 사라집니다. `?`로 돌려줍니다.",
    );
    case(|| {
        let folder = process::folder("방문");
        let inside = folder.join("없는 폴더").join(FILE);
        advise(
            "파일은 없으면 만들지만 폴더는 만들지 않습니다. `unwrap`하지도 않고, 여는 오류를 `?`로 돌려줍니다.",
        );
        expect_told("폴더가 없을 때 `visit`", visit(&inside), &[ErrorKind::NotFound]);
        assert!(!folder.join("없는 폴더").exists(), "`visit`가 없던 폴더를 만듭니다.");
        advise("`visits`가 0으로 쳐도 되는 것은 파일이 없을 때뿐입니다. 다른 오류는 `?`로 돌려줍니다.");
        for (call, found) in
            [("경로가 폴더일 때 `visit`", visit(&folder)), ("경로가 폴더일 때 `visits`", visits(&folder))]
        {
            expect_told(call, found, &[ErrorKind::IsADirectory]);
        }
    });
    case(|| {
        let path = process::folder("방문").join(FILE);
        let counted = without(Resource::RLIMIT_FSIZE, || visit(&path));
        expect_told("파일에 한 바이트도 더 쓸 수 없을 때 `visit`", counted, &[ErrorKind::FileTooLarge]);
        fs::write(&path, "5").expect("쓸 수 있습니다.");
        for (name, call) in [("visit", visit as fn(&Path) -> _), ("visits", visits)] {
            if let Ok(found) = without(Resource::RLIMIT_NOFILE, || call(&path)) {
                let call = format!("파일은 있지만 더 열 수 없을 때(EMFILE) `{name}`");
                differs(call, "오류", format!("Ok({found})"));
            }
        }
    });
}

/// 파일을 하나도 더 열지 못하거나, 어느 파일에도 한 바이트도 쓰지 못합니다.
fn without<T>(what: Resource, call: impl FnOnce() -> T) -> T {
    let (soft, hard) = getrlimit(what).expect("한도를 알 수 있습니다.");
    SigSet::from(Signal::SIGXFSZ).thread_block().expect("신호를 막을 수 있습니다.");
    setrlimit(what, 0, hard).expect("한도를 낮출 수 있습니다.");
    let result = catch_unwind(AssertUnwindSafe(call));
    setrlimit(what, soft, hard).expect("한도를 되돌릴 수 있습니다.");
    result.unwrap_or_else(|panic| resume_unwind(panic))
}
