//! Every order of a case, one after the other.

use std::fs;
use std::io::{self, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::ExitStatus;

use crate::guard::Case;
use crate::scene::{Process, descendants};
use crate::still::{self, TICK};
use crate::trace::search::{self, Choices, Search};
use crate::trace::stage::{End, Stage, Wait};
use crate::trace::telling;
use crate::verdict::{self, Verdict};
use crate::{story, tale, wire};

/// So many looks of an order may find everybody asleep: it moves now and then, and gets nowhere.
const LONGEST: usize = 200;

impl Case {
    /// How many orders were run, and whether those were all; what is wrong in the first that is wrong.
    pub(crate) fn explored(&mut self) -> Result<[String; 2], Verdict> {
        if !self.tracer.is_on() {
            return self.kept();
        }
        if let Some(choices) = wanted() {
            return match self.order(&choices, true) {
                (Some(verdict), stage) => Err(told(verdict, stage)),
                (None, _) => Ok(["1".into(), String::new()]),
            };
        }
        let mut search = Search::new();
        while let Some((switches, choices)) = search.next() {
            // However long all of them take, whoever asked hears that they go on.
            let _ = io::stdout().write_all(&[wire::GOES_ON]).and_then(|()| io::stdout().flush());
            let (verdict, stage) = self.order(&choices, false);
            if let Some(verdict) = verdict {
                // Once more, to tell it: only that costs the ends of calls.
                let choices: Choices = stage.decisions.iter().map(|decision| Some(decision.chosen)).collect();
                return Err(match self.again()?.order(&choices, true) {
                    (Some(verdict), stage) => told(verdict, stage),
                    (None, _) => verdict,
                });
            }
            let mut stage = stage;
            let touches = stage.touches();
            search.learn(switches, choices.len(), &stage.decisions, touches);
        }
        let all = if search.is_complete() { "all" } else { "" };
        Ok([search.run.to_string(), all.to_string()])
    }

    /// A process that did what none may has ended all of them: then it is begun anew.
    fn again(&mut self) -> Result<&mut Case, Verdict> {
        if self.tracer.offence().is_some() {
            self.end();
            *self = Case::start(&self.key.clone(), true).map_err(|error| verdict::unstarted(&error))?;
        }
        Ok(self)
    }

    fn order(&mut self, choices: &Choices, tells: bool) -> (Option<Verdict>, Stage) {
        let inside = self.room.inside();
        empty(&inside);
        self.streams.iter().for_each(|stream| drop(stream.set_len(0)));
        crate::told::clear(&self.told);
        self.tracer.raise_the_curtain(&inside, tells);
        let mut bytes = [0; 4096];
        while self.line.read(&mut bytes).is_ok_and(|count| count > 0) {}
        let _ = self.line.write_all(&[0]);
        let (wake, mut asleep) = (&self.wake, 0);
        let end = self.tracer.perform(choices, |wait| match wait {
            Wait::Running => {
                wake.within([io::stdin().as_fd()], std::time::Duration::ZERO) != [true]
                    && still::computes(&descendants()).is_none()
            }
            Wait::Sleeping => {
                asleep += 1;
                wake.within([io::stdin().as_fd()], TICK) != [true] && asleep < LONGEST
            }
        });
        let mut heard = Vec::new();
        while let Ok(count @ 1..) = self.line.read(&mut bytes) {
            heard.extend(&bytes[..count]);
        }
        let record = wire::parse(&heard).unwrap_or_default();
        let verdict = self.judge_order(end, &record);
        let stage = self.tracer.drop_the_curtain().unwrap_or_default();
        (verdict, stage)
    }

    fn judge_order(&self, end: End, record: &[String]) -> Option<Verdict> {
        if let Some(offence) = self.tracer.offence() {
            return Some(verdict::offends(offence, self.tracer.root().unwrap_or(0)));
        }
        match record {
            [first, ..] if first == "forked" => return Some(verdict::falls_through()),
            [first, panic @ .., _, _] if first == "panicked" => return Some(self.panicked(panic)),
            [first, .., ended, alive] if first == "returned" && end == End::Over => {
                return verdict::leaves(ended.parse().unwrap_or(0), alive.parse().unwrap_or(0));
            }
            _ => {}
        }
        match end {
            End::Over => {
                let complaint = fs::read(self.room.path("err")).unwrap_or_default();
                let status = ExitStatus::from_raw(self.tracer.root_status().unwrap_or(0));
                Some(verdict::ended(status, &String::from_utf8_lossy(&complaint)))
            }
            End::Stuck => {
                let root = self.tracer.root().unwrap_or(0);
                let mut processes: Vec<Process> =
                    descendants().into_iter().filter(|process| process.pid != self.leader()).collect();
                processes.iter_mut().for_each(|process| process.as_known_to(&self.tracer));
                let stuck = story::stuck(root, &processes);
                let (who, tries) = stuck.map_or_else(Default::default, |stuck| (stuck.who, stuck.tries));
                Some(verdict::nobody_goes_on(&who, tries))
            }
            End::Endless | End::Offence => Some(verdict::too_long()),
            End::Abandoned => Some(verdict::given_up()),
        }
    }
}

/// The order that is asked for by name.
fn wanted() -> Option<Choices> {
    search::parse(&std::env::var(crate::ORDER).ok()?)
}

fn told(verdict: Verdict, stage: Stage) -> Verdict {
    let order = search::named(&stage.decisions);
    verdict.in_order(tale::story(&telling::tidied(stage.deeds)), &order)
}

fn empty(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let _ = if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            fs::remove_dir_all(path)
        } else {
            fs::remove_file(path)
        };
    }
}
