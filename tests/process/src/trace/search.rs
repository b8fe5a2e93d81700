//! Which orders are run, and in which order: first those without a switch that nothing forces, then those with one, then
//! those with two. So the first that fails is the simplest.
//!
//! Of orders that differ only in steps that commute one is run: a point that was reached before, with no more switches, is
//! not gone on from again.

use std::collections::{BTreeMap, HashMap, VecDeque};

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
    /// All that has led here, by [`Past::name`](super::past::Past::name).
    pub(crate) past: u64,
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

/// All that has happened, and who goes on.
type Point = (u64, usize);

#[derive(Default)]
pub(crate) struct Search {
    /// By number of switches.
    open: [VecDeque<Choices>; SWITCHES + 1],
    /// Put off until two processes are known to touch what they touch.
    idle: Vec<(usize, Point, Choices, Vec<Touch>)>,
    /// With so many switches.
    reached: HashMap<Point, usize>,
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
            self.reaches((decision.past, decision.chosen), switches);
            let switches = switches + usize::from(decision.could_go_on);
            for &other in decision.able.iter().filter(|&&other| other != decision.chosen) {
                let choices: Choices = decisions[..at]
                    .iter()
                    .map(|decision| Some(decision.chosen))
                    .chain([Some(other)])
                    .collect();
                let point = (decision.past, other);
                if !decision.could_go_on {
                    self.open(switches, point, choices);
                } else if switches <= SWITCHES {
                    self.idle.push((switches, point, choices, decision.touches.clone()));
                }
            }
        }
        let (due, idle) = std::mem::take(&mut self.idle)
            .into_iter()
            .partition(|(_, _, _, touches)| touches.iter().any(|touch| self.is_shared(touch)));
        self.idle = idle;
        for (switches, point, choices, _) in due {
            self.open(switches, point, choices);
        }
    }

    fn open(&mut self, switches: usize, point: Point, choices: Choices) {
        if self.reaches(point, switches) {
            self.open[switches].push_back(choices);
        }
    }

    /// Whether it is the first time with so few switches.
    fn reaches(&mut self, point: Point, switches: usize) -> bool {
        let least = self.reached.entry(point).or_insert(usize::MAX);
        let is_first = switches < *least;
        *least = switches.min(*least);
        is_first
    }

    /// Another process touches it too, and one of them changes it.
    fn is_shared(&self, (object, how): &Touch) -> bool {
        self.touched.get(object).is_some_and(|(all, changing)| match how {
            How::Change => all.len() > 1,
            How::Look => all.len() > 1 && !changing.is_empty(),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::hash::{DefaultHasher, Hash, Hasher};

    use super::*;
    use crate::trace::past::Past;

    type Program = Vec<Vec<Touch>>;

    /// Processes that look at files and change them, and what they have made of it so far.
    #[derive(Clone)]
    struct Play<'a> {
        programs: &'a [Program],
        at: Vec<usize>,
        minds: Vec<u64>,
        files: BTreeMap<Object, u64>,
    }

    fn mixed(value: impl Hash) -> u64 {
        let mut hasher = DefaultHasher::new();
        value.hash(&mut hasher);
        hasher.finish()
    }

    impl Play<'_> {
        fn new(programs: &[Program]) -> Play<'_> {
            let count = programs.len();
            Play { programs, at: vec![0; count], minds: vec![0; count], files: BTreeMap::new() }
        }

        fn able(&self) -> Vec<usize> {
            (0..self.at.len()).filter(|&who| self.at[who] < self.programs[who].len()).collect()
        }

        fn step(&mut self, who: usize) {
            for (file, how) in &self.programs[who][self.at[who]] {
                let content = self.files.get(file).copied();
                self.minds[who] = mixed((self.minds[who], content));
                if *how == How::Change {
                    self.files.insert(file.clone(), mixed((who, self.minds[who])));
                }
            }
            self.at[who] += 1;
        }

        fn end(&self) -> u64 {
            mixed((&self.minds, &self.files))
        }
    }

    /// The ends of all orders with up to two switches, one by one.
    fn every_end(play: &Play, current: Option<usize>, switches: usize, ends: &mut BTreeSet<u64>) -> usize {
        let able = play.able();
        if able.is_empty() {
            ends.insert(play.end());
            return 1;
        }
        let could_go_on = current.filter(|current| able.contains(current));
        let mut orders = 0;
        for who in able {
            let left = switches.checked_sub(usize::from(could_go_on.is_some_and(|current| current != who)));
            let Some(left) = left else { continue };
            let mut next = play.clone();
            next.step(who);
            orders += every_end(&next, Some(who), left, ends);
        }
        orders
    }

    fn performed(programs: &[Program], choices: &Choices) -> (u64, Vec<Decision>, Vec<(usize, Touch)>) {
        let (mut play, mut past, mut current) = (Play::new(programs), Past::default(), None);
        let (mut decisions, mut touched) = (Vec::new(), Vec::new());
        let mut choices = choices.iter();
        loop {
            let able = play.able();
            let Some(&first) = able.first() else { return (play.end(), decisions, touched) };
            let going_on = current.filter(|current| able.contains(current));
            let usual = going_on.unwrap_or(first);
            let chosen =
                if able.len() > 1 { choices.next().copied().flatten().unwrap_or(usual) } else { first };
            let touches = programs[chosen][play.at[chosen]].clone();
            if able.len() > 1 {
                let (could_go_on, past) = (going_on.is_some(), past.name());
                let touches = touches.clone();
                decisions.push(Decision { able, chosen, usual, could_go_on, touches, past });
            }
            past.add(chosen, chosen, &touches);
            touched.extend(touches.into_iter().map(|touch| (chosen, touch)));
            play.step(chosen);
            current = Some(chosen);
        }
    }

    #[test]
    fn 줄여서_돌려도_같은_결과를_모두_만난다() {
        let mut seed = 7_u64;
        let mut random = |most: usize| {
            seed = mixed(seed);
            seed as usize % most
        };
        let (mut all, mut run) = (0, 0);
        for round in 0..300 {
            let programs: Vec<Program> = (0..2 + random(2))
                .map(|_| {
                    let step = |random: &mut dyn FnMut(usize) -> usize| {
                        let how = if random(2) == 0 { How::Look } else { How::Change };
                        (0..random(3)).map(|_| (Object::Pipe(random(3)), how)).collect()
                    };
                    (0..1 + random(4)).map(|_| step(&mut random)).collect()
                })
                .collect();
            let mut wanted = BTreeSet::new();
            all += every_end(&Play::new(&programs), None, SWITCHES, &mut wanted);
            let (mut search, mut found) = (Search::new(), BTreeSet::new());
            while let Some((switches, choices)) = search.next() {
                let (end, decisions, touched) = performed(&programs, &choices);
                found.insert(end);
                search.learn(switches, choices.len(), &decisions, touched);
            }
            run += search.run;
            assert!(search.is_complete(), "{round}번째 프로그램의 순서가 남았습니다.");
            assert_eq!(found, wanted, "{round}번째 프로그램: {programs:?}");
        }
        assert!(run * 3 < all, "순서 {all}개를 {run}개로만 줄입니다.");
    }
}
