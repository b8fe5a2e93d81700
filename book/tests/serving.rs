//! The book as its own server shows it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use book::{Options, build, home, serve};

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
    assert!(line.contains("404") && body.contains("없는 페이지입니다"), "{line}");
    assert!(get(port, "/../../Cargo.toml").0.contains("404"));
    assert!(get(port, "/%2e%2e/%2e%2e/Cargo.toml").0.contains("404"));
}

/// Ends the server, however the test ends.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A page that is saved is built again, and the browser is told.
#[test]
fn a_saved_page_is_seen_at_once() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("live");
    let _ = std::fs::remove_dir_all(&folder);
    let page = folder.join("book/src/page.md");
    std::fs::create_dir_all(page.parent().unwrap()).unwrap();
    std::fs::create_dir_all(folder.join("book/theme")).unwrap();
    std::fs::copy(home().join("book.toml"), folder.join("book/book.toml")).unwrap();
    for file in std::fs::read_dir(home().join("theme")).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), folder.join("book/theme").join(file.file_name())).unwrap();
    }
    std::fs::write(folder.join("book/src/SUMMARY.md"), "- [쪽](page.md)\n").unwrap();
    std::fs::write(&page, "# 쪽\n\n처음 글\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_book"));
    command.args(["serve", "--port", "0", "--book"]).arg(folder.join("book"));
    command.arg("--output").arg(folder.join("pages")).stdout(Stdio::piped());
    let mut server = Server(command.spawn().unwrap());
    let mut said = BufReader::new(server.0.stdout.take().unwrap()).lines();
    let first = said.next().unwrap().unwrap();
    let port = first.split_once("127.0.0.1:").unwrap().1.split_once('/').unwrap().0.parse().unwrap();
    let body = get(port, "/page.html").1;
    assert!(body.contains("처음 글") && body.contains("new WebSocket("), "{body}");
    let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(std::time::Duration::from_secs(60))).unwrap();
    let (mut live, _) = tungstenite::client(format!("ws://127.0.0.1:{port}/__livereload"), stream).unwrap();
    std::fs::write(&page, "# 쪽\n\n고친 글\n").unwrap();
    assert_eq!(live.read().unwrap().to_text().unwrap(), "reload");
    assert!(get(port, "/page.html").1.contains("고친 글"));
}
