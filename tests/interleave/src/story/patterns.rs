//! The sentence that names a bug's pattern.

use super::names::Names;
use super::words;
use crate::event::{Action, Event, ObjectIndex, ObjectKind, Value};
use crate::failure::Failure;
use crate::pattern::{EventIndex, Pattern};
use report::Sources;
use report::text::{cut, in_a_row};

impl Failure {
    /// The bug's pattern in one Korean sentence with the lines concerned; `None` where the order shows none.
    #[must_use]
    pub fn pattern_said(&self, sources: &Sources) -> Option<report::Pattern> {
        self.pattern_in(sources).map(|pattern| self.say(&pattern, sources))
    }

    /// The bug's pattern, if one of its lines is in these sources.
    pub(crate) fn pattern_in(&self, sources: &Sources) -> Option<Pattern> {
        let place = |event: EventIndex| self.trace.events[event].at.as_ref();
        let is_here = |event| place(event).is_some_and(|place| sources.line(place).is_some());
        self.pattern().filter(|pattern| pattern.events().into_iter().any(is_here))
    }

    pub(crate) fn say(&self, pattern: &Pattern, sources: &Sources) -> report::Pattern {
        let names = Names::of(&self.trace, sources);
        let says = Sentence { failure: self, names: &names, sources }.of(pattern);
        report::Pattern { name: pattern.name().to_string(), says }
    }
}

struct Sentence<'a> {
    failure: &'a Failure,
    names: &'a Names,
    sources: &'a Sources,
}

impl Sentence<'_> {
    fn of(&self, pattern: &Pattern) -> String {
        match pattern {
            Pattern::LostUpdate { object, reads, writes } => self.lost_update(*object, reads, writes),
            Pattern::CheckThenAct { object, check, change, act } => format!(
                "{}가 {} 확인한 뒤{} {}가 바꿨는데{}, {}는 다시 확인하지 않고 그대로 썼습니다{}.",
                self.who(*check),
                self.content(*object),
                self.line(*check),
                self.who(*change),
                self.line(*change),
                self.who(*act),
                self.line(*act)
            ),
            Pattern::LostWakeup { look, notify, wait, .. } => format!(
                "{}가 조건을 확인한 뒤{}, 잠들기 전에{} {}의 알림이 지나갔습니다{}.",
                self.who(*look),
                self.line(*look),
                self.line(*wait),
                self.who(*notify),
                self.line(*notify)
            ),
            Pattern::EarlySignal { notify, wait, .. } => format!(
                "{}가 알릴 때는{} 기다리는 스레드가 없었고, {}는 그 뒤에 조건을 확인하지 않고 잠들었습니다{}.",
                self.who(*notify),
                self.line(*notify),
                self.who(*wait),
                self.line(*wait)
            ),
            Pattern::HastyNotice { notify, woken, change, .. } => format!(
                "{}의 알림이{} 바꾸기{}보다 먼저라서, 깨어난 {}는 옛 값을 보고 다시 잠들었습니다{}. 바꾼 뒤에는 아무도 알리지 않았습니다.",
                self.who(*notify),
                self.line(*notify),
                self.line(*change),
                self.who(*woken),
                self.line(*woken)
            ),
            Pattern::WrongWaiter { notify, woken, left, .. } => format!(
                "{}의 알림 하나가{} {}를 깨웠지만 할 일이 없어 다시 잠들었고{}, 같은 조건 변수에서 기다리던 {}는 깨어나지 못했습니다{}.",
                self.who(*notify),
                self.line(*notify),
                self.who(*woken),
                self.line(*woken),
                self.who(*left),
                self.line(*left)
            ),
            Pattern::FewWoken { notify, woken, left, .. } => format!(
                "{}의 알림은{} 하나만 깨워서 {}가 이어 갔고{}, 같은 줄에서 기다리던 {}는 그 뒤로 깨어나지 못했습니다{}.",
                self.who(*notify),
                self.line(*notify),
                self.who(*woken),
                self.line(*woken),
                self.who(*left),
                self.line(*left)
            ),
            Pattern::TrustedWaking { woken, act, .. } => format!(
                "{}가 알림 없이 깨어났는데{} 조건을 다시 확인하지 않고 이어 갔습니다{}.",
                self.who(*woken),
                self.line(*woken),
                self.line(*act)
            ),
            Pattern::Polling { object, look, nap, times } => {
                let nap_for = match self.event(*nap).action {
                    Action::Sleep(time) => format!("{}초", crate::seconds(time)),
                    _ => String::new(),
                };
                format!(
                    "{}가 {nap_for}씩 자며 {} {times}번 되풀이해 확인합니다{}. 그사이에 바뀌어도 잠이 깰 때까지 알지 못합니다.",
                    self.who(*look),
                    self.content(*object),
                    self.lines(&[*look, *nap])
                )
            }
            Pattern::EmptySection { lock, taken } => format!(
                "{}을 얻은 줄에서 바로 놓아 지키는 것이 없습니다{}. 가드가 그 줄이나 그 블록에서 사라집니다.",
                self.thing(*lock),
                self.lines(taken)
            ),
            Pattern::LockCycle { held, waits } => {
                let part = |(&held, &wait): (&EventIndex, &EventIndex)| {
                    let (holds, wants) = (self.object(held), self.object(wait));
                    format!("{}는 {holds}을 쥐고 {wants}을{}", self.who(wait), self.line(wait))
                };
                let parts: Vec<String> = held.iter().zip(waits).map(part).collect();
                format!("{} 기다립니다.", parts.join(", "))
            }
            Pattern::HoldAndWait { held, wait, behind, .. } => self.hold_and_wait(*held, *wait, *behind),
            Pattern::LockedTwice { first, again, .. } => format!(
                "{}가 {}을 쥔 채{} 같은 잠금을 다시 기다립니다{}.",
                self.who(*first),
                self.object(*first),
                self.line(*first),
                self.line(*again)
            ),
            Pattern::LeftoverWakeup { unpark, park } => format!(
                "{}의 park가{} 전에 남은 {}의 unpark 때문에{} 기다리지 않고 돌아왔습니다.",
                self.who(*park),
                self.line(*park),
                self.who(*unpark),
                self.line(*unpark)
            ),
            Pattern::Poisoned { panic, found, .. } => {
                let message = match self.event(*panic).action {
                    Action::Panic(index) => self.failure.trace.panics[index].as_str(),
                    _ => "",
                };
                let message = match message {
                    "" => String::new(),
                    message => format!("({})", cut(&in_a_row(message), LONGEST_PANIC)),
                };
                format!(
                    "{}가 {}을 쥔 채{} 패닉해{message} 독이 들었고, 그 잠금을 얻은 {}가 그것을 오류로 받아 패닉했습니다{}.",
                    self.who(*panic),
                    self.object(*found),
                    self.line(*panic),
                    self.who(*found),
                    self.line(*found)
                )
            }
        }
    }

    fn lost_update(&self, object: ObjectIndex, reads: &[EventIndex; 2], writes: &[EventIndex; 2]) -> String {
        let lines = self.lines(&[reads.as_slice(), writes].concat());
        let threads = writes.map(|write| self.event(write).thread);
        let [theirs, mine] = reads.map(|read| self.event(read).value);
        match mine {
            // Both looked first, and saw the same.
            Some(value) if theirs == mine && reads[0] != writes[0] => {
                let value = with_object_particle(value);
                format!(
                    "{}가 모두 {} {value} 읽은 뒤에 썼습니다{lines}.",
                    self.names.threads(&sorted(threads)),
                    self.content_from(object)
                )
            }
            _ => format!(
                "{}가 {} 읽은 뒤 {}가 바꿨는데, {}가 바뀌기 전의 값으로 덮어썼습니다{lines}.",
                self.who(reads[1]),
                self.content(object),
                self.who(writes[0]),
                self.who(writes[1])
            ),
        }
    }

    fn hold_and_wait(&self, held: EventIndex, wait: EventIndex, behind: EventIndex) -> String {
        let event = self.event(wait);
        let (who, lock, at) = (self.who(wait), self.object(held), self.line(wait));
        let held = self.line(held);
        let (behind, behind_at) = (self.who(behind), self.line(behind));
        let does = match event.action {
            Action::WaitJoin(thread) => {
                format!("{}가 끝나기를 기다리고{at},", self.names.thread(thread))
            }
            action => match event.object {
                Some(object) => {
                    let kind = self.failure.trace.objects[object].kind;
                    format!("{} 기다리고{at},", words::wanted(&self.thing(object), kind, Some(action)))
                }
                None => format!("기다리고{at},"),
            },
        };
        format!("{who}가 {lock}을 쥔 채{held} {does} {behind}는 그 잠금을 기다립니다{behind_at}.")
    }

    fn event(&self, event: EventIndex) -> &Event {
        &self.failure.trace.events[event]
    }

    fn who(&self, event: EventIndex) -> String {
        self.names.thread(self.event(event).thread)
    }

    fn thing(&self, object: ObjectIndex) -> String {
        words::thing(object, self.names, &self.failure.trace)
    }

    /// What is looked at: an atomic itself, what lies under a lock, how full a queue is.
    fn content(&self, object: ObjectIndex) -> String {
        let thing = self.thing(object);
        match self.failure.trace.objects[object].kind {
            ObjectKind::Atomic => format!("{thing}을"),
            kind if kind.is_queue() => format!("{thing}의 상태를"),
            _ => format!("{thing}의 값을"),
        }
    }

    fn content_from(&self, object: ObjectIndex) -> String {
        match self.failure.trace.objects[object].kind {
            ObjectKind::Atomic => format!("{}에서", self.thing(object)),
            _ => format!("{}의 값", self.thing(object)),
        }
    }

    fn object(&self, event: EventIndex) -> String {
        self.event(event).object.map_or("잠금".to_string(), |object| self.thing(object))
    }

    fn line(&self, event: EventIndex) -> String {
        self.lines(&[event])
    }

    /// ` (48, 49번째 줄)`: only the learner's own.
    fn lines(&self, events: &[EventIndex]) -> String {
        let place = |&event: &EventIndex| self.sources.line(self.event(event).at.as_ref()?);
        let mut numbers: Vec<u32> = events.iter().filter_map(place).map(|line| line.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        if numbers.is_empty() { String::new() } else { format!("({}번째 줄)", numbers.join(", ")) }
    }
}

/// Columns of a panic's message.
const LONGEST_PANIC: usize = 50;

fn sorted(mut threads: [usize; 2]) -> [usize; 2] {
    threads.sort_unstable();
    threads
}

/// `0을`, `2를`: as the number is read aloud.
fn with_object_particle(value: Value) -> String {
    let text = value.to_string();
    let open = matches!(value, Value::Truth(_)) || text.ends_with(['2', '4', '5', '9']);
    format!("{text}{}", if open { "를" } else { "을" })
}
