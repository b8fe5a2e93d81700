//! What the guide says below an error of the compiler.

use crate::made_up::{Repo, Said};

fn check(counter: &str) -> Said {
    let repo = Repo::new();
    repo.edit("counter", counter);
    repo.course(&["check", "mutex", "counter"])
}

/// The words stand in this order.
fn in_order(said: &Said, words: &[&str]) {
    let mut rest = said.out.as_str();
    for word in words {
        let at = rest.find(word).unwrap_or_else(|| panic!("`{word}`이 제자리에 없습니다.\n{}", said.out));
        rest = &rest[at + word.len()..];
    }
}

#[test]
fn the_meaning_stands_below_what_rustc_says() {
    let said = check(
        "use std::sync::Mutex;\n\npub fn answer() -> u32 {\n    let total = Mutex::new(40);\n    for _ in 0..2 {\n        \
         std::thread::spawn(move || *total.lock().unwrap() += 1);\n    }\n    42\n}\n",
    );
    in_order(
        &said,
        &[
            "error[E0382]",
            "앞선 반복에서 이미 넘겨준 값입니다",
            "`total` 변수",
            "Arc::clone(&total)",
            "오류가 1개",
        ],
    );
}

#[test]
fn two_errors_are_shown_and_the_others_counted() {
    let line = "    let _: u32 = \"42\";\n";
    let said = check(&format!("pub fn answer() -> u32 {{\n{}    42\n}}\n", line.repeat(4)));
    assert_eq!(said.out.matches("error[E0308]").count(), 2, "{}", said.out);
    in_order(&said, &["오류가 4개", "counter.rs:2", "2개만 보였습니다"]);
}

#[test]
fn a_renamed_function_is_told_with_the_file_to_edit() {
    let repo = Repo::new();
    let lib = "mod lesson { pub mod counter { pub fn renamed() {} } }\nuse lesson::counter::answer;\nfn main() { answer() }\n";
    repo.write("tests/mutex/counter.rs", lib);
    repo.write(
        "lessons/mutex/tests/spec.rs",
        "#[path = \"../../../tests/mutex/counter.rs\"]\nmod counter;\nfn main() {}\n",
    );
    let said = repo.course(&["check", "mutex", "counter"]);
    in_order(
        &said,
        &[
            "error[E0432]",
            "검사가 부르는 이름이 없습니다",
            "`answer`",
            "고칠 파일은",
            "lessons/mutex/src/counter.rs",
        ],
    );
}

#[test]
fn a_warning_is_counted_once_and_has_a_place() {
    let said = check("use std::fmt;\n\npub fn answer() -> u32 {\n    42\n}\n");
    in_order(&said, &["풀었습니다.", "경고가 1개", "counter.rs:1"]);
}

#[test]
fn a_code_is_explained_with_its_programs() {
    let repo = Repo::new();
    let whole =
        ["스코프 안에서 만든 변수를 빌립니다", "E0373", "거절하는 코드", "고친 코드", "스레드가 함수보다"];
    in_order(&repo.course(&["explain", "e0373", "--all"]), &whole);
    let said = repo.course(&["explain", "E0521"]);
    in_order(&said, &["빌려 온 인수를 스레드에 넘깁니다", "거절하는 코드", "고친 코드"]);
    let said = repo.course(&["explain"]);
    in_order(&said, &["스레드에 넘기기", "E0382", "let_underscore_lock"]);
    let said = repo.course(&["explain", "E9999"]);
    assert_eq!(said.code, 2, "{}", said.err);
    assert!(said.err.contains("rustc --explain E9999"), "{}", said.err);
}

#[test]
fn a_code_of_several_mistakes_is_told_in_a_line_each() {
    let repo = Repo::new();
    let told = include_str!("../../../explain/programs/borrows_loop_variable/told.txt");
    repo.write("tests/explain/programs/borrows_loop_variable/told.txt", told);
    let said = repo.course(&["explain", "e0373"]);
    in_order(
        &said,
        &[
            "E0373 더 오래 살 수 있는 스레드가",
            "1 스코프 안에서 만든 변수를 빌립니다",
            "is borrowed here",
            "2 스레드가 함수보다",
            "cargo course explain E0373 1",
            "책: 컴파일 오류, 스레드에 넘기기",
        ],
    );
    assert!(!said.out.contains("고친 코드"), "{}", said.out);
    assert!(said.out.lines().count() < 24, "{}", said.out);
    let said = repo.course(&["explain", "e0373", "2"]);
    in_order(&said, &["스레드가 함수보다", "거절하는 코드", "고친 코드"]);
    assert!(!said.out.contains("스코프 안에서 만든 변수를"), "{}", said.out);
    let said = repo.course(&["explain", "E0373", "3"]);
    assert_eq!(said.code, 2, "{}", said.err);
    assert!(said.err.contains("1부터 2까지"), "{}", said.err);
}
