//! What another thread changed between a look and what was done about it.

use super::section::Section;
use super::{EventIndex, Pattern, Record};
use crate::event::{Action, ObjectKind, Place, Value};

/// The clearest race before the event `told`. In an order with preemptions one of them must lie inside of it: without that
/// preemption the order does not fail, as far as is known.
pub(super) fn find(record: &Record<'_>, told: EventIndex, preempted: bool) -> Option<Pattern> {
    let acts = record.sections.iter().filter(|act| act.from < told);
    let races = acts.filter_map(|act| Race::before(record, *act)).filter(|race| {
        let inside = race.check.end() + 1..=race.act.from;
        !preempted || record.events[inside].iter().any(|event| event.preempts)
    });
    let race = races.max_by_key(|race| (race.loses_a_write(record), race.panics, race.act.from))?;
    Some(race.pattern(record))
}

/// Three accesses to one thing: a look, a change by another thread, and an act of the first that did not look again.
struct Race {
    check: Section,
    change: Section,
    act: Section,
    /// The act panics where it stands.
    panics: bool,
}

impl Race {
    fn before(record: &Record<'_>, act: Section) -> Option<Race> {
        if record.trace.objects[act.object].kind == ObjectKind::Output {
            return None;
        }
        let panics = panics(record, &act);
        // A queue looks for itself before it gives or takes.
        let is_queue = record.trace.objects[act.object].kind.is_queue();
        if !panics && (!act.wrote || act.looked || is_queue) {
            return None;
        }
        let same = record.sections.iter().filter(|section| section.object == act.object);
        let before: Vec<&Section> = same.filter(|section| section.end() < act.from).collect();
        let check = before.iter().rfind(|section| section.thread == act.thread)?;
        if !check.looked || check.wrote {
            return None;
        }
        let mut others = before.iter().filter(|section| section.thread != act.thread && section.wrote);
        let change = others.rfind(|section| section.end() > check.end())?;
        Some(Race { check: **check, change: **change, act, panics })
    }

    /// The act wrote a number over that of the other thread, without its part in it.
    fn loses_a_write(&self, record: &Record<'_>) -> bool {
        let Some(Value::Number(seen)) = self.check.found.filter(|_| !self.panics) else { return false };
        let numbers = (self.change.left, self.act.left);
        let (Some(Value::Number(theirs)), Some(Value::Number(ours))) = numbers else { return false };
        if self.act.locks {
            // Adding to what the other left would have changed it.
            self.act.wrote && ours == theirs && theirs != seen
        } else {
            record.events[self.act.from].action == Action::Store && theirs != seen
        }
    }

    fn pattern(&self, record: &Record<'_>) -> Pattern {
        let Race { check, change, act, .. } = self;
        let object = act.object;
        if !self.loses_a_write(record) {
            return Pattern::CheckThenAct { object, check: check.from, change: change.from, act: act.from };
        }
        // What the other wrote comes from a look of its own, or from the write itself where that reads as well.
        let mut looks = record.sections.iter().filter(|section| {
            (section.thread, section.object) == (change.thread, object) && section.end() < change.from
        });
        let look = looks.rfind(|section| section.looked).map_or(change.from, |section| section.from);
        Pattern::LostUpdate { object, reads: [look, check.from], writes: [change.from, act.from] }
    }
}

/// Whether its thread panics in it, in the code that took the lock; or at once, where it found no room or nothing.
fn panics(record: &Record<'_>, act: &Section) -> bool {
    let event = &record.events[act.from];
    if !act.locks && !matches!(event.action, Action::FoundEmpty | Action::FoundFull) {
        return false;
    }
    let mut after = record.events.iter().enumerate().skip(act.from + 1);
    let next = after.find(|(_, next)| next.thread == act.thread);
    next.is_some_and(|(index, next)| {
        let file = |place: &Option<Place>| place.as_ref().map(|place| place.file.clone());
        let same_code = file(&next.at) == file(&event.at);
        matches!(next.action, Action::Panic(_)) && same_code && (!act.locks || index < act.end())
    })
}
