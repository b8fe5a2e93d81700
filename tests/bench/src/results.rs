//! Keeps what was measured, part by part.

use std::fs;
use std::path::PathBuf;

use serde_json::{Map, Value};

use crate::table;

fn file(name: &str) -> PathBuf {
    catalog::root().join("tests/bench/results").join(name)
}

fn all() -> Map<String, Value> {
    let kept = fs::read_to_string(file("mutex.json")).ok();
    kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// The last measurement of one part; null if there is none.
pub fn kept(part: &str) -> Value {
    all().remove(part).unwrap_or_default()
}

/// Puts one part in the place of its last measurement and writes the tables again.
pub fn keep(part: &str, measured: Value) {
    let mut all = all();
    all.insert(part.to_string(), measured);
    let all = Value::Object(all);
    let text = serde_json::to_string_pretty(&all).expect("values can be written");
    fs::create_dir_all(file("")).expect("the folder can be made");
    fs::write(file("mutex.json"), text + "\n").expect("the results can be written");
    let page = table::page(&all);
    fs::write(file("mutex.md"), page).expect("the table can be written");
}
