//! What a process of a case may not do, wherever that can be seen.

/// Whom a call is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Process(i32),
    Group(i32),
    /// Everybody whom this user may signal.
    Everybody,
}

/// A call that signals somebody, or does what is as bad.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signal {
    pub(crate) by: i32,
    /// What its process is known as.
    pub(crate) name: String,
    pub(crate) call: &'static str,
    pub(crate) target: Target,
    pub(crate) signal: i32,
}

/// What ends the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Offence {
    /// It would have reached somebody who is not of the case; it was refused.
    Outside(Signal),
    /// It signalled a number that was nobody's any more.
    Reaped(Signal),
    /// The process that runs the answer runs another program instead.
    Replaced,
    /// There are more processes or threads than any case has use for.
    TooMany,
}
