//! English, for the trends screen.

use heard_core::report::trends::{Silence, Spread};

use super::numbers::{band_range, count, count_of, percent, percent_range};
use crate::i18n::strings::trends::{Figure, Trends};

const AFTER_MEETINGS: &str = "Charts appear after three meetings.";
const AFTER_LOOPS: &str = "Charts appear after three issues or promises.";

pub(super) const TRENDS: Trends = Trends {
    link: "Trends",
    title: "Trends",
    how: "Your last 24 meetings and last 12 months, oldest on the left. Only you see this.",
    client: "Client",
    all: "All",
    covered: |meetings| match meetings {
        1 => "1 meeting is waiting for your guess. It shows up here once you’ve looked.".into(),
        many => {
            format!(
                "{many} meetings are waiting for your guess. They show up here once you’ve looked."
            )
        }
    },
    share: Figure {
        title: "Your share of the talking",
        empty: AFTER_MEETINGS,
        columns: &["Meeting", "You talked", "Typical"],
        keys: &["you", "typical for that kind of meeting", "median", "middle half"],
    },
    guess: Figure {
        title: "Your guess vs. actual",
        empty: "Charts appear after three guesses.",
        columns: &["Meeting", "Guess", "Actual", "Points off"],
        keys: &["your guess", "actual"],
    },
    opening: Figure {
        title: "How long they talked before you first spoke",
        empty: AFTER_MEETINGS,
        columns: &["Meeting", "They talked"],
        keys: &[],
    },
    silence: Figure {
        title: "Days without an update, at the end of each month",
        empty: AFTER_LOOPS,
        columns: &["Month", "Waiting", "Median (days)", "Longest (days)"],
        keys: &["median", "longest"],
    },
    flow: Figure {
        title: "Raised and closed",
        empty: AFTER_LOOPS,
        columns: &["Month", "Raised", "Closed"],
        keys: &["raised", "closed"],
    },
    share_gist: |meetings, Spread { least, low, middle, high, most }| {
        let [least, low, median, high, most] =
            [least, low, middle, high, most].map(i64::unsigned_abs);
        format!(
            "In {}, you did {} of the talking. Median {}. Middle half: {}.",
            count_of(meetings, "meeting"),
            percent_range(least, most),
            percent(median),
            percent_range(low, high)
        )
    },
    guess_gist: |meetings, spread| {
        let [least, middle, most] = [spread.least, spread.middle, spread.most].map(off_by);
        format!(
            "In {}, your guesses ranged from {least} to {most}. Median: {middle}.",
            count_of(meetings, "meeting")
        )
    },
    opening_gist: |meetings, [shortest, median, longest]| {
        format!(
            "In {}, they talked for {shortest} to {longest} before you first spoke. Median {median}.",
            count_of(meetings, "meeting")
        )
    },
    silence_gist: |today, longest| {
        let longest = count(longest, "day");
        format!("{} Longest at the end of any month: {longest}.", waiting(today))
    },
    flow_gist: |raised, closed| format!("Over these months: {raised} raised, {closed} closed."),
    usual: band_range,
    points: |points| match points {
        0 => "0".into(),
        above if above > 0 => format!("+{above}"),
        below => format!("−{}", below.unsigned_abs()),
    },
};

/// How many loops are waiting for an update today, and for how long.
fn waiting(today: Option<Silence>) -> String {
    match today {
        None => "Nobody is waiting for an update today.".into(),
        Some(now) if now.waiting == 1 => {
            format!("1 loop is waiting for an update: {}.", count(now.longest_days, "day"))
        }
        Some(now) => format!(
            "{} loops are waiting for an update: median {}, longest {}.",
            now.waiting,
            count(now.middle_days, "day"),
            count(now.longest_days, "day")
        ),
    }
}

/// A guess minus the actual share, in percentage points.
fn off_by(points: i64) -> String {
    let size = count(points.unsigned_abs(), "point");
    match points {
        0 => "spot on".into(),
        above if above > 0 => format!("{size} high"),
        _ => format!("{size} low"),
    }
}
