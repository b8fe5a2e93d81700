use super::EventIndex;
use crate::event::{Action, Event, ObjectIndex, ThreadIndex, Value};

/// One access to something shared: an atomic's step, or all that happens under a lock.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    pub(super) thread: ThreadIndex,
    pub(super) object: ObjectIndex,
    pub(super) from: EventIndex,
    /// The event that gives the lock back; `None` while it is held.
    pub(super) to: Option<EventIndex>,
    /// It is under a lock.
    pub(super) locks: bool,
    pub(super) looked: bool,
    pub(super) wrote: bool,
    pub(super) found: Option<Value>,
    pub(super) left: Option<Value>,
}

impl Section {
    pub(super) fn end(&self) -> EventIndex {
        self.to.unwrap_or(EventIndex::MAX)
    }
}

pub(super) fn all(events: &[Event]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (index, event) in events.iter().enumerate() {
        let Some(object) = event.object else { continue };
        let (locks, looked, wrote) = match event.action {
            Action::Lock | Action::Read => (true, false, false),
            Action::Load | Action::CompareFailed | Action::FoundEmpty | Action::FoundFull => {
                (false, true, false)
            }
            Action::Store | Action::Update | Action::Send | Action::Receive => (false, false, true),
            Action::Unlock => {
                let is_open =
                    |open: &&mut Section| (open.thread, open.object, open.to) == (event.thread, object, None);
                if let Some(open) = sections.iter_mut().rev().find(is_open) {
                    open.to = Some(index);
                    (open.looked, open.wrote) = (event.touch.looked, event.touch.wrote);
                    open.left = event.value.or(open.found);
                }
                continue;
            }
            _ => continue,
        };
        sections.push(Section {
            thread: event.thread,
            object,
            from: index,
            to: if locks { None } else { Some(index) },
            locks,
            looked,
            wrote,
            found: event.value,
            left: event.value,
        });
    }
    sections
}
