//! The labels of a recap, which the caller passes in because the core contains no translations.

use crate::event::capture::{Kind, Tally};
use crate::event::floor::Floor;
use crate::event::kind::Opening;
use crate::event::review::{Answer, CostKind};
use crate::time::Day;
use crate::transfer::export::Audience;

/// A language: its labels, and its format of a day.
#[derive(Clone, Copy, Debug)]
pub struct Language {
    /// The labels.
    pub labels: &'static Labels,
    /// Formats a day of the calendar, as it is written in the middle of a sentence.
    pub day: fn(Day) -> String,
}

/// The labels of a recap. A label that ends with a colon or a space is followed by text that a person wrote.
#[derive(Debug)]
pub struct Labels {
    /// The language tag, as defined by BCP 47.
    pub lang: &'static str,
    /// The title of the recap.
    pub title: fn(Audience) -> &'static str,
    /// The text between the day and the client's name in the heading of a meeting.
    pub with: &'static str,
    /// The introduction of a recap for the client.
    pub intro: &'static str,
    /// The closing text of a recap for the client.
    pub closing: &'static str,
    /// The text of a recap without content.
    pub nothing: &'static str,
    /// The opening and the closing quotation mark.
    pub quotes: [&'static str; 2],
    /// The heading of the section with the captures of a kind.
    pub section: fn(Audience, Kind) -> &'static str,
    /// The client's answer when the words were read back to them; `None` if they were not read back.
    pub answer: fn(Audience, Option<Answer>) -> &'static str,
    /// The label of how the outcome will be recognized.
    pub known_by: &'static str,
    /// The label of the day for which something is promised.
    pub by: &'static str,
    /// The heading of the notices about changes.
    pub notices: &'static str,
    /// The label of what will change.
    pub what: &'static str,
    /// The label of how long the change will be unpleasant.
    pub how_long: &'static str,
    /// The label of how the client can stop the change.
    pub how_to_stop: &'static str,
    /// The name of the calendar of promises.
    pub promised: &'static str,
    /// The labels of a recap for the consultant.
    pub own: Own,
}

/// The labels that only a recap for the consultant uses.
#[derive(Debug)]
pub struct Own {
    /// The kind of a meeting and the number of its participants.
    pub about: fn(&Opening) -> String,
    /// The rank that the client gave a capture, from 1.
    pub rank: fn(u32) -> String,
    /// The label of the words as they were first captured.
    pub first: &'static str,
    /// The label of the consultant's own wording.
    pub ours: &'static str,
    /// The label of the chain of an outcome, from the outcome back to its first step.
    pub backwards: &'static str,
    /// The label of the people for whom the first step is inconvenient.
    pub hurts: &'static str,
    /// The text for a held answer without words.
    pub held: &'static str,
    /// The heading of the marks without words.
    pub marks: &'static str,
    /// The party that had the floor; `None` during a break.
    pub floor: fn(Option<Floor>) -> &'static str,
    /// The heading of what the meeting cost the client.
    pub cost: &'static str,
    /// The label of a kind of cost, which is followed by its description.
    pub cost_kind: fn(CostKind) -> &'static str,
    /// The time that the client's side spent: the number of people, and the minutes for each.
    pub person_minutes: fn(u8, u64) -> String,
    /// The heading of the metrics.
    pub figures: &'static str,
    /// The text for a meeting in which it is not recorded who spoke.
    pub unknown: &'static str,
    /// The consultant's guess of their share of speech and the measured share, both in percent of the time in which
    /// somebody spoke; the latter is `None` if it was not measured.
    pub guessed: fn(u8, Option<u64>) -> String,
    /// The client's rating of how heard they felt, 1 to 5.
    pub felt_heard: fn(u8) -> String,
    /// A share of speech in percent, and the formatted duration of all speech.
    pub of_speech: fn(u64, &str) -> String,
    /// The formatted duration of the whole meeting, of which another duration is a part.
    pub of_meeting: fn(&str) -> String,
    /// The label of the time in which the consultant's side spoke.
    pub talked: &'static str,
    /// The label of the time in which the client's side spoke.
    pub listened: &'static str,
    /// The label of the client's speaking time before the consultant's first turn.
    pub opening_story: &'static str,
    /// The label of the client's longest turn.
    pub longest_story: &'static str,
    /// The label of the consultant's longest turn.
    pub longest_talk: &'static str,
    /// The label of the time in which no party had the floor.
    pub open: &'static str,
    /// The label of the breaks.
    pub breaks: &'static str,
    /// The label of the time that is excluded from the metrics, because it was not recorded reliably.
    pub left_out: &'static str,
    /// The label of the number of changes of the floor.
    pub changes: &'static str,
    /// The label of the number of held answers.
    pub held_count: &'static str,
    /// The label of a tally.
    pub tally: fn(Tally) -> &'static str,
    /// The heading of the stories of a meeting.
    pub stories: &'static str,
    /// The label of what the consultant learned.
    pub learned: &'static str,
    /// The label of what the consultant changed.
    pub changed: &'static str,
}
