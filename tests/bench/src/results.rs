//! Keeps what was measured, part by part.

use std::fs;
use std::path::PathBuf;

use serde_json::{Map, Value};

use crate::table;

fn file(name: &str) -> PathBuf {
    catalog::root().join("tests/bench/results").join(name)
}

fn all(topic: &str) -> Map<String, Value> {
    let kept = fs::read_to_string(file(&format!("{topic}.json"))).ok();
    kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// The last measurement of one part of a topic; null if there is none.
pub fn kept(topic: &str, part: &str) -> Value {
    all(topic).remove(part).unwrap_or_default()
}

/// Puts one part in the place of its last measurement and writes the tables again.
pub fn keep(topic: &str, part: &str, measured: Value) {
    let mut all = all(topic);
    all.insert(part.to_string(), measured);
    let all = Value::Object(all);
    let text = serde_json::to_string_pretty(&all).expect("values can be written");
    fs::create_dir_all(file("")).expect("the folder can be made");
    fs::write(file(&format!("{topic}.json")), text + "\n").expect("the results can be written");
    let page = table::page(topic, &all);
    fs::write(file(&format!("{topic}.md")), page).expect("the table can be written");
}
