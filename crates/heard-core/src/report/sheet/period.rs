//! From which day to which.

use crate::time::Day;

/// A period, its ends included; an end that is missing lies beyond all days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub from: Option<Day>,
    /// Its last day.
    pub to: Option<Day>,
}

impl Period {
    /// Whether a day lies in it.
    pub fn has(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.reaches(day)
    }

    /// Whether a day does not lie after it.
    pub(super) fn reaches(&self, day: Day) -> bool {
        self.to.is_none_or(|to| day <= to)
    }
}

/// A period that is asked for by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// The quarter of the year in which one is.
    Quarter,
    /// The year in which one is.
    Year,
    /// A year back from today.
    TwelveMonths,
    /// Everything.
    All,
}

impl Span {
    /// Every span, in the order in which it is offered.
    pub const ALL: [Self; 4] = [Self::Quarter, Self::Year, Self::TwelveMonths, Self::All];

    /// The period, seen from a day; what begins ends with it.
    pub fn seen_from(self, today: Day) -> Period {
        let from = match self {
            Self::Quarter => today.quarter_start(),
            Self::Year => today.year_start(),
            Self::TwelveMonths => today.year_before().next(),
            Self::All => return Period::default(),
        };
        Period { from: Some(from), to: Some(today) }
    }
}
