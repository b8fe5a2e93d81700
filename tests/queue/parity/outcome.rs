//! 한 경우를 풀이의 큐로 돌리고, 결과를 파이썬 쪽과 같은 글로 옮깁니다.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use solution_queue::bounded::{self, Empty, Full};
use solution_queue::shutdown::{self, ShutDown};
use solution_queue::{fifo, task_done};

use super::Case;

/// 경우 하나가 이보다 오래 걸리면 멈춰 선 것입니다.
const DEADLINE: Duration = Duration::from_secs(60);

type Answer = Result<Option<u32>, String>;

/// 단계마다 다른 큐를 같은 이름으로 부릅니다.
trait Queue: Sync {
    fn call(&self, name: &str, value: u32, limit: Duration) -> Answer;
}

fn unknown(name: &str) -> ! {
    panic!("이 단계의 큐에는 {name}이 없습니다.")
}

impl Queue for fifo::Queue<u32> {
    fn call(&self, name: &str, value: u32, _limit: Duration) -> Answer {
        match name {
            "put" => self.put(value),
            "get" => return Ok(Some(self.get())),
            _ => unknown(name),
        }
        Ok(None)
    }
}

impl Queue for bounded::Queue<u32> {
    fn call(&self, name: &str, value: u32, limit: Duration) -> Answer {
        let full = |Full(value)| format!("Full({value})");
        let empty = |Empty| "Empty".to_string();
        match name {
            "put" => self.put(value),
            "try_put" => self.try_put(value).map_err(full)?,
            "put_timeout" => self.put_timeout(value, limit).map_err(full)?,
            "get" => return Ok(Some(self.get())),
            "try_get" => return self.try_get().map(Some).map_err(empty),
            "get_timeout" => return self.get_timeout(limit).map(Some).map_err(empty),
            "qsize" => return Ok(Some(self.qsize() as u32)),
            _ => unknown(name),
        }
        Ok(None)
    }
}

impl Queue for task_done::Queue<u32> {
    fn call(&self, name: &str, value: u32, _limit: Duration) -> Answer {
        match name {
            "put" => self.put(value),
            "get" => return Ok(Some(self.get())),
            "task_done" => self.task_done().map_err(|error| format!("{error:?}"))?,
            "join" => self.join(),
            _ => unknown(name),
        }
        Ok(None)
    }
}

impl Queue for shutdown::Queue<u32> {
    fn call(&self, name: &str, value: u32, _limit: Duration) -> Answer {
        match name {
            "put" => self.put(value).map_err(|ShutDown(value)| format!("ShutDown({value})"))?,
            "get" => return self.get().map(Some).ok_or("ShutDown".into()),
            "task_done" => self.task_done().map_err(|error| format!("{error:?}"))?,
            "join" => self.join(),
            "shutdown" => self.shutdown(false),
            "shutdown_now" => self.shutdown(true),
            _ => unknown(name),
        }
        Ok(None)
    }
}

fn run(queue: &dyn Queue, calls: &str) -> Vec<String> {
    let one = |call: &str| {
        let mut words = call.split(' ');
        let name = words.next().unwrap_or_default();
        let takes_value = name.starts_with("put") || name == "try_put";
        let value = if takes_value { words.next() } else { None }.map_or(0, |word| word.parse().unwrap());
        if name == "pause" {
            thread::sleep(Duration::from_millis(100));
            return "ok".to_string();
        }
        let limit = words.next().map_or(0.0, |word| word.parse().unwrap());
        let Ok(limit) = Duration::try_from_secs_f64(limit) else {
            return "Duration이 될 수 없음".into();
        };
        match queue.call(name, value, limit) {
            Ok(Some(value)) => value.to_string(),
            Ok(None) => "ok".into(),
            Err(error) => error,
        }
    };
    calls.split(", ").map(one).collect()
}

/// 남은 항목의 수와 끝나지 않은 일의 수입니다. 넣은 일의 수를 세지 않는 단계에서는 표에서 셉니다.
fn left(queue: &dyn Queue, case: &Case, found: &[String]) -> String {
    let count = |name: &str| {
        let calls = case.calls.split([',', '&', '>']).map(str::trim);
        calls.filter(|call| call.split(' ').next() == Some(name)).count()
    };
    let placed = found.iter().filter(|word| *word == "ok").count() - count("pause");
    let taken = found.iter().filter(|word| word.parse::<u32>().is_ok()).count();
    match case.step {
        "fifo" | "bounded" => format!("left {}, unfinished {placed}", placed - taken),
        _ => {
            let mut unfinished = 0;
            let zero = Duration::ZERO;
            let dropped = count("shutdown_now") > 0;
            let placed = count("put") - found.iter().filter(|word| word.starts_with("ShutDown(")).count();
            let items = if dropped { 0 } else { placed - taken };
            (0..items).for_each(|_| drop(queue.call("get", 0, zero)));
            while queue.call("task_done", 0, zero).is_ok() {
                unfinished += 1;
            }
            format!("left {items}, unfinished {unfinished}")
        }
    }
}

fn together(queue: &dyn Queue, case: &Case) -> String {
    let (before, together) = case.calls.split_once(" > ").unwrap_or(("", case.calls));
    let parts: Vec<&str> = together.split(" & ").collect();
    if parts.len() == 1 {
        return run(queue, case.calls).join(" ");
    }
    let mut found = if before.is_empty() { Vec::new() } else { run(queue, before) };
    found.extend(thread::scope(|scope| {
        let threads: Vec<_> = parts.iter().map(|part| scope.spawn(|| run(queue, part))).collect();
        let outcomes = threads.into_iter().map(|thread| thread.join().expect("큐는 패닉하지 않습니다."));
        outcomes.collect::<Vec<_>>().concat()
    }));
    found.sort();
    format!("{}; {}", found.join(" "), left(queue, case, &found))
}

pub fn outcome(case: &Case) -> String {
    let Ok(maxsize) = case.maxsize.parse() else { return "usize가 될 수 없음".into() };
    let (answer, answered) = mpsc::channel();
    let (step, line) = (case.step, case.line);
    thread::spawn(move || {
        let queue: Box<dyn Queue> = match step {
            "fifo" => Box::new(fifo::Queue::new()),
            "bounded" => Box::new(bounded::Queue::new(maxsize)),
            "task_done" => Box::new(task_done::Queue::new()),
            "shutdown" => Box::new(shutdown::Queue::new(maxsize)),
            _ => panic!("{step}이라는 단계는 비교하지 않습니다."),
        };
        answer.send(together(&*queue, &Case::read(line)))
    });
    answered.recv_timeout(DEADLINE).unwrap_or_else(|_| "멈춰 섰습니다".into())
}
