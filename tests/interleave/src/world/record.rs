//! What happened in the order that runs now.

use std::time::Duration;

use super::{At, Death, Effect, Handle, MOST_OUTPUT, State, Target, World};
use crate::event::{
    Action, Event, LeftOut, Object, ObjectIndex, ObjectKind, Place, Thread, ThreadIndex, Touch, Trace, Value,
};
use crate::failure::Kind;

/// Events that are kept of one order: as many as 80,000 rounds on a lock have.
const MOST_ROWS: usize = 240_000;

/// Bytes of standard error that are kept of one order.
const MOST_ASIDE: usize = 16 << 10;

/// An [`Event`] as it is kept while orders run: small, and copied without allocating.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) thread: ThreadIndex,
    pub(super) action: Action,
    pub(super) object: Option<ObjectIndex>,
    pub(super) value: Option<Value>,
    pub(super) touch: Touch,
    pub(super) at: Option<At>,
    pub(super) time: Duration,
    pub(super) preempts: bool,
}

/// What is no longer among the rows.
#[derive(Clone, Copy, Default)]
pub(super) struct Forgotten {
    events: usize,
    locks: usize,
}

fn locks(rows: &[Row]) -> usize {
    rows.iter().filter(|row| matches!(row.action, Action::Lock | Action::Read)).count()
}

pub(crate) struct PanicNote {
    pub(crate) message: String,
    pub(crate) thread: ThreadIndex,
    pub(crate) at: Option<Place>,
    /// Its place among the order's events.
    pub(crate) row: usize,
}

impl World {
    pub(crate) fn record(
        &mut self,
        at: Option<At>,
        action: Action,
        object: Option<ObjectIndex>,
        value: Option<Value>,
    ) {
        let preempts = std::mem::take(&mut self.preempts);
        let (thread, time) = (self.current, self.clock);
        if let Some(object) = object {
            self.access_by(action, object);
        }
        if self.rows.len() == MOST_ROWS {
            self.forget_the_middle();
        }
        self.rows.push(Row { thread, action, object, value, touch: Touch::default(), at, time, preempts });
    }

    /// Keeps of a very long order how it began and how it goes on now.
    #[cold]
    fn forget_the_middle(&mut self) {
        let forgotten = MOST_ROWS / 4..MOST_ROWS / 4 * 3;
        for note in &mut self.panics {
            let before = note.row.min(forgotten.end).saturating_sub(forgotten.start);
            note.row -= before;
        }
        self.forgotten.locks += locks(&self.rows[forgotten.clone()]);
        self.forgotten.events += forgotten.len();
        self.rows.drain(forgotten);
    }

    /// What the current thread did under the lock it has just given back.
    pub(crate) fn touched(&mut self, touch: Touch) {
        if let Some(last) = self.rows.last_mut() {
            last.touch = touch;
        }
    }

    /// The current thread waits for what is named, if anything is.
    pub(super) fn begins_to_wait(
        &mut self,
        named: Option<&Handle>,
        action: Action,
        at: At,
    ) -> Option<ObjectIndex> {
        let named = named.map(|handle| handle.index(self));
        if named.is_some_and(|object| self.objects[object].kind == ObjectKind::Condvar) {
            self.place_unlock(at);
        }
        self.record(Some(at), action, named, None);
        named
    }

    /// The current thread knows that the other one has returned, or ended.
    pub(super) fn joined(&mut self, thread: ThreadIndex, at: At) {
        self.access(Target::Thread(thread), Effect::Read);
        self.record(Some(at), Action::Join(thread), None, None);
    }

    /// The lock just given back was given back here, and not at the end of a scope.
    pub(crate) fn place_unlock(&mut self, at: At) {
        if let Some(last) = self.rows.last_mut()
            && (last.thread, last.action) == (self.current, Action::Unlock)
        {
            last.at = last.at.or(Some(at));
        }
    }

    /// Where the current thread took its last step.
    pub(crate) fn place_now(&self) -> Option<At> {
        self.tasks[self.current].at
    }

    pub(crate) fn note_panic(&mut self, message: String, at: Option<Place>) {
        let (thread, row) = (self.current, self.rows.len());
        self.tasks[thread].panics += 1;
        self.record(None, Action::Panic(self.panics.len()), None, None);
        self.panics.push(PanicNote { message, thread, at, row });
    }

    /// The thread ended by a panic that `thread` joined last before this event.
    pub(crate) fn dead_joined_before(&self, row: usize, thread: ThreadIndex) -> Option<ThreadIndex> {
        self.rows[..row].iter().rev().find_map(|row| match row.action {
            Action::Join(joined) if row.thread == thread => {
                Some(joined).filter(|&joined| self.tasks[joined].death != Death::None)
            }
            _ => None,
        })
    }

    /// How often a lock was taken so far.
    pub(crate) fn locks(&self) -> usize {
        self.forgotten.locks + locks(&self.rows)
    }

    /// How many events there were so far.
    pub(crate) fn events(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn print(&mut self, text: &str, at: At) -> Option<Kind> {
        let me = self.current;
        self.changed();
        self.access(Target::Output, Effect::Write);
        self.record(Some(at), Action::Print(self.prints.len()), None, None);
        self.prints.push(text.to_string());
        self.output_bytes += text.len();
        if self.output_bytes > MOST_OUTPUT {
            return Some(Kind::TooMuchOutput { at: Some(at.into()) });
        }
        // `print!` without an end of line goes on where the same thread left off.
        let open = self.output.last_mut().filter(|(thread, line)| *thread == me && !line.ends_with('\n'));
        match open {
            Some((_, line)) => line.push_str(text),
            None => self.output.push((me, text.to_string())),
        }
        None
    }

    /// Keeps what is written to standard error for the reader of a report, up to a bound.
    pub(crate) fn aside(&mut self, text: &str) {
        let kept: usize = self.asides.iter().map(|(_, text)| text.len()).sum();
        if kept + text.len() <= MOST_ASIDE {
            self.asides.push((self.output.len(), text.to_string()));
        }
    }

    /// Every line that the learner sees, in the order written; those on standard error are marked.
    fn shown(&self) -> Vec<String> {
        let mut shown = Vec::new();
        let mut asides = self.asides.iter().peekable();
        for pieces in 0..=self.output.len() {
            let mut text = String::new();
            while let Some((_, more)) = asides.next_if(|(before, _)| *before == pieces) {
                text.push_str(more);
            }
            shown.extend(text.lines().map(|line| format!("(stderr) {line}")));
            let piece = self.output.get(pieces).map_or("", |(_, piece)| piece);
            shown.extend(piece.lines().map(str::to_string));
        }
        shown
    }

    /// [`World::printed`], asked for by a thread of the order.
    pub(crate) fn output(&mut self) -> Vec<(ThreadIndex, String)> {
        self.access(Target::Output, Effect::Read);
        self.printed()
    }

    /// What was printed so far, line by line.
    pub(crate) fn printed(&self) -> Vec<(ThreadIndex, String)> {
        let pieces = self.output.iter();
        pieces.flat_map(|(thread, text)| text.lines().map(|line| (*thread, line.to_string()))).collect()
    }

    pub(crate) fn trace(&self) -> Trace {
        let place = |at: Option<At>| at.map(Place::from);
        Trace {
            threads: (self.tasks.iter())
                .map(|task| Thread {
                    name: task.name.clone(),
                    spawned_at: place(task.spawned_at),
                    finished: task.state == State::Finished,
                })
                .collect(),
            objects: (self.objects.iter())
                .map(|object| Object { kind: object.kind, born: object.born.into() })
                .collect(),
            events: (self.rows.iter())
                .map(|row| Event {
                    thread: row.thread,
                    action: row.action,
                    object: row.object,
                    value: row.value,
                    touch: row.touch,
                    at: match row.action {
                        Action::Panic(index) => self.panics[index].at.clone(),
                        _ => place(row.at),
                    },
                    time: row.time,
                    preempts: row.preempts,
                })
                .collect(),
            left_out: LeftOut { after: MOST_ROWS / 4, events: self.forgotten.events },
            panics: self.panics.iter().map(|note| note.message.clone()).collect(),
            prints: self.prints.clone(),
            output: self.printed(),
            shown: self.shown(),
        }
    }
}
