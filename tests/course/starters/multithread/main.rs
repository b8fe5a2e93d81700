//! 내려받기 셋과 덧셈 셋을 한 번은 하나씩, 한 번은 함께 합니다.

use std::thread;
use std::time::Duration;

use lesson_multithread::overlap::fetch_all;
use lesson_multithread::parallel_sum::sum;

const SITES: [(&str, u64); 3] = [("봄", 300), ("여름", 200), ("가을", 100)];
const NUMBERS: u64 = 3_000_000;

fn download(site: &str) -> Result<String, String> {
    let found = SITES.into_iter().find(|(name, _)| *name == site);
    let (name, milliseconds) = found.ok_or("그런 사이트는 없습니다.")?;
    thread::sleep(Duration::from_millis(milliseconds));
    Ok(format!("{name} 소식"))
}

fn show(site: &str, answer: Result<String, String>) {
    println!("{site}: {}", answer.unwrap_or_else(|failure| failure));
}

fn main() {
    let sites = SITES.map(|(name, _)| name);
    println!("내려받기를 하나씩");
    for site in sites {
        show(site, download(site));
    }
    println!("내려받기를 함께");
    fetch_all(&sites, download, show);

    let numbers: Vec<u64> = (1..=NUMBERS).collect();
    for (how, threads) in [("하나씩", 1), ("함께", 3)] {
        match sum(&numbers, threads, |part| part.iter().sum()) {
            Ok(total) => println!("덧셈을 {how}: {total}"),
            Err(failure) => println!("덧셈을 {how}: {failure:?}"),
        }
    }
}
