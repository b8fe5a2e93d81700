//! What may become of a step's file and of the disk.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::made_up::{Repo, STARTER, Said, WRONG, expect};

/// Everything kept for a step.
fn kept(repo: &Repo) -> Vec<Vec<u8>> {
    let shelf = fs::read_dir(repo.at(".saved/mutex/counter")).into_iter().flatten().flatten();
    shelf.filter_map(|entry| fs::read(entry.path()).ok()).collect()
}

#[test]
fn 단계_파일이_어떻게_되어도_할_일을_말하고_되돌린다() {
    let long = "// 긴 줄입니다.\n".repeat(500_000);
    type Spoil<'a> = &'a dyn Fn(&Repo);
    let faults: [(&str, Spoil); 5] = [
        ("파일이 없습니다", &|repo| fs::remove_file(repo.step("counter")).unwrap()),
        ("비어 있습니다", &|repo| repo.edit("counter", "")),
        ("UTF-8", &|repo| repo.edit("counter", b"pub fn \xbf\xc0() {}\n")),
        ("너무 깁니다", &|repo| repo.edit("counter", &long)),
        ("폴더가 있습니다", &|repo| {
            fs::remove_file(repo.step("counter")).unwrap();
            fs::create_dir(repo.step("counter")).unwrap();
            fs::write(repo.step("counter").join("쓰던 것.txt"), "소중한 글").unwrap();
        }),
    ];
    for (told, spoil) in faults {
        let repo = Repo::new();
        spoil(&repo);
        let before = fs::read(repo.step("counter")).ok();
        expect(&repo.course(&["check", "mutex", "counter"]), 1, &[told]);
        expect(&repo.course(&[]), 0, &["파일 이상", told]);
        expect(&repo.course(&["check", "--json"]), 1, &["broken_file"]);
        expect(&repo.course(&["hint", "mutex", "counter"]), 0, &["힌트 1/3"]);
        expect(&repo.course(&["solution", "mutex", "counter", "--yes"]), 0, &["42"]);
        expect(&repo.course(&["reset", "mutex", "counter"]), 0, &["처음 코드"]);
        assert_eq!(repo.read("lessons/mutex/src/counter.rs"), STARTER, "처음 코드로 돌아와야 합니다.");
        match before {
            Some(bytes) => assert!(kept(&repo).contains(&bytes), "{told}: 있던 것이 보관되어야 합니다."),
            None if told.contains("폴더") => {
                assert_eq!(
                    repo.read(".saved/mutex/counter/1/쓰던 것.txt"),
                    "소중한 글",
                    "폴더도 보관합니다."
                );
                expect(&repo.course(&["saved", "restore", "mutex", "counter"]), 3, &["폴더"]);
            }
            None => {}
        }
    }
}

#[test]
fn 고칠_수_없는_파일도_되돌린다() {
    let repo = Repo::new();
    repo.edit("counter", WRONG);
    fs::set_permissions(repo.step("counter"), fs::Permissions::from_mode(0o444)).unwrap();
    expect(&repo.course(&["check", "mutex", "counter"]), 1, &["41입니다"]);
    expect(&repo.course(&["reset", "mutex", "counter"]), 0, &["1.rs"]);
    assert_eq!(repo.read("lessons/mutex/src/counter.rs"), STARTER, "처음 코드로 돌아와야 합니다.");
}

/// A limit on the size of files ends a write half-way, as a full disk does.
#[test]
fn 쓸_자리가_없으면_아무것도_바꾸지_않는다() {
    let repo = Repo::new();
    repo.edit("counter", WRONG);
    repo.write("tests/course/starters/mutex/counter.rs", STARTER.repeat(100));
    let program = env!("CARGO_BIN_EXE_course");
    let line = format!("trap '' XFSZ; ulimit -f 1; exec '{program}' reset mutex counter");
    let mut shell = std::process::Command::new("bash");
    let output =
        shell.args(["-c", &line]).env_clear().envs(repo.vars()).current_dir(repo.root()).output().unwrap();
    let said = Said::of(output);
    expect(&said, 3, &["바꾸지 못했습니다", "그대로 있습니다", "할 일"]);
    assert_eq!(repo.read("lessons/mutex/src/counter.rs"), WRONG, "쓰던 코드가 제자리에 있어야 합니다.");
    let left: Vec<_> =
        fs::read_dir(repo.at(".saved/mutex/counter")).into_iter().flatten().flatten().collect();
    assert!(left.is_empty(), "쓰다 만 파일이 남았습니다: {left:?}");
}

#[test]
fn 빌드할_자리가_없으면_그렇게_말한다() {
    let repo = Repo::new();
    let full = "error: failed to write `a.rlib`: No space left on device (os error 28)";
    repo.program("full-cargo", &format!("#!/bin/sh\necho '{full}' >&2\nexit 101\n"));
    let mut check = repo.command(&["check", "mutex"]);
    let said = Said::of(check.env("CARGO", repo.at("full-cargo")).output().unwrap());
    expect(&said, 3, &["No space left", "디스크에 남은 자리가 없습니다", "지운 뒤"]);
}

/// As another cargo in another terminal does between this one's build and its start.
#[test]
fn 빌드한_프로그램을_다른_빌드가_지우면_다시_빌드한다() {
    let repo = Repo::new();
    repo.edit("counter", WRONG);
    let script = "#!/bin/sh\ncargo \"$@\" || exit $?\n\
                  [ -e spoilt ] || find target/debug/deps -name 'spec-*' -perm -u+x -delete\ntouch spoilt\n";
    repo.program("spoiling-cargo", script);
    let mut check = repo.command(&["check", "mutex", "counter"]);
    expect(&Said::of(check.env("CARGO", repo.at("spoiling-cargo")).output().unwrap()), 1, &["41입니다"]);
    assert!(repo.at("spoilt").exists(), "한 번은 방해해야 합니다.");
}

#[test]
fn 여럿이_한꺼번에_되돌려도_잃지_않는다() {
    let repo = Repo::new();
    for round in 0..10 {
        let mine = format!("// {round}\n{WRONG}");
        repo.edit("counter", &mine);
        let start =
            || repo.command(&["reset", "mutex", "counter"]).stdout(std::process::Stdio::null()).spawn();
        let children: Vec<_> = (0..4).map(|_| start().unwrap()).collect();
        for mut child in children {
            assert!(child.wait().unwrap().success(), "모두 끝나야 합니다.");
        }
        assert!(
            kept(&repo).iter().any(|text| text == mine.as_bytes()),
            "{round}번째 코드가 보관되어야 합니다."
        );
        assert_eq!(repo.read("lessons/mutex/src/counter.rs"), STARTER, "처음 코드로 돌아와야 합니다.");
    }
}

#[test]
fn 빌드_폴더에_쓸_수_없어도_패닉하지_않는다() {
    let repo = Repo::new();
    repo.edit("counter", WRONG);
    repo.write("target", "폴더가 아닙니다");
    for words in [&["list"][..], &["hint", "mutex"], &["check", "mutex"], &["doctor"]] {
        let said = repo.course(words);
        let all = format!("{}{}", said.out, said.err);
        assert!(!all.contains("panicked"), "{words:?}\n{all}");
        assert!((0..=3).contains(&said.code), "{words:?}: {}\n{all}", said.code);
    }
}
