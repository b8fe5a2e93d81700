//! Which orders are run, and in which order: first those without a switch that nothing forces, then those with one, then
//! those with two. So the first that fails is the simplest.

use std::collections::{BTreeMap, VecDeque};

use super::touch::{How, Object, Touch};

/// So many switches that nothing forces an order may have.
pub(crate) const SWITCHES: usize = 2;

/// So many orders are run at most.
pub(crate) const ORDERS: usize = 3000;

/// A point where more than one process could go on.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    /// Who could, by number of birth.
    pub(crate) able: Vec<usize>,
    pub(crate) chosen: usize,
    /// Who goes on where nothing else is asked for.
    pub(crate) usual: usize,
    /// Who ran before could go on: whoever else is chosen is a switch that nothing forces.
    pub(crate) could_go_on: bool,
    /// What the next call of the chosen one touches.
    pub(crate) touches: Vec<Touch>,
}

/// Who goes on at each decision. Where that is open, and after the last: whoever ran before, if it can, else the eldest.
pub(crate) type Choices = Vec<Option<usize>>;

/// An order in few words: `12:2` says that at the twelfth decision number 2 goes on, and else whoever would anyway.
pub(crate) fn named(decisions: &[Decision]) -> String {
    let unusual = decisions.iter().enumerate().filter(|(_, decision)| decision.chosen != decision.usual);
    unusual.map(|(at, decision)| format!("{at}:{}", decision.chosen)).collect::<Vec<_>>().join(",")
}

pub(crate) fn parse(name: &str) -> Option<Choices> {
    let mut choices = Choices::new();
    for word in name.split(',').filter(|word| !word.is_empty()) {
        let (at, chosen) = word.split_once(':')?;
        let (at, chosen) = (at.parse::<u16>().ok()?, chosen.parse().ok()?);
        choices.resize(choices.len().max(usize::from(at) + 1), None);
        choices[usize::from(at)] = Some(chosen);
    }
    Some(choices)
}

#[derive(Default)]
pub(crate) struct Search {
    /// By number of switches.
    open: [VecDeque<Choices>; SWITCHES + 1],
    /// Put off until two processes are known to touch what they touch.
    idle: Vec<(usize, Choices, Vec<Touch>)>,
    /// Who touches it, and who changes it.
    touched: BTreeMap<Object, (Vec<usize>, Vec<usize>)>,
    pub(crate) run: usize,
}

impl Search {
    pub(crate) fn new() -> Search {
        let mut search = Search::default();
        search.open[0].push_back(Choices::new());
        search
    }

    /// The next order to run, with its number of switches.
    pub(crate) fn next(&mut self) -> Option<(usize, Choices)> {
        if self.run >= ORDERS {
            return None;
        }
        let (switches, open) = self.open.iter_mut().enumerate().find(|(_, open)| !open.is_empty())?;
        self.run += 1;
        Some((switches, open.pop_front()?))
    }

    /// Whether every order of the kind was run.
    pub(crate) fn is_complete(&self) -> bool {
        self.open.iter().all(VecDeque::is_empty)
    }

    /// Takes note of what an order met. `touches`: who touched what.
    pub(crate) fn learn(
        &mut self,
        switches: usize,
        known: usize,
        decisions: &[Decision],
        touches: impl IntoIterator<Item = (usize, Touch)>,
    ) {
        for (who, (object, how)) in touches {
            // Whatever a process does changes itself.
            let own = if let Object::Process(index) = object { vec![index] } else { Vec::new() };
            let (all, changing) = self.touched.entry(object).or_insert_with(|| (own.clone(), own));
            if !all.contains(&who) {
                all.push(who);
            }
            if how == How::Change && !changing.contains(&who) {
                changing.push(who);
            }
        }
        for (at, decision) in decisions.iter().enumerate().skip(known) {
            let switches = switches + usize::from(decision.could_go_on);
            for &other in decision.able.iter().filter(|&&other| other != decision.chosen) {
                let choices: Choices = decisions[..at]
                    .iter()
                    .map(|decision| Some(decision.chosen))
                    .chain([Some(other)])
                    .collect();
                if !decision.could_go_on {
                    self.open[switches].push_back(choices);
                } else if switches <= SWITCHES {
                    self.idle.push((switches, choices, decision.touches.clone()));
                }
            }
        }
        let (due, idle) = std::mem::take(&mut self.idle)
            .into_iter()
            .partition(|(_, _, touches)| touches.iter().any(|touch| self.is_shared(touch)));
        self.idle = idle;
        for (switches, choices, _) in due {
            self.open[switches].push_back(choices);
        }
    }

    /// Another process touches it too, and one of them changes it.
    fn is_shared(&self, (object, how): &Touch) -> bool {
        self.touched.get(object).is_some_and(|(all, changing)| match how {
            How::Change => all.len() > 1,
            How::Look => all.len() > 1 && !changing.is_empty(),
        })
    }
}
