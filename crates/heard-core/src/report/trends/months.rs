//! The last months: the numbers of loops that were raised and closed, and the silence at the end of each month.

use crate::loops::{Loop, Step};
use crate::report::trends::{Spread, silence_on};
use crate::time::{Day, Local, Month};

/// The number of months in a chart, including the current one.
pub const MONTHS: usize = 12;

/// The loops in a month: how many were raised and closed, and the silence at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthEnd {
    /// The month.
    pub month: Month,
    /// How often clients raised a loop; a loop counts each time.
    pub raised: u64,
    /// How often clients closed a loop, including loops that were raised again later.
    pub closed: u64,
    /// The silence at the end of the month; `None` if no update was due.
    pub silence: Option<Silence>,
}

/// The number of days without an update on a day, over the loops for which an update was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silence {
    /// The number of these loops.
    pub waiting: usize,
    /// The median number of days without an update, by the rule of [`Spread`].
    pub middle_days: u64,
    /// The largest number of days without an update.
    pub longest_days: u64,
}

/// The last months, and the numbers of loops on which they are based.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Months {
    /// The months, the oldest first. The last one is the current month, up to today.
    pub all: Vec<MonthEnd>,
    /// The number of loops for which an update was due at the end of at least one month.
    pub waited: usize,
    /// The number of loops that were raised or closed in at least one month.
    pub moved: usize,
}

/// The last [`MONTHS`] months up to `today`, for the given loops.
pub fn months(loops: &[&Loop], today: Day) -> Months {
    let this = Month::of(today);
    let ago = |months: usize| this.before(i64::try_from(months).unwrap_or(0));
    let begun = |month| MonthEnd { month, raised: 0, closed: 0, silence: None };
    let mut counts =
        Months { all: (0..MONTHS).rev().map(ago).map(begun).collect(), ..Months::default() };
    let mut silent = vec![Vec::new(); MONTHS];
    for one in loops {
        let (mut moved, mut waited) = (false, false);
        for (month, silent) in counts.all.iter_mut().zip(&mut silent) {
            moved |= month.count(one, today);
            let days = silence_on(one, month.month.last_day().min(today));
            waited |= days.is_some();
            silent.extend(days.and_then(|days| i64::try_from(days).ok()));
        }
        counts.moved += usize::from(moved);
        counts.waited += usize::from(waited);
    }
    for (month, silent) in counts.all.iter_mut().zip(silent) {
        month.silence = Silence::of(silent);
    }
    counts
}

impl MonthEnd {
    /// Counts how often a loop was raised and closed in the month, up to `today`. Returns whether either happened.
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

/// The days on which a loop was raised, including those that only the history of an imported loop records.
fn raises(one: &Loop) -> impl Iterator<Item = Day> {
    let from_file = one.history.iter().filter(|entry| entry.event.is_none());
    let again = from_file.filter(|entry| entry.step == Step::RaisedAgain);
    one.raised.iter().map(|raise| raise.at).chain(again.map(|entry| entry.at)).map(Local::day)
}

/// The days on which the client closed a loop, including the one that an imported loop has without a history.
fn closings(one: &Loop) -> impl Iterator<Item = Day> {
    let steps = || one.history.iter().filter(|entry| entry.step == Step::Closed);
    let alone = one.closed.filter(|at| steps().all(|entry| entry.at != *at));
    steps().map(|entry| entry.at).chain(alone).map(Local::day)
}
