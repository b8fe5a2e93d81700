//! {{title}} 단계들이 약속하는 것

use crate as answer;

pub const TOPIC: judge::Topic = judge::Topic { name: "{{topic}}", title: "{{title}}", steps: &[] };
