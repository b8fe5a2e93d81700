//! The built pages, read as a stranger would: links, anchors, includes, images, ids, leftover marks, weights.

use std::path::PathBuf;
use std::time::Duration;

use book::{Options, build, check};

fn output(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn nothing_is_wrong_with_any_page() {
    let options = Options { output: output("pages"), ..Options::default() };
    let built = build(&options).unwrap();
    let faults = check::faults(&options.output).unwrap();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    // What one reader waits for: generous, for a machine that does other things too.
    assert!(built.took < Duration::from_secs(5), "{} pages took {:?}", built.pages, built.took);
}

/// The book may lie below a folder of its host: only the page for unknown addresses must know it.
#[test]
fn pages_do_not_know_where_they_stand() {
    let options = Options { output: output("below"), site: Some("/course/".into()), ..Options::default() };
    build(&options).unwrap();
    let page = |name: &str| std::fs::read_to_string(options.output.join(name)).unwrap();
    assert!(!page("index.html").contains("/course/"));
    assert!(page("404.html").contains("<base href=\"/course/\">"));
    for name in ["index.html", "404.html"] {
        assert!(page(name).contains("<html lang=\"ko\""), "{name}");
    }
}

/// The checks find what they are for.
#[test]
fn faults_are_found() {
    let folder = output("faulty");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let body = "<main><h1 id=\"a\">하나</h1><p id=\"a\">**굵게** <strong>말</strong> 은 <a href=\"no.html\">없음</a> <a href=\"#b\">앵커</a>\
                <img src=\"https://example.com/x.png\"></p></main>";
    std::fs::write(folder.join("index.html"), format!("<!DOCTYPE html><html><body>{body}</body></html>"))
        .unwrap();
    let faults = check::faults(&folder).unwrap().join("\n");
    for fault in [
        "id가 둘입니다",
        "**가 남았습니다",
        "조사 앞이",
        "없는 곳",
        "없는 앵커",
        "alt가 없습니다",
        "바깥에 요청",
    ] {
        assert!(faults.contains(fault), "{fault} is not in\n{faults}");
    }
}
