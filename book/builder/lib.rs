//! Builds the book: mdBook as a library, with what Korean pages need on top.
//!
//! mdBook reads `SUMMARY.md`, includes files and turns Markdown into pages. Around it, in the same process:
//! [`markdown`] mends the Markdown before, with what `quote` takes out of the tree and the questions of `guess`, and `page` finishes each written page:
//! contents, outline, colours in code. `search` writes what the search script reads; `lanes` and `chart` draw recorded
//! orders, [`play`] lets the reader choose among all of them, [`measured`] measured times; [`check`] reads the built pages as a stranger would.

mod blocks;
pub mod chart;
pub mod check;
mod figure;
mod guess;
mod highlight;
mod html;
mod lanes;
pub mod markdown;
pub mod measured;
mod page;
pub mod play;
mod quote;
mod search;
pub mod serve;
mod story;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Context, Result};
use mdbook_driver::MDBook;

pub use figure::{Recording, Shape, recordings};
pub use markdown::Mender;

/// Where the book comes from, and how it is to be built.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder that holds `book.toml`.
    pub book: PathBuf,
    pub output: PathBuf,
    /// Where the book will stand on its host, `/repository/`: only the page for unknown addresses needs it.
    pub site: Option<String>,
    /// The web socket that tells pages to load themselves again.
    pub live: Option<String>,
}

/// What a build made.
#[derive(Clone, Copy, Debug)]
pub struct Built {
    pub pages: usize,
    pub took: Duration,
}

/// The folder of this package.
pub fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The root of the repository.
pub fn root() -> PathBuf {
    home().parent().expect("the book lies in the repository").to_path_buf()
}

impl Default for Options {
    fn default() -> Self {
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
        Options { book: home(), output: target.join("book"), site: None, live: None }
    }
}

/// Builds the book.
///
/// # Errors
/// If a source cannot be read, or the output cannot be written.
pub fn build(options: &Options) -> Result<Built> {
    let began = Instant::now();
    let mut book = MDBook::load(&options.book)?;
    // mdBook takes a relative folder to start from the book, an absolute one as it is.
    book.config.build.build_dir = std::path::absolute(&options.output)?;
    if let Some(site) = &options.site {
        book.config.set("output.html.site-url", site)?;
    }
    if let Some(live) = &options.live {
        book.config.set("output.html.live-reload-endpoint", live)?;
    }
    book.with_preprocessor(Mender::new(options.book.join("figures")));
    fs::create_dir_all(&options.output)?;
    book.build()?;
    let pages = page::finish(&options.output, &book.book)?;
    Ok(Built { pages, took: began.elapsed() })
}

/// The same for the same text, on any machine.
fn checksum(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} 파일을 읽을 수 없습니다", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("{} 파일을 쓸 수 없습니다", path.display()))
}
