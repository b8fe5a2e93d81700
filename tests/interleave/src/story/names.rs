//! What threads and shared things are called.

use std::collections::{HashMap, HashSet};

use crate::event::{ObjectIndex, ObjectKind, ThreadIndex, Trace};
use report::Sources;
use report::text::{cut, in_a_row};

/// Names for one order. A thread without a name is called by its number, in the order of spawning; a lock and so on
/// by the variable or field it was made for.
#[derive(Debug)]
pub(super) struct Names {
    threads: Vec<String>,
    objects: Vec<String>,
}

/// Columns a thread's name may take at the head of its lane.
const LONGEST: usize = 10;

impl Names {
    pub(super) fn of(trace: &Trace, sources: &Sources) -> Self {
        let threads = trace.threads.iter().enumerate().map(|(index, thread)| match &thread.name {
            Some(name) => cut(&in_a_row(name), LONGEST),
            None if index == 0 => "main".to_string(),
            None => format!("{index}번"),
        });
        Names { threads: threads.collect(), objects: objects(trace, sources) }
    }

    /// `1번`, for the head of a lane.
    pub(super) fn short(&self, thread: ThreadIndex) -> &str {
        &self.threads[thread]
    }

    /// `1번 스레드`: ends in a vowel, so particles after it never vary.
    pub(super) fn thread(&self, thread: ThreadIndex) -> String {
        format!("{} 스레드", self.threads[thread])
    }

    /// `1번, 2번 스레드`
    pub(super) fn threads(&self, threads: &[ThreadIndex]) -> String {
        let names: Vec<&str> = threads.iter().map(|&thread| self.short(thread)).collect();
        format!("{} 스레드", names.join(", "))
    }

    /// The learner's name for it, in backquotes.
    pub(super) fn object(&self, object: ObjectIndex) -> &str {
        &self.objects[object]
    }
}

fn objects(trace: &Trace, sources: &Sources) -> Vec<String> {
    let found: Vec<Option<String>> = (0..trace.objects.len())
        .map(|index| {
            let born = sources.assigned(&trace.objects[index].born);
            born.or_else(|| {
                let mut uses = trace.events.iter().filter(|event| event.object == Some(index));
                uses.find_map(|event| sources.receiver(event.at.as_ref()?))
            })
        })
        .collect();
    // What no event names never comes up, and need not be told apart.
    let told: HashSet<ObjectIndex> = trace.events.iter().filter_map(|event| event.object).collect();
    let mut total: HashMap<(ObjectKind, &Option<String>), usize> = HashMap::new();
    for (index, (object, name)) in trace.objects.iter().zip(&found).enumerate() {
        *total.entry((object.kind, name)).or_default() += usize::from(told.contains(&index));
    }
    let mut seen: HashMap<(ObjectKind, &Option<String>), usize> = HashMap::new();
    let named = trace.objects.iter().zip(&found).enumerate().map(|(index, (object, name))| {
        let number = seen.entry((object.kind, name)).or_default();
        *number += usize::from(told.contains(&index));
        let many = total[&(object.kind, name)] > 1;
        match name {
            Some(name) if many => format!("`{name}`({number})"),
            Some(name) => format!("`{name}`"),
            None if many => format!("({number})"),
            None => String::new(),
        }
    });
    named.collect()
}
