//! Wake-ups that came too early, to the wrong thread, or with a poisoned lock.

use super::section::Section;
use super::{EventIndex, Pattern, Record};
use crate::event::{Action, ObjectIndex, ObjectKind, Value};

pub(super) fn find(record: &Record<'_>) -> Option<Pattern> {
    let sleepers = sleepers(record);
    let missed = sleepers.iter().find_map(|&(wait, condvar)| missed(record, condvar, wait));
    let wrong = || sleepers.iter().find_map(|&(left, condvar)| wrong_waiter(record, condvar, left));
    let hasty = || sleepers.iter().find_map(|&(left, condvar)| hasty(record, condvar, left));
    missed.or_else(hasty).or_else(wrong).or_else(|| few(record))
}

/// The threads that sleep at a condition variable in the end: where, and which.
fn sleepers(record: &Record<'_>) -> Vec<(EventIndex, ObjectIndex)> {
    let blocked = record.blocked().into_iter();
    let blocked = blocked.filter_map(|wait| Some((wait, record.events[wait].object?)));
    let at_condvar = |&(wait, object): &(EventIndex, ObjectIndex)| {
        let waits = record.events[wait].action == Action::WaitNotify;
        waits && record.trace.objects[object].kind == ObjectKind::Condvar
    };
    blocked.filter(at_condvar).collect()
}

/// A notification that woke one of two who wait for the same at the same line, and what it told is still so.
pub(super) fn few(record: &Record<'_>) -> Option<Pattern> {
    sleepers(record).iter().find_map(|&(left, condvar)| {
        let at_condvar = |event: &EventIndex| record.events[*event].object == Some(condvar);
        let notices = notices(record, condvar);
        let mut after = (left + 1..record.events.len()).filter(at_condvar);
        let is_notice = |event: EventIndex| matches!(record.events[event].action, Action::Notify { .. });
        let notify = after.by_ref().find(|&event| is_notice(event))?;
        if record.events[notify].action != (Action::Notify { woken: 1 }) || after.any(is_notice) {
            return None;
        }
        let woken = notices.iter().find(|(notice, _)| *notice == notify)?.1;
        if record.events[woken].at != record.events[left].at || sleeps_again(record, condvar) {
            return None;
        }
        let lock = section_of(record, left)?;
        let thread = record.events[woken].thread;
        let next = record.sections.iter().find(|section| section.thread == thread && section.from > woken)?;
        if next.object != lock.object {
            return None;
        }
        let writes = |from: EventIndex| {
            record
                .sections
                .iter()
                .any(|section| section.object == lock.object && section.wrote && section.end() > from)
        };
        // What others changed in between may be what both could go on for, and nobody has told of it.
        let meanwhile = record.sections.iter().any(|section| {
            let other = section.thread != thread && section.from > notify;
            other && section.object == lock.object && section.wrote && section.end() < woken
        });
        if meanwhile {
            return None;
        }
        let unchanged = !writes(woken);
        // Two were added for one who was woken: what is left is not what `left` fell asleep over.
        let told = record
            .sections
            .iter()
            .rfind(|section| section.object == lock.object && section.wrote && section.end() < notify);
        let added = told.and_then(|told| number(told.left)?.checked_sub(number(told.found)?));
        let last = record.sections.iter().rfind(|section| section.object == lock.object)?;
        let more =
            added.is_some_and(|added| added.unsigned_abs() > 1) && number(last.left) != number(lock.left);
        (unchanged || more).then_some(Pattern::FewWoken { condvar, notify, woken, left })
    })
}

/// Somebody was woken for nothing: those who wait do not all wait for the same.
fn sleeps_again(record: &Record<'_>, condvar: ObjectIndex) -> bool {
    let at_condvar = |event: EventIndex| record.events[event].object == Some(condvar);
    let wakings = (0..record.events.len()).filter(|&event| at_condvar(event));
    let mut wakings = wakings.filter(|&event| record.events[event].action == Action::Woken);
    wakings.any(|woken| {
        let thread = record.events[woken].thread;
        let mut later =
            (woken + 1..record.events.len()).filter(|&event| record.events[event].thread == thread);
        let again =
            later.find(|&event| record.events[event].action == Action::WaitNotify && at_condvar(event));
        again.is_some_and(|again| {
            let mut between = record.sections.iter().filter(|section| section.thread == thread);
            !between.any(|section| section.wrote && (woken..again).contains(&section.from))
        })
    })
}

fn number(value: Option<Value>) -> Option<i128> {
    match value? {
        Value::Number(number) => Some(number),
        Value::Truth(_) => None,
    }
}

/// A wait that ended by itself, and after it a section that writes, or panics, without a look.
pub(super) fn trusted(record: &Record<'_>, told: EventIndex) -> Option<Pattern> {
    let mut wakings = (0..told).rev().filter(|&event| {
        let object = record.events[event].object;
        let kind = object.map(|object| record.trace.objects[object].kind);
        record.events[event].action == Action::WokeByItself && kind == Some(ObjectKind::Condvar)
    });
    wakings.find_map(|woken| {
        let thread = record.events[woken].thread;
        let section = record
            .sections
            .iter()
            .find(|section| section.thread == thread && section.from > woken && section.locks)?;
        let mut inside = (section.from + 1..told.min(section.end()))
            .filter(|&event| record.events[event].thread == thread);
        let panic = inside.find(|&event| matches!(record.events[event].action, Action::Panic(_)));
        let act = panic.or(section.to.filter(|&to| section.wrote && !section.looked && to < told))?;
        Some(Pattern::TrustedWaking { condvar: record.events[woken].object?, woken, act })
    })
}

/// The section that the wait gives back.
fn section_of<'a>(record: &'a Record<'_>, wait: EventIndex) -> Option<&'a Section> {
    let unlock = record.before(wait, wait).next()?;
    record.sections.iter().find(|section| section.locks && section.to == Some(unlock))
}

/// A notification that found nobody, although this thread was about to wait or would wait later.
fn missed(record: &Record<'_>, condvar: ObjectIndex, wait: EventIndex) -> Option<Pattern> {
    let me = record.events[wait].thread;
    let section = section_of(record, wait)?;
    let is_lost = |event: EventIndex| {
        let event = &record.events[event];
        event.action == Action::Notify { woken: 0 } && event.object == Some(condvar) && event.thread != me
    };
    let looks_inside = record.sections.iter().filter(|look| {
        look.thread == me && !look.locks && look.looked && (section.from..wait).contains(&look.from)
    });
    let look = if section.looked {
        Some(looks_inside.map(|look| look.from).next_back().unwrap_or(section.from))
    } else {
        // Nothing was done between the look and the lock. What takes something out looks as well.
        let last = record.before(section.from, wait).next();
        let looks_before =
            record.sections.iter().rfind(|look| (look.looked || look.wrote) && last == look.to);
        looks_inside.map(|look| look.from).next_back().or(looks_before.map(|look| look.from))
    };
    if let Some(look) = look {
        let notify = (look..wait).rev().find(|&event| is_lost(event))?;
        return Some(Pattern::LostWakeup { condvar, look, notify, wait });
    }
    let awake = record.before(wait, wait).find(|&event| {
        record.events[event].action == Action::Woken && record.events[event].object == Some(condvar)
    });
    let notify = (awake.unwrap_or(0)..wait).rev().find(|&event| is_lost(event))?;
    Some(Pattern::EarlySignal { condvar, notify, wait })
}

/// A notification whose change came when the one it woke slept again, and after which nobody was told.
fn hasty(record: &Record<'_>, condvar: ObjectIndex, left: EventIndex) -> Option<Pattern> {
    let at_condvar = |event: EventIndex| record.events[event].object == Some(condvar);
    let lock = section_of(record, left)?;
    let me = record.events[left].thread;
    let woken = record.before(left, left).find(|&event| at_condvar(event))?;
    if record.events[woken].action != Action::Woken || lock.wrote || lock.from < woken {
        return None;
    }
    let notify = notices(record, condvar).into_iter().find(|(_, waking)| *waking == woken)?.0;
    let notifier = record.events[notify].thread;
    let change = record.sections.iter().find(|section| {
        let own = section.thread == notifier && section.object == lock.object;
        own && section.wrote && section.from > notify && section.end() > left
    })?;
    let told = (change.from..record.events.len())
        .any(|event| at_condvar(event) && matches!(record.events[event].action, Action::Notify { .. }));
    let change = change.from;
    (!told && notifier != me).then_some(Pattern::HastyNotice { condvar, notify, woken: left, change })
}

/// The last thread that was woken in place of this one, and slept again for want of what it waits for.
fn wrong_waiter(record: &Record<'_>, condvar: ObjectIndex, left: EventIndex) -> Option<Pattern> {
    let me = record.events[left].thread;
    let at_condvar = |event: &EventIndex| record.events[*event].object == Some(condvar);
    let after = (left + 1..record.events.len()).rev().filter(at_condvar);
    let notices = notices(record, condvar);
    let mut wakes = after.filter(|&event| record.events[event].action == Action::Woken);
    wakes.find_map(|woken| {
        let other = record.events[woken].thread;
        let slept = record.before(woken, woken).next().filter(at_condvar)?;
        let again = (woken + 1..record.events.len()).find(|&event| {
            record.events[event].thread == other && record.events[event].action == Action::WaitNotify
        });
        let again = again.filter(at_condvar)?;
        let notify = notices.iter().find(|(_, event)| *event == woken)?.0;
        if notify < left || !(slept..woken).contains(&notify) {
            return None;
        }
        if record.events[notify].action != (Action::Notify { woken: 1 }) {
            return None;
        }
        // Nobody took away what it was woken for: what the notifier has still under its lock is its message.
        let notifier = record.events[notify].thread;
        let lock = section_of(record, again)?.object;
        let changed = record.sections.iter().any(|section| {
            let message = section.thread == notifier && section.from < notify;
            section.object == lock && section.wrote && !message && (notify..again).contains(&section.end())
        });
        (!changed && other != me).then_some(Pattern::WrongWaiter { condvar, notify, woken: again, left })
    })
}

/// Which notification woke whom, where that is certain: pairs of the notification and the waking.
fn notices(record: &Record<'_>, condvar: ObjectIndex) -> Vec<(EventIndex, EventIndex)> {
    // Notifications and how many of their wakings are still to come.
    let mut open: Vec<(EventIndex, usize)> = Vec::new();
    let mut pairs = Vec::new();
    for (index, event) in record.events.iter().enumerate().filter(|(_, event)| event.object == Some(condvar))
    {
        match event.action {
            Action::Notify { woken } if woken > 0 => open.push((index, woken)),
            Action::Woken => {
                let slept = record.before(index, index).next().unwrap_or(0);
                let mut may = open.iter_mut().filter(|(notice, left)| *notice > slept && *left > 0);
                if let Some((notice, left)) = may.next() {
                    *left -= 1;
                    if may.next().is_none() {
                        pairs.push((*notice, index));
                    }
                }
            }
            _ => {}
        }
    }
    pairs
}

/// A `park` that a token ended which was there before the thread last looked at anything.
pub(super) fn leftover(record: &Record<'_>, told: EventIndex) -> Option<Pattern> {
    let parker = |event: &EventIndex| {
        let object = record.events[*event].object;
        object.is_some_and(|object| record.trace.objects[object].kind == ObjectKind::Parker)
    };
    let park = (0..told).rev().filter(parker).find(|&event| record.events[event].action == Action::Woken)?;
    let same = |event: &EventIndex| record.events[*event].object == record.events[park].object;
    let before = record.before(park, park).next()?;
    if record.events[before].action == Action::Park {
        return None;
    }
    let taken = record.before(park, park).find(same).unwrap_or(0);
    let mut unparks =
        (taken..before).filter(same).filter(|&event| record.events[event].action == Action::Unpark);
    let looks = |unpark: EventIndex| {
        let mine = record.sections.iter().filter(|section| section.thread == record.events[park].thread);
        mine.clone().any(|section| section.looked && (unpark..park).contains(&section.from))
    };
    let unpark = unparks.next_back().filter(|&unpark| looks(unpark))?;
    Some(Pattern::LeftoverWakeup { unpark, park })
}

pub(super) fn poisoned(record: &Record<'_>, told: EventIndex) -> Option<Pattern> {
    let found = (0..told).find(|&found| {
        let me = record.events[found].thread;
        let next = record.events[found + 1..].iter().find(|event| event.thread == me);
        let dies = next.is_some_and(|next| match next.action {
            Action::Panic(index) => record.trace.panics[index].contains("PoisonError"),
            _ => false,
        });
        record.events[found].action == Action::FoundPoison && dies
    })?;
    let lock = record.events[found].object?;
    let poison = (0..found).find(|&event| {
        (record.events[event].action, record.events[event].object) == (Action::Poison, Some(lock))
    })?;
    let panic = record
        .before(poison, poison)
        .find(|&event| matches!(record.events[event].action, Action::Panic(_)))?;
    Some(Pattern::Poisoned { lock, panic, found })
}
