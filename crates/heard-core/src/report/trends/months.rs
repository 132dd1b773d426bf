//! The last months: what was raised and closed in each, and how silent it was at its end.

use crate::loops::{Loop, Step};
use crate::report::trends::{Spread, silence_on};
use crate::time::{Day, Local, Month};

/// How many months back the charts go, including the current one.
pub const MONTHS: usize = 12;

/// A month, and what loops came to in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthEnd {
    /// The month.
    pub month: Month,
    /// How often a client raised something, each time counted.
    pub raised: u64,
    /// How often a client closed something, whatever came of it later.
    pub closed: u64,
    /// How silent it was at its end; none where nobody waited for word.
    pub silence: Option<Silence>,
}

/// How silent it was on a day, among the loops for which word was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silence {
    /// How many these were.
    pub waiting: usize,
    /// The middle one's days without word: its median, by the rule of [`Spread`].
    pub middle_days: u64,
    /// The days of the longest.
    pub longest_days: u64,
}

/// The last months, and how much they are made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Months {
    /// The months, the oldest first; the last is the one that runs, as far as it has come.
    pub all: Vec<MonthEnd>,
    /// How many loops waited for word at the end of any of them.
    pub waited: usize,
    /// How many loops were raised or closed in any of them.
    pub moved: usize,
}

/// The months up to today, of these loops.
pub fn months(loops: &[&Loop], today: Day) -> Months {
    let this = Month::of(today);
    let ago = |months: usize| this.before(i64::try_from(months).unwrap_or(0));
    let begun = |month| MonthEnd { month, raised: 0, closed: 0, silence: None };
    let mut told =
        Months { all: (0..MONTHS).rev().map(ago).map(begun).collect(), ..Months::default() };
    let mut silent = vec![Vec::new(); MONTHS];
    for one in loops {
        let (mut moved, mut waited) = (false, false);
        for (month, silent) in told.all.iter_mut().zip(&mut silent) {
            moved |= month.count(one, today);
            let days = silence_on(one, month.month.last_day().min(today));
            waited |= days.is_some();
            silent.extend(days.and_then(|days| i64::try_from(days).ok()));
        }
        told.moved += usize::from(moved);
        told.waited += usize::from(waited);
    }
    for (month, silent) in told.all.iter_mut().zip(silent) {
        month.silence = Silence::of(silent);
    }
    told
}

impl MonthEnd {
    /// Counts what happened to a loop in the month, as far as it has come; says whether anything did.
    fn count(&mut self, one: &Loop, today: Day) -> bool {
        let falls = |day: &Day| *day <= today && Month::of(*day) == self.month;
        let raised = raises(one).filter(falls).count();
        let closed = closings(one).filter(falls).count();
        self.raised += raised as u64;
        self.closed += closed as u64;
        raised + closed > 0
    }
}

impl Silence {
    fn of(silent: Vec<i64>) -> Option<Self> {
        let waiting = silent.len();
        let days = |days: i64| u64::try_from(days).unwrap_or(0);
        let spread = Spread::of(silent)?;
        Some(Self { waiting, middle_days: days(spread.middle), longest_days: days(spread.most) })
    }
}

/// The days on which it was raised. A file may tell of one in its history alone.
fn raises(one: &Loop) -> impl Iterator<Item = Day> {
    let from_file = one.history.iter().filter(|entry| entry.event.is_none());
    let again = from_file.filter(|entry| entry.step == Step::RaisedAgain);
    one.raised.iter().map(|raise| raise.at).chain(again.map(|entry| entry.at)).map(Local::day)
}

/// The days on which the client closed it, one that a file tells without a history included.
fn closings(one: &Loop) -> impl Iterator<Item = Day> {
    let steps = || one.history.iter().filter(|entry| entry.step == Step::Closed);
    let alone = one.closed.filter(|at| steps().all(|entry| entry.at != *at));
    steps().map(|entry| entry.at).chain(alone).map(Local::day)
}
