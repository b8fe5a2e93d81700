//! Serves the book on this machine and builds it again whenever a source changes.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::routing::get;
use notify_debouncer_mini::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};
use tokio::net::TcpListener;
use tokio::sync::broadcast::{self, Sender};
use tower_http::services::{ServeDir, ServeFile};

use crate::html::files;
use crate::{Options, build, root};

/// Where pages listen for a new build.
const LIVE: &str = "__livereload";

/// Builds, serves on the loopback address, and never returns of its own.
///
/// # Errors
/// If the first build fails or the port is taken.
pub fn serve(mut options: Options, port: u16) -> Result<()> {
    options.live = Some(LIVE.into());
    build(&options)?;
    let (changed, _) = broadcast::channel(4);
    let _watcher = watch(options.clone(), changed.clone())?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.with_context(|| {
            format!(
                "127.0.0.1:{port}를 쓸 수 없습니다. 다른 포트를 고릅니다: --port {}",
                port.wrapping_add(1)
            )
        })?;
        println!(
            "http://{}/ 에서 책을 봅니다. 고친 것은 바로 보입니다. 끝내기: Ctrl+C",
            listener.local_addr()?
        );
        axum::serve(listener, router(&options.output, changed)).await?;
        Ok(())
    })
}

/// The pages of a built book, and the socket that says when they changed.
pub fn router(output: &Path, changed: Sender<()>) -> Router {
    let pages = ServeDir::new(output).not_found_service(ServeFile::new(output.join("404.html")));
    let live = get(move |upgrade: WebSocketUpgrade| async move {
        let changed = changed.subscribe();
        upgrade.on_upgrade(|socket| tell(socket, changed))
    });
    Router::new().route(&format!("/{LIVE}"), live).fallback_service(pages)
}

async fn tell(mut socket: WebSocket, mut changed: broadcast::Receiver<()>) {
    while changed.recv().await.is_ok() {
        if socket.send(Message::text("reload")).await.is_err() {
            return;
        }
    }
}

/// The folders that pages are made of, or quote.
fn sources(book: &Path) -> Vec<PathBuf> {
    let quoted = ["book", "lessons", "solutions", "tests"].map(|folder| root().join(folder));
    let own = (!book.starts_with(root().join("book"))).then(|| book.to_path_buf());
    quoted.into_iter().chain(own).filter(|folder| folder.is_dir()).collect()
}

/// How many sources there are, and when the last of them was written.
fn state(folders: &[PathBuf]) -> (usize, Option<SystemTime>) {
    let files: Vec<PathBuf> = folders.iter().flat_map(|folder| files(folder, "")).collect();
    (files.len(), files.iter().filter_map(|file| file.metadata().ok()?.modified().ok()).max())
}

/// Builds again when a source changes.
fn watch(options: Options, changed: Sender<()>) -> Result<Debouncer<RecommendedWatcher>> {
    let folders = sources(&options.book);
    let watched = folders.clone();
    let mut last = state(&folders);
    let mut watcher = new_debouncer(Duration::from_millis(150), move |_: DebounceEventResult| {
        // A watch tells of reading too, and a build reads everything.
        let now = state(&folders);
        if now == last {
            return;
        }
        last = now;
        match build(&options) {
            Ok(built) => {
                println!("다시 만들었습니다({:.2}초).", built.took.as_secs_f64());
                let _ = changed.send(());
            }
            Err(error) => eprintln!("만들지 못했습니다: {error:#}"),
        }
    })?;
    for folder in watched {
        watcher.watcher().watch(&folder, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}
