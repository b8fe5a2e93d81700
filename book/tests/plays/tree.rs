//! Every order of a small program, run one after the other and folded into a graph.

use std::collections::HashMap;
use std::path::Path;

use book::play::{End, Orders, Step};
use interleave::{Action, Event, Explorer, Failure, Kind, Order, Sources, Trace};

/// More orders than these are no game.
const MOST: usize = 60_000;

struct Ran {
    trace: Trace,
    end: Option<End>,
}

/// Runs every order there is.
fn all(run: fn(), sources: &Sources) -> Vec<Ran> {
    let explorer = Explorer::new();
    let go = |choices: &[u8]| {
        let order: Order = text(choices).parse().expect("numbers make an order");
        let (failed, failure) = match explorer.replay(&order, run) {
            Ok(order) => (false, order),
            Err(failure) => (true, failure),
        };
        let taken: Vec<u8> =
            failure.order.to_string().split('.').filter_map(|taken| taken.parse().ok()).collect();
        (taken, failed, failure)
    };
    let mut found = Vec::new();
    let mut open = vec![(go(&[]), 0)];
    while let Some(((taken, failed, failure), decided)) = open.pop() {
        for at in decided..taken.len() {
            for other in taken[at] + 1.. {
                let mut choices = taken[..at].to_vec();
                choices.push(other);
                let ran = go(&choices);
                // A choice that is not there is taken for the last.
                if ran.0[at] != other {
                    break;
                }
                open.push((ran, at + 1));
            }
        }
        let end = failed.then(|| said(&failure, sources));
        found.push(Ran { trace: failure.trace, end });
        assert!(found.len() + open.len() < MOST, "too many orders to play with");
    }
    found
}

fn text(choices: &[u8]) -> String {
    choices.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
}

fn said(failure: &Failure, sources: &Sources) -> End {
    let finding = failure.finding(sources, false);
    End {
        says: finding.headline,
        pattern: finding.pattern.map(|pattern| format!("{}: {}", pattern.name, pattern.says)),
    }
}

/// Orders that began alike.
#[derive(Default)]
struct Trie {
    next: Vec<(Event, usize)>,
    /// An order that goes through here.
    through: usize,
    ends: bool,
}

pub fn graph(run: fn(), program: &str, path: &Path, code: Vec<(u32, String)>) -> Orders {
    let sources = Sources::new().file(program, program, path);
    let ran = all(run, &sources);
    let mut trie = vec![Trie::default()];
    for (number, order) in ran.iter().enumerate() {
        let mut at = 0;
        for event in &order.trace.events {
            let event = Event { preempts: false, ..event.clone() };
            at = match trie[at].next.iter().find(|(known, _)| *known == event) {
                Some(&(_, next)) => next,
                None => {
                    trie.push(Trie { through: number, ..Trie::default() });
                    let next = trie.len() - 1;
                    trie[at].next.push((event, next));
                    next
                }
            };
        }
        trie[at].ends = true;
        trie[at].through = number;
    }
    let mut folding = Folding {
        ran: &ran,
        trie: &trie,
        sources: &sources,
        texts: HashMap::new(),
        steps: Vec::new(),
        known: HashMap::new(),
        nodes: Vec::new(),
        ends: Vec::new(),
        orders: Vec::new(),
    };
    let start = folding.fold(0, &mut Vec::new());
    let longest = ran.iter().max_by_key(|order| order.trace.threads.len()).expect("an order was run");
    let threads = named(&longest.trace, &sources);
    let (orders, broken) = folding.orders[start];
    let mut steps = folding.steps;
    for step in &mut steps {
        if code.iter().any(|(number, _)| *number == step.line) {
            step.text.clear();
        }
    }
    Orders {
        program: program.into(),
        code,
        threads,
        steps,
        nodes: folding.nodes,
        ends: folding.ends,
        start,
        orders,
        broken,
    }
}

/// What can follow after a point: the steps and where they lead, and how it ends there, if it does.
type Future = (Vec<(usize, usize)>, Option<Option<End>>);

struct Folding<'a> {
    ran: &'a [Ran],
    trie: &'a [Trie],
    sources: &'a Sources,
    texts: HashMap<String, (u32, String, String)>,
    steps: Vec<Step>,
    known: HashMap<Future, usize>,
    nodes: Vec<Vec<(usize, usize)>>,
    ends: Vec<(usize, Option<End>)>,
    orders: Vec<(u64, u64)>,
}

impl<'a> Folding<'a> {
    /// The node for everything that can follow after `before`.
    fn fold(&mut self, at: usize, before: &mut Vec<Event>) -> usize {
        let depth = before.len();
        let mut moves = Vec::new();
        for (event, next) in self.choices(at, before.last()) {
            before.push(event.clone());
            let mut to = *next;
            // What nobody can interrupt, at the same line, is one step.
            while let [(more, after)] = self.choices(to, before.last())
                && !self.trie[to].ends
                && self.goes_on(before.last().expect("it was just pushed"), more)
            {
                before.push(more.clone());
                to = *after;
            }
            let step = self.step(&before[..], depth, self.trie[to].through);
            let child = self.fold(to, before);
            before.truncate(depth);
            moves.push((step, child));
        }
        let at_once = self.choices(at, before.last()).len() < self.trie[at].next.len()
            || self
                .choices(at, before.last())
                .first()
                .is_some_and(|(event, _)| is_told_to_nobody(event.action));
        if !at_once {
            self.everybody_is_asked(&moves, before);
        }
        moves.sort_by_key(|&(step, _)| self.steps[step].thread);
        let end = self.trie[at].ends.then(|| self.ran[self.trie[at].through].end.clone());
        if let Some(&known) = self.known.get(&(moves.clone(), end.clone())) {
            return known;
        }
        let number = self.nodes.len();
        let (mut orders, mut broken) = (0, 0);
        if let Some(end) = &end {
            (orders, broken) = (1, u64::from(end.is_some()));
            self.ends.push((number, end.clone()));
        }
        for &(_, child) in &moves {
            orders += self.orders[child].0;
            broken += self.orders[child].1;
        }
        self.orders.push((orders, broken));
        self.nodes.push(moves.clone());
        self.known.insert((moves, end), number);
        number
    }

    /// What can follow. A thread starts others at once, and ends or joins right after its last step: nothing that others do
    /// in between could tell, and the engine asks only once in an order whether somebody goes first there.
    fn choices(&self, at: usize, last: Option<&Event>) -> &'a [(Event, usize)] {
        // Where all wait for ever, only a wait that ends by itself could go on.
        if self.trie[at].ends {
            return &[];
        }
        let next = self.trie[at].next.as_slice();
        let at_once = next.iter().position(|(event, _)| {
            let follows = last.is_none_or(|last| last.thread == event.thread);
            follows && is_told_to_nobody(event.action)
        });
        at_once.map_or(next, |at| &next[at..=at])
    }

    /// A thread that has begun and not ended can go on here, or waits.
    fn everybody_is_asked(&self, moves: &[(usize, usize)], before: &[Event]) {
        if moves.is_empty() {
            return;
        }
        let spawned = before.iter().filter_map(|event| match event.action {
            Action::Spawn(thread) => Some(thread),
            _ => None,
        });
        for thread in spawned.chain([0]) {
            let last = before.iter().rfind(|event| event.thread == thread);
            let asked = moves.iter().any(|&(step, _)| self.steps[step].thread == thread);
            let waits = last.is_some_and(|event| event.action.waits() || event.action == Action::Finish);
            assert!(asked || waits, "thread {thread} could go on, and is not asked after {}", told(before));
        }
    }

    fn goes_on(&self, event: &Event, more: &Event) -> bool {
        let line = |event: &Event| event.at.as_ref().and_then(|place| self.sources.line(place));
        let at_hand = more.at.is_none() && matches!(more.action, Action::Unlock | Action::Poison);
        let at_hand = at_hand || more.action == Action::Finish;
        event.thread == more.thread && (at_hand || line(event) == line(more))
    }

    /// The number of the step that `events` from `from` make.
    fn step(&mut self, events: &[Event], from: usize, through: usize) -> usize {
        let thread = events[from].thread;
        let own = &events[from..];
        let (line, text, deeds) = self.told(own, through);
        let mut held: Vec<&Event> = Vec::new();
        for event in events.iter().filter(|event| event.thread == thread) {
            match event.action {
                Action::Lock | Action::Read => held.push(event),
                Action::Unlock | Action::WaitNotify => {
                    if let Some(at) = held.iter().rposition(|known| known.object == event.object) {
                        held.remove(at);
                    }
                }
                _ => {}
            }
        }
        let names: Vec<String> = held
            .into_iter()
            .map(|event| {
                let (_, _, deed) = self.told(std::slice::from_ref(event), through);
                deed.split(" 얻음").next().unwrap_or_default().to_string()
            })
            .collect();
        let last = own.last().expect("a step has an event");
        let waits = if last.action.waits() {
            self.told(std::slice::from_ref(last), through).2
        } else {
            String::new()
        };
        let starts = own.iter().filter_map(|event| match event.action {
            Action::Spawn(thread) => Some(thread),
            _ => None,
        });
        let step = Step {
            thread,
            line,
            text,
            deeds,
            holds: names.join(", "),
            waits,
            starts: starts.collect(),
            ends: own.iter().any(|event| event.action == Action::Finish),
        };
        match self.steps.iter().position(|known| *known == step) {
            Some(known) => known,
            None => {
                self.steps.push(step);
                self.steps.len() - 1
            }
        }
    }

    /// The line and the words of a few events of one thread.
    fn told(&mut self, events: &[Event], through: usize) -> (u32, String, String) {
        let trace = &self.ran[through].trace;
        let key = format!("{events:?}{:?}", trace.objects);
        let sources = self.sources;
        self.texts
            .entry(key)
            .or_insert_with(|| {
                let trace = Trace { events: events.to_vec(), ..trace.clone() };
                let failure = Failure {
                    kind: Kind::NeverHappens { says: String::new() },
                    trace,
                    order: Order::default(),
                    preemptions: 0,
                    coverage: Default::default(),
                    given: String::new(),
                };
                words(&failure, sources)
            })
            .clone()
    }
}

fn named(trace: &Trace, sources: &Sources) -> Vec<String> {
    let failure = Failure {
        kind: Kind::NeverHappens { says: String::new() },
        trace: trace.clone(),
        order: Order::default(),
        preemptions: 0,
        coverage: Default::default(),
        given: String::new(),
    };
    (0..trace.threads.len()).map(|thread| failure.name(thread, sources)).collect()
}

fn words(failure: &Failure, sources: &Sources) -> (u32, String, String) {
    let rows = failure.story(sources, true).unwrap_or_default().rows;
    let line = rows.iter().find_map(|row| row.line.as_ref());
    let deeds: Vec<&str> = rows.iter().map(|row| row.deeds.as_str()).collect();
    (
        line.map_or(0, |line| line.number),
        line.map_or_else(String::new, |line| line.text.clone()),
        deeds.join(", "),
    )
}

/// What a thread does with others that they cannot see.
fn is_told_to_nobody(action: Action) -> bool {
    matches!(action, Action::Spawn(_) | Action::Finish | Action::WaitJoin(_) | Action::Join(_))
}

fn told(events: &[Event]) -> String {
    let each = events.iter().map(|event| format!("{} {:?}", event.thread, event.action));
    each.collect::<Vec<_>>().join(", ")
}
