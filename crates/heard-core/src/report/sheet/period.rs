//! Periods of days.

use crate::time::Day;

/// A period of days that includes both of its ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day; `None` if the period has no start.
    pub from: Option<Day>,
    /// The last day; `None` if the period has no end.
    pub to: Option<Day>,
}

impl Period {
    /// Whether the period includes a day.
    pub fn has(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.reaches(day)
    }

    /// Whether a day is not after the end of the period.
    pub(super) fn reaches(&self, day: Day) -> bool {
        self.to.is_none_or(|to| day <= to)
    }
}

/// A period relative to the current day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// The current quarter of the year.
    Quarter,
    /// The current calendar year.
    Year,
    /// The twelve months up to the current day.
    TwelveMonths,
    /// All days.
    All,
}

impl Span {
    /// Every span, in the order in which the spans are offered.
    pub const ALL: [Self; 4] = [Self::Quarter, Self::Year, Self::TwelveMonths, Self::All];

    /// The period relative to `today`. It ends today; [`Span::All`] has neither start nor end.
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
