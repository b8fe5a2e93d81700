//! Orders as the check of a promise, and what a failing one has to say to the learner.

use std::cell::Cell;
use std::panic::resume_unwind;

use report::text::legible;
use report::{Asked, Check, Engine, Finding, Place, Sources, Story, against_a_panic};

use crate::event::{Action, Event, ObjectKind, ThreadIndex};
use crate::failure::{Failure, Kind};
use crate::pattern::Pattern;
use crate::{catch, explore, heartbeat, is_about_the_clock};

static ORDERS: Engine = Engine {
    prepare: || {
        explore(|| {});
    },
    run,
    signs: heartbeat,
    looked: crate::explore::looked,
};

/// The check of a promise that must hold in every order: the function calls [`explore`](crate::explore),
/// [`exists`](crate::exists) or an [`Explorer`](crate::Explorer) as often as it likes.
pub const fn orders(check: fn()) -> Check {
    Check { engine: &ORDERS, run: check }
}

thread_local! {
    static ADVICE: Cell<&'static str> = const { Cell::new("") };
    static FORESEEN: Cell<&'static str> = const { Cell::new("") };
}

/// What to do next, should the promise be broken from now on in a way that has no name and says nothing by itself: a sentence
/// or two for the learner. To be called by the check of a promise.
///
/// ```
/// interleave::advise("먼저 모두 띄우고, 그다음에 기다립니다.");
/// interleave::explore(|| {});
/// ```
pub fn advise(advice: &'static str) {
    ADVICE.set(advice);
}

/// The same, should everybody wait at condition variables for a notification that never comes, or a thread be left behind,
/// and the order have no name.
pub fn foresee(advice: &'static str) {
    FORESEEN.set(advice);
}

fn run(asked: &Asked<'_>) -> Result<(), Box<Finding>> {
    ADVICE.set("");
    FORESEEN.set("");
    let Err(payload) = catch(asked.check) else { return Ok(()) };
    match payload.downcast::<Failure>() {
        Ok(failure) => Err(Box::new(failure.finding(asked.sources, asked.full))),
        Err(payload) => resume_unwind(payload),
    }
}

impl Failure {
    /// What this order has to say to the learner; `full` with the whole story.
    pub fn finding(&self, sources: &Sources, full: bool) -> Finding {
        let pattern = self.pattern_in(sources);
        Finding {
            headline: self.headline(sources),
            place: self.suspect(sources),
            pattern: pattern.as_ref().map(|pattern| self.say(pattern, sources)),
            story: self.story(sources, full).filter(is_worth_telling),
            printed: self.trace.shown.iter().map(|line| legible(line)).collect(),
            advice: self.advice(sources, pattern.as_ref()).to_string(),
            unfinished: matches!(self.kind, Kind::Todo { .. }),
            ..Finding::default()
        }
    }

    /// What to do next.
    fn advice(&self, sources: &Sources, pattern: Option<&Pattern>) -> &str {
        if let Kind::Panic { advice, .. } = &self.kind
            && !advice.is_empty()
        {
            return advice;
        }
        if let Some(advice) = pattern.and_then(against) {
            return advice;
        }
        // Those who are stuck wait for who is gone.
        if let Kind::Deadlock { cycle, .. } = &self.kind
            && cycle.is_empty()
            && let Some((message, place)) = self.own_panic(sources)
        {
            return self.against_own_panic(message, Some(place), sources);
        }
        match &self.kind {
            Kind::Panic { .. } if self.waits_again_after_waking_early() => {
                "알림 없이 깨어나도(가짜 깨어남) 남은 시간만 더 기다립니다. 끝낼 때를 한 번 정해 두고, 깨어날 때마다 거기까지 남은 시간을 다시 셉니다."
            }
            Kind::Panic { .. } if self.woken_by_nobody() > 0 => {
                "알림도 없고 때도 되지 않았는데 깨어난 순서입니다(가짜 깨어남). 깨어나면 조건이 맞는지, 때가 되었는지 다시 보고, 아니면 이어서 기다립니다. `while`이나 `wait_while`, `wait_timeout_while`이 그렇게 합니다."
            }
            Kind::Panic { message, .. } if is_about_the_clock(message) && self.sleeps_in(sources) => {
                INSTEAD_OF_ASKING
            }
            Kind::Panic { message, .. } if self.at().and_then(|place| sources.line(place)).is_some() => {
                self.against_own_panic(message, self.at(), sources)
            }
            Kind::Panic { .. } if !ADVICE.get().is_empty() => ADVICE.get(),
            Kind::Panic { .. } if self.preemptions > 0 => {
                "표에서 선점이 일어난 줄을 봅니다. 그 줄의 앞뒤가 나뉘지 않아야 하는지 살펴봅니다."
            }
            Kind::Panic { .. } if self.trace.threads.len() > 1 => {
                "선점이 없어도 깨집니다. 어느 스레드가 무엇을 빠뜨렸는지 표를 위에서 아래로 읽으며 찾습니다."
            }
            Kind::Panic { .. } => {
                "스레드 하나에서도 깨집니다. 이 호출에서 지나는 줄을 처음부터 따라가 봅니다."
            }
            Kind::Deadlock { waits, cycle } if cycle.is_empty() => {
                let awaited = waits.iter().find_map(|wait| wait.object);
                match awaited.map(|object| self.trace.objects[object].kind) {
                    Some(ObjectKind::Condvar) if !FORESEEN.get().is_empty() => FORESEEN.get(),
                    Some(ObjectKind::Channel) if waits.iter().all(|wait| self.sends(wait.thread)) => {
                        "보내는 쪽이 자리가 나기를 기다립니다. 받는 쪽이 다 받는지, 그만 받을 때 받는 끝(Receiver)을 drop하는지 봅니다."
                    }
                    awaited => nobody_wakes(awaited),
                }
            }
            Kind::Deadlock { cycle, .. } if cycle.len() == 1 => {
                "같은 스레드가 쥔 잠금을 다시 잠그는 줄을 찾습니다. 가드를 먼저 놓거나 한 번만 잠급니다. 같은 것이 두 이름으로 넘어왔을 수도 있습니다."
            }
            Kind::Deadlock { waits, cycle }
                if waits.iter().any(|wait| wait.object.is_none() && cycle.contains(&wait.thread)) =>
            {
                "스레드가 끝나기를 기다리기 전에, 그 스레드가 잠가야 할 잠금을 놓습니다."
            }
            Kind::Deadlock { .. } => {
                "스레드마다 어떤 순서로 잠갔는지 표에서 보고, 모든 스레드가 같은 순서로 잠그게 합니다."
            }
            Kind::Spin { thread, .. } if self.backs_off(*thread) => {
                "하나를 쥔 채 다른 하나를 시도하다 물러나 되풀이합니다. 시도하는 대신, 모든 스레드가 같은 순서로 잠그고 기다립니다. 순서가 같으면 서로를 기다리는 고리가 생기지 않습니다."
            }
            Kind::Spin { .. } => INSTEAD_OF_ASKING,
            Kind::Unjoined { .. } if !FORESEEN.get().is_empty() => FORESEEN.get(),
            Kind::Unjoined { .. } => "만든 스레드를 모두 join으로 기다리거나 thread::scope 안에서 만듭니다.",
            Kind::TooLong { thread, .. } if self.asks_again(*thread) => {
                "잠깐씩 기다리거나 자리를 내주며 되풀이해 묻습니다(폴링). 한도 없이 알림이 올 때까지 잠들어 기다리고, 값을 바꾸는 곳이 알립니다."
            }
            Kind::TooLong { .. } => {
                "그 줄을 둘러싼 반복이 끝나는지, 기다리는 시간이 너무 길지 않은지 봅니다. 끝나는 일이면 할 일의 수를 줄입니다."
            }
            Kind::TooManyThreads { .. } => "스레드를 만드는 반복이 끝나는 조건을 봅니다.",
            Kind::Exit { .. } => {
                "process::exit나 process::abort를 지우고, 함수가 값을 돌려주며 끝나게 합니다."
            }
            Kind::TooMuchOutput { .. } => "출력하는 줄을 둘러싼 반복이 끝나는 조건을 봅니다.",
            Kind::NeverHappens { .. } => {
                "일이 겹치지 못하게 막는 곳을 찾습니다. 잠금을 너무 오래 쥐거나, 스레드를 적게 만들거나, 하나씩 만들어 기다리는 곳입니다."
            }
            Kind::Unsupported { .. } => "그 줄을 바꾼 뒤 다시 실행합니다.",
            Kind::Nondeterministic => {
                "난수, 실제 시각, 해시 맵의 순서처럼 실행할 때마다 달라지는 것을 지웁니다."
            }
            Kind::Todo { .. } => "",
        }
    }
}

impl Failure {
    /// The message and place of the first panic of a line of the learner's.
    fn own_panic(&self, sources: &Sources) -> Option<(&str, &Place)> {
        self.trace.events.iter().find_map(|event| match (event.action, event.at.as_ref()) {
            (Action::Panic(index), Some(place)) if sources.line(place).is_some() => {
                Some((self.trace.panics[index].as_str(), place))
            }
            _ => None,
        })
    }

    /// A line of the learner's panics.
    fn against_own_panic(&self, message: &str, at: Option<&Place>, sources: &Sources) -> &'static str {
        let together = self.trace.threads.len() > 1;
        let own = at.and_then(|place| sources.line(place));
        if own.is_some_and(|line| line.text.contains("panic!")) {
            return "이 줄에서 스스로 패닉합니다. 파이썬의 `raise`처럼 쓰는 것은 `return Err(…)`입니다. 패닉하지 않고 약속한 값을 돌려주거나 기다립니다.";
        }
        match (against_a_panic(message), ADVICE.get()) {
            _ if together && message.contains("on a `None` value") => {
                "값이 없는(`None`) 순서가 있습니다. 누가 먼저 가져갔는지, 아직 아무도 넣지 않았는지 표에서 보고, 있을 때까지 기다리거나 없을 때 할 일을 정합니다."
            }
            // How long the pieces are is the promise's own matter.
            (Some(_), advice) if message.contains("chunk size") && !advice.is_empty() => advice,
            (Some(advice), _) => advice,
            (None, advice) if together && !advice.is_empty() => advice,
            (None, _) if together => "표를 위에서 아래로 읽으며, 그 줄이 이 순서에서 왜 실패하는지 찾습니다.",
            (None, _) => {
                "어떤 값일 때 이 줄에서 패닉이 나는지 봅니다. 그때도 패닉하지 않고 약속대로 돌려줍니다."
            }
        }
    }
}

const INSTEAD_OF_ASKING: &str = "되풀이해 묻는 대신, 값이 바뀔 때 깨워 주는 것(lock, Condvar, 채널의 recv, join)으로 기다립니다. 한도가 있으면 try_lock_for, wait_timeout_while, recv_timeout입니다.";

/// What to do against a bug that has a name; `None` where how it ended says more.
fn against(pattern: &Pattern) -> Option<&'static str> {
    Some(match pattern {
        Pattern::LostUpdate { .. } => {
            "읽고, 바꾸고, 쓰는 동안 잠금을 놓지 않습니다. 원자값이라면 fetch_add처럼 한 걸음으로 바꿉니다."
        }
        Pattern::CheckThenAct { .. } => {
            "확인하고 그에 따라 하는 일을, 한 번 잠근 동안에 마칩니다. 오래 걸리는 일이면 맡았다는 표시만 그 동안에 남깁니다. 기다렸다 깨어났다면 다시 확인합니다."
        }
        Pattern::LostWakeup { .. } => {
            "확인할 때 쥔 잠금을 놓지 않고 잠듭니다. 그 가드를 그대로 `wait`에 넘기고, 알리는 쪽은 같은 잠금을 쥔 동안에 조건을 바꿉니다."
        }
        Pattern::EarlySignal { .. } => {
            "알림은 남지 않습니다. 잠들기 전에 조건부터 확인하고, 이미 맞으면 기다리지 않습니다. `wait_while`이 그렇게 합니다."
        }
        Pattern::HastyNotice { .. } => {
            "먼저 바꾸고, 그다음에 알립니다. 알리는 줄을 바꾸는 줄 뒤로 옮기고, 두 줄 사이에 잠금을 놓지 않습니다."
        }
        Pattern::WrongWaiter { .. } => {
            "기다리는 까닭이 다르면 조건 변수를 나누거나, notify_all로 모두 깨워 저마다 조건을 다시 확인하게 합니다."
        }
        Pattern::FewWoken { .. } => {
            "이어 갈 수 있게 된 수만큼 알리거나 notify_all로 모두 깨웁니다. 깨어난 스레드는 저마다 조건을 다시 확인합니다."
        }
        Pattern::TrustedWaking { .. } => {
            "깨어난 것은 다시 확인할 때가 되었다는 뜻입니다. if를 while로 바꾸거나 wait_while을 씁니다."
        }
        Pattern::Polling { .. } => INSTEAD_OF_ASKING,
        Pattern::EmptySection { .. } => {
            "지키려는 일이 끝날 때까지 가드가 남게 합니다. 그 일이 있는 블록에서 이름을 붙여 변수에 담습니다."
        }
        Pattern::HoldAndWait { .. } => {
            "기다리기 전에 잠금을 놓습니다. 기다림을 잠그기 앞으로 옮기거나 가드를 먼저 drop합니다."
        }
        Pattern::Poisoned { .. } => {
            "앞 스레드의 패닉은 그 스레드의 실패로 그치게 합니다. lock()의 Err에서도 into_inner로 가드를 꺼낼 수 있습니다."
        }
        _ => return None,
    })
}

impl Failure {
    /// Whether somebody was woken by nobody before its limit, and waited once more.
    fn waits_again_after_waking_early(&self) -> bool {
        let events = &self.trace.events;
        events.iter().enumerate().filter(|(_, event)| event.action == Action::WokeByItself).any(
            |(index, woke)| {
                let own = |event: &&Event| event.thread == woke.thread && event.action.waits();
                let before = events[..index].iter().rev().find(own);
                before.is_some_and(|wait| wait.time < woke.time)
                    && events[index..].iter().any(|event| own(&event))
            },
        )
    }

    /// Whether the thread went on and on by waits that ended with their time, or by letting others go first.
    fn asks_again(&self, thread: ThreadIndex) -> bool {
        let ended = self.trace.events.iter().filter(|event| event.thread == thread);
        ended.filter(|event| matches!(event.action, Action::TimedOut | Action::Yield)).count() > 1_000
    }

    /// Whether the thread held one lock when it last tried for another in vain.
    fn backs_off(&self, thread: ThreadIndex) -> bool {
        let mut own = self.trace.events.iter().rev().filter(|event| event.thread == thread);
        let Some(failed) = own.find(|event| event.action == Action::TryFailed) else { return false };
        let mut given_back = Vec::new();
        own.filter(|event| event.object != failed.object).any(|event| match event.action {
            Action::Lock => !given_back.contains(&event.object),
            Action::Unlock => {
                given_back.push(event.object);
                false
            }
            _ => false,
        })
    }

    /// Whether a line of the learner's sleeps for a fixed time.
    fn sleeps_in(&self, sources: &Sources) -> bool {
        let mut naps = self.trace.events.iter().filter(|event| matches!(event.action, Action::Sleep(_)));
        naps.any(|nap| nap.at.as_ref().is_some_and(|place| sources.line(place).is_some()))
    }

    /// Whether the thread, which waits in vain, waits to send or for a thread that does: the last thing it did tells.
    fn sends(&self, thread: ThreadIndex) -> bool {
        let own = self.trace.events.iter().rev().find(|event| event.thread == thread);
        own.is_some_and(|event| matches!(event.action, Action::WaitSend | Action::WaitJoin(_)))
    }
}

/// Where no line of the learner's was met there is nothing to see.
fn is_worth_telling(story: &Story) -> bool {
    story.rows.len() > 1 || story.rows.iter().any(|row| row.line.is_some())
}

/// What to look for where threads wait for a sign that nobody is left to give.
fn nobody_wakes(awaited: Option<ObjectKind>) -> &'static str {
    match awaited {
        Some(ObjectKind::Channel) => {
            "보내는 쪽(Sender)이 하나라도 남아 있으면 받는 쪽은 끝을 모릅니다. 다 쓴 것을 drop하는지(참조를 drop하면 그대로 남습니다), 보낸 만큼만 받는지 봅니다."
        }
        Some(ObjectKind::Barrier) => {
            "Barrier가 기다리는 수만큼 wait에 오지 못합니다. Barrier::new에 적은 수와 wait를 부르는 스레드 수를 견줍니다."
        }
        Some(ObjectKind::Parker) => {
            "깨우는 신호는 쌓이지 않습니다. 두 번 불러도 park 한 번만 깨웁니다. 신호마다 잠드는 까닭을 다시 확인하게 합니다."
        }
        _ => {
            "기다리는 조건부터 봅니다. `wait_while`은 조건이 참인 동안 기다립니다. 조건이 맞으면, 그것을 바꾸는 곳이 모두 알리는지, 이어 갈 수 있는 스레드가 모두 깨어나는지 봅니다."
        }
    }
}
