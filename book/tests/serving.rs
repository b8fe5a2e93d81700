//! The book as its own server shows it.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;

use book::{Options, build, serve};

/// The answer to a plain request: its first line and its body.
fn get(port: u16, path: &str) -> (String, String) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.lines().next().unwrap_or("").to_string(), body.to_string())
}

#[test]
fn pages_are_served_and_nothing_else() {
    let output = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("served");
    build(&Options { output: output.clone(), ..Options::default() }).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let port = listener.local_addr().unwrap().port();
    let (changed, _) = tokio::sync::broadcast::channel(1);
    let pages = serve::router(&output, changed);
    runtime.spawn(async { axum::serve(listener, pages).await });
    let (line, body) = get(port, "/");
    assert!(line.contains("200") && body.contains("<main"), "{line}");
    assert!(get(port, "/mutex/counter.html").0.contains("200"));
    let (line, body) = get(port, "/no/such/page.html");
    assert!(line.contains("404") && body.contains("없는 쪽입니다"), "{line}");
    assert!(get(port, "/../../Cargo.toml").0.contains("404"));
    assert!(get(port, "/%2e%2e/%2e%2e/Cargo.toml").0.contains("404"));
}
