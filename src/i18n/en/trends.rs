//! English, of the pictures over time.

use crate::i18n::strings::trends::{Figure, Trends};

pub(super) const TRENDS: Trends = Trends {
    go: "Over time",
    title: "Over time",
    how: "The last 24 meetings and the last 12 months, the oldest at the left. Only you see this.",
    whose: "With whom?",
    all: "Everybody",
    covered: |count| match count {
        1 => "One meeting waits for your guess. It comes here when you have looked.".into(),
        many => {
            format!("{many} meetings wait for your guess. They come here when you have looked.")
        }
    },
    share: Figure {
        title: "Your share of the talk",
        few: "Three meetings, and a picture begins here.",
        columns: &["Meeting", "You talked", "Usual there"],
        keys: &[
            "you",
            "usual for that kind of meeting",
            "the middle one of these",
            "at least half of these lie between",
        ],
    },
    guess: Figure {
        title: "Your guess and what was so",
        few: "Three guesses, and a picture begins here.",
        columns: &["Meeting", "You guessed", "You talked", "Points apart"],
        keys: &["your guess", "what was so"],
    },
    opening: Figure {
        title: "How long they had before you first spoke",
        few: "Three meetings, and a picture begins here.",
        columns: &["Meeting", "They had"],
        keys: &[],
    },
    silence: Figure {
        title: "How long they had waited for word, at the end of each month",
        few: "Three things raised or promised, and a picture begins here.",
        columns: &["Month", "Waiting", "Middle, in days", "Longest, in days"],
        keys: &["the middle one", "the longest"],
    },
    flow: Figure {
        title: "What was raised, and what they closed",
        few: "Three things raised or promised, and a picture begins here.",
        columns: &["Month", "Raised", "Closed"],
        keys: &["raised", "closed"],
    },
    share_gist: |count, spread| {
        format!(
            "In {count} meetings you had from {} to {} % of the talk. The middle one: {} %. At least half of them lie between {} and {} %.",
            spread.least, spread.most, spread.middle, spread.low, spread.high
        )
    },
    guess_gist: |count, spread| {
        let [least, middle, most] = [spread.least, spread.middle, spread.most].map(beside);
        format!(
            "In {count} meetings your guess was from {least} to {most}. The middle one: {middle}."
        )
    },
    opening_gist: |count, [least, middle, most]| {
        format!("In {count} meetings they had from {least} to {most}. The middle one: {middle}.")
    },
    silence_gist: |today, longest| {
        let today = match today {
            None => "Nobody waits for word today.".to_owned(),
            Some(now) if now.waiting == 1 => {
                format!("Today one thing waits for word, for {}.", days(now.longest_days))
            }
            Some(now) => format!(
                "Today {} things wait for word: the middle one for {}, the longest for {}.",
                now.waiting,
                days(now.middle_days),
                days(now.longest_days)
            ),
        };
        format!("{today} The longest at the end of any month: {}.", days(longest))
    },
    flow_gist: |raised, closed| {
        format!("In these months {raised} were raised and {closed} closed.")
    },
    usual: |band| format!("{} to {} %", band.low_percent, band.high_percent),
    points: |points| match points {
        0 => "0".into(),
        above if above > 0 => format!("+{above}"),
        below => format!("−{}", below.unsigned_abs()),
    },
};

/// A guess beside the truth.
fn beside(points: i64) -> String {
    let unit =
        |points: u64| if points == 1 { "1 point".into() } else { format!("{points} points") };
    match points {
        0 => "right on it".into(),
        above if above > 0 => format!("{} above", unit(above.unsigned_abs())),
        below => format!("{} below", unit(below.unsigned_abs())),
    }
}

fn days(days: u64) -> String {
    if days == 1 { "1 day".into() } else { format!("{days} days") }
}
