//! The built pages, read as a stranger would: links, anchors, includes, images, ids, leftover marks, weights.

use std::path::PathBuf;

use book::{Options, build, check, home};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;

fn output(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn nothing_is_wrong_with_any_page() {
    let options = Options { output: output("pages"), ..Options::default() };
    let built = build(&options).unwrap();
    let faults = check::faults(&options.output).unwrap();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    eprintln!("{} pages took {:?}", built.pages, built.took);
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

/// The stock `mdbook build book` does just this: it starts the preprocessor that `book.toml` names, as a program. Contents
/// are mdBook's own then, and there is no search; the text, its quotations and its figures are all there.
#[test]
fn the_stock_tool_makes_a_book_too() {
    let folder = output("stock");
    let mut config = Config::from_disk(home().join("book.toml")).unwrap();
    assert_eq!(config.get::<String>("preprocessor.book.command").unwrap().as_deref(), Some(STOCK));
    config.set("preprocessor.book.command", format!("{} preprocess", env!("CARGO_BIN_EXE_book"))).unwrap();
    config.build.build_dir = folder.clone();
    MDBook::load_with_config(home(), config).unwrap().build().unwrap();
    let page = std::fs::read_to_string(folder.join("mutex/counter.html")).unwrap();
    for said in ["<main", "잃지 않습니다", "힌트 3", "* 움직임", "책의 차례"] {
        assert!(page.contains(said), "{said}");
    }
    // The page of mdBook's own contents has no text of ours, and what its pages weigh is not ours either.
    let faults = check::faults(&folder).unwrap();
    let ours = |fault: &String| !fault.starts_with("toc.html") && !fault.ends_with("너무 무겁습니다");
    let faults: Vec<_> = faults.into_iter().filter(ours).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Cargo builds the preprocessor where it is not there yet.
const STOCK: &str = "cargo run --quiet --package book -- preprocess";

/// A quotation of what is not there stops the build, and says on which page.
#[test]
fn a_page_cannot_quote_what_is_not_there() {
    let book = output("quoting");
    std::fs::create_dir_all(book.join("src")).unwrap();
    std::fs::write(book.join("src/SUMMARY.md"), "- [인용](page.md)\n").unwrap();
    std::fs::write(book.join("src/page.md"), "# 인용\n\n{{story mutex/counter.no_such}}\n").unwrap();
    let error = build(&Options { book, output: output("quoted"), ..Options::default() }).unwrap_err();
    let error = format!("{error:#}");
    assert!(error.contains("‘인용’ 쪽") && error.contains("counter.no_such.json"), "{error}");
}

/// The checks find what they are for.
#[test]
fn faults_are_found() {
    let folder = output("faulty");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let body = "<main><h1 id=\"a\">하나</h1><p id=\"a\">**굵게** <strong>말</strong> 은 <a href=\"no.html\">없음</a> <a href=\"#b\">앵커</a>\
                <img src=\"https://example.com/x.png\">\u{201c}말\u{201c}과<script src=\"index.html\"></script></p></main>";
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
        "글에 \u{201c}가",
        "그리지 못하게 하는",
        "한국어라고",
    ] {
        assert!(faults.contains(fault), "{fault} is not in\n{faults}");
    }
}
