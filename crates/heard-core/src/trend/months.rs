//! The last months: what was raised and closed in each, and how silent it was at its end.

use crate::calendar::{Day, Local, Month};
use crate::loops::{Loop, Step};
use crate::trend::{MONTHS, Spread, silence_on};

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
    let month = |ago: usize| this.before(i64::try_from(ago).unwrap_or(0));
    let first = month(MONTHS - 1);
    let all = (0..MONTHS).rev().map(|ago| month_end(loops, month(ago), today));
    let falls = |day: Day| (first..=this).contains(&Month::of(day));
    let moved = loops.iter().filter(|one| raises(one).chain(closings(one)).any(falls));
    let waited = loops.iter().filter(|one| {
        (0..MONTHS).any(|ago| silence_on(one, month(ago).last_day().min(today)).is_some())
    });
    Months { all: all.collect(), waited: waited.count(), moved: moved.count() }
}

fn month_end(loops: &[&Loop], month: Month, today: Day) -> MonthEnd {
    let end = month.last_day().min(today);
    let falls = |day: &Day| Month::of(*day) == month;
    let (mut raised, mut closed, mut silent) = (0, 0, Vec::new());
    for one in loops {
        raised += raises(one).filter(falls).count() as u64;
        closed += closings(one).filter(falls).count() as u64;
        silent.extend(silence_on(one, end).and_then(|days| i64::try_from(days).ok()));
    }
    let waiting = silent.len();
    let days = |days: i64| u64::try_from(days).unwrap_or(0);
    let silence = Spread::of(silent).map(|spread| Silence {
        waiting,
        middle_days: days(spread.middle),
        longest_days: days(spread.most),
    });
    MonthEnd { month, raised, closed, silence }
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
