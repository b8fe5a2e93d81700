//! Charts of what was measured: bars in groups, which have one scale where they can be compared by eye.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::html::escaped;
use crate::{checksum, home, read};

/// What one run of the measurements found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Measured {
    pub caption: String,
    pub machine: BTreeMap<String, String>,
    pub date: String,
    /// How often each was measured.
    pub rounds: usize,
    /// Checksums of the programs that ran.
    pub sources: BTreeMap<String, String>,
    pub groups: Vec<Group>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Group {
    pub title: String,
    pub bars: Vec<Bar>,
}

/// Seconds.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Bar {
    pub label: String,
    pub best: f64,
    pub median: f64,
    pub worst: f64,
}

/// Where the programs lie, and what came out.
pub fn folder() -> PathBuf {
    home().join("measured")
}

/// The programs behind the measurements of that name, as they are now.
///
/// # Errors
/// If one cannot be read.
pub fn sources(name: &str) -> Result<BTreeMap<String, String>> {
    let programs = if name == "channels" { ["channels.py", "channels.rs"] } else { ["python.py", "rust.rs"] };
    let sums = programs.map(|name| {
        let text = read(&folder().join(name))?.replace("\r\n", "\n");
        Ok((name.to_string(), format!("{:016x}", checksum(&text))))
    });
    sums.into_iter().collect()
}

/// The measurements of that name.
///
/// # Errors
/// If there are none, or they cannot be read.
pub fn measured(name: &str) -> Result<Measured> {
    let file = folder().join(name).with_extension("json");
    serde_json::from_str(&read(&file)?).with_context(|| file.display().to_string())
}

pub(crate) fn draw(name: &str) -> Result<String> {
    let measured = measured(name)?;
    let caption = escaped(&measured.caption);
    let mut out = format!(
        "<figure class=\"measured\" id=\"measured-{name}\">\n<figcaption>{caption}</figcaption>\n<div class=\"bars\">"
    );
    let ranges: Vec<Range> = measured.groups.iter().map(|group| Range::of(&group.bars)).collect();
    let all = ranges.iter().copied().reduce(Range::with).context("nothing was measured")?;
    let apart = all.most > MOST_AT_ONE_SCALE * all.least;
    for (group, own) in measured.groups.iter().zip(ranges) {
        let Range { least, most } = if apart { own } else { all };
        let told = |seconds: f64| told(seconds, least);
        let _ = write!(out, "\n<b>{}</b>", escaped(&group.title));
        for bar in &group.bars {
            let (label, best, median) = (escaped(&bar.label), told(bar.best), told(bar.median));
            let percent = |seconds: f64| format!("{:.2}%", 100.0 * seconds / most);
            let (width, best_at) = (percent(bar.median), percent(bar.best));
            let _ = write!(
                out,
                "\n<span aria-hidden=\"true\">{label}</span><svg role=\"img\" aria-label=\"{label}: 중앙값 {median}, 가장 빠를 때 {best}\">\
                 <rect class=\"b\" width=\"{width}\" height=\"12\" y=\"5\"/>\
                 <line class=\"o\" x1=\"{best_at}\" x2=\"{best_at}\" y1=\"2\" y2=\"20\"/></svg><span aria-hidden=\"true\">{median}</span>"
            );
        }
    }
    let scales =
        if apart && measured.groups.len() > 1 { " 묶음마다 눈금이 다릅니다." } else { "" };
    let machine = |key: &str| measured.machine.get(key).map_or("", String::as_str);
    let _ = write!(
        out,
        "\n</div>\n<p class=\"key\"><span>막대와 숫자는 {}번의 중앙값이고, 세로줄은 그 가운데 가장 빠른 한 번입니다.{scales}</span>\
         <span>{}에 {}({}코어, {}, {} 우선순위, 재기 전 1분의 부하 {}), {}, {}에서 쟀습니다.</span></p>\n</figure>\n",
        measured.rounds,
        escaped(&measured.date),
        escaped(machine("cpu")),
        escaped(machine("cores")),
        if machine("system") == "linux" { "Linux".into() } else { escaped(machine("system")) },
        escaped(machine("priority")),
        escaped(machine("load")),
        escaped(machine("python")),
        escaped(machine("rust")),
    );
    Ok(out)
}

/// Groups have one scale unless the longest bar of all is more than so many times the shortest.
const MOST_AT_ONE_SCALE: f64 = 20.0;

/// The shortest and the longest of some times, in seconds.
#[derive(Clone, Copy)]
struct Range {
    least: f64,
    most: f64,
}

impl Range {
    fn of(bars: &[Bar]) -> Range {
        Range {
            least: bars.iter().map(|bar| bar.best).fold(f64::MAX, f64::min),
            most: bars.iter().map(|bar| bar.median).fold(f64::MIN_POSITIVE, f64::max),
        }
    }

    fn with(self, other: Range) -> Range {
        Range { least: self.least.min(other.least), most: self.most.max(other.most) }
    }
}

/// A time in the unit that reads best for the least of those beside it.
fn told(seconds: f64, least: f64) -> String {
    let (value, unit) = match least {
        least if least >= 0.1 => (seconds, "초"),
        least if least >= 1e-3 => (seconds * 1e3, "밀리초"),
        least if least >= 1e-6 => (seconds * 1e6, "마이크로초"),
        _ => (seconds * 1e9, "나노초"),
    };
    let places = if value >= 10.0 {
        0
    } else if value >= 1.0 {
        1
    } else {
        2
    };
    format!("{value:.places$}{unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_told_in_a_unit_that_fits() {
        let times = [0.4567, 0.0123, 0.000_001_5, 4.2e-8, 0.000_15].map(|seconds| told(seconds, seconds));
        assert_eq!(times, ["0.46초", "12밀리초", "1.5마이크로초", "42나노초", "150마이크로초"]);
    }

    #[test]
    fn times_beside_each_other_have_one_unit() {
        assert_eq!(
            [0.000_136, 0.000_812].map(|seconds| told(seconds, 0.000_073)),
            ["136마이크로초", "812마이크로초"]
        );
        assert_eq!(told(2.18e-7, 5e-9), "218나노초");
    }
}
