//! `cargo run -p book -- build`, `serve`, `check`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use book::{Options, check, markdown, serve};

const USAGE: &str = "\
책을 만들고 봅니다.

  cargo run -p book -- build   target/book에 씁니다. --output 폴더, --site /하위경로/, --book 폴더
  cargo run -p book -- serve   고치는 대로 다시 만들어 보여 줍니다. --port 번호
  cargo run -p book -- check   만든 뒤 링크와 앵커, 그림을 모두 확인합니다";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    if command == "preprocess" {
        return markdown::serve_mdbook(arguments.next().as_deref());
    }
    let (mut options, mut port) = (Options::default(), 3000);
    while let Some(name) = arguments.next() {
        let value = arguments.next().with_context(|| format!("{name} 뒤에 값이 없습니다.\n\n{USAGE}"))?;
        match name.as_str() {
            "--output" => options.output = PathBuf::from(value),
            "--site" => options.site = Some(value),
            "--book" => options.book = PathBuf::from(value),
            "--port" => port = value.parse().context("포트는 0부터 65535까지의 수입니다")?,
            _ => bail!("{name}은(는) 모르는 선택입니다.\n\n{USAGE}"),
        }
    }
    match command.as_str() {
        "build" => {
            let built = book::build(&options)?;
            let index = options.output.join("index.html");
            println!(
                "{}페이지를 {:.2}초에 만들었습니다: {}",
                built.pages,
                built.took.as_secs_f64(),
                index.display()
            );
            Ok(ExitCode::SUCCESS)
        }
        "serve" => serve::serve(options, port).map(|()| ExitCode::SUCCESS),
        "check" => {
            let built = book::build(&options)?;
            let faults = check::faults(&options.output)?;
            for fault in &faults {
                println!("{fault}");
            }
            println!("{}페이지에서 잘못 {}가지를 찾았습니다.", built.pages, faults.len());
            Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        "" | "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        _ => bail!("{command}은(는) 모르는 명령입니다.\n\n{USAGE}"),
    }
}
