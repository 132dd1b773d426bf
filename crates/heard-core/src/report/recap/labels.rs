//! The words around theirs: the core knows no language, so they come from outside.

use crate::event::capture::{Kind, Tally};
use crate::event::floor::Floor;
use crate::event::kind::Opening;
use crate::event::review::{Answer, CostKind};
use crate::time::Day;
use crate::transfer::export::Audience;

/// A language, and how it writes a day.
#[derive(Clone, Copy, Debug)]
pub struct Language {
    /// Its words.
    pub labels: &'static Labels,
    /// A day of the calendar, as it is written in the middle of a sentence.
    pub day: fn(Day) -> String,
}

/// Every text of ours that a recap may hold. What ends in a colon or in a blank goes before somebody's own text.
#[derive(Debug)]
pub struct Labels {
    /// The tag of the language, after BCP 47.
    pub lang: &'static str,
    /// The heading of it all.
    pub title: fn(Audience) -> &'static str,
    /// Between the day and the client's name.
    pub with: &'static str,
    /// Said to the client before their words.
    pub intro: &'static str,
    /// Said to the client at the end.
    pub closing: &'static str,
    /// Said where nothing was heard, or nothing that is theirs to read.
    pub nothing: &'static str,
    /// What stands around words that were said.
    pub quotes: [&'static str; 2],
    /// The heading of the captures of a kind.
    pub section: fn(Audience, Kind) -> &'static str,
    /// How the client answered when the words were read back; none, if they were not.
    pub answer: fn(Audience, Option<Answer>) -> &'static str,
    /// How we will know.
    pub known_by: &'static str,
    /// By which day.
    pub by: &'static str,
    /// The heading of the notices.
    pub notices: &'static str,
    /// What will happen.
    pub what: &'static str,
    /// How long it will hurt.
    pub how_long: &'static str,
    /// How they can stop us.
    pub how_to_stop: &'static str,
    /// The name of a calendar of promises.
    pub promised: &'static str,
    /// What only oneself reads.
    pub own: Own,
}

/// The texts of a recap for oneself.
#[derive(Debug)]
pub struct Own {
    /// What kind of meeting it was, and how many were there.
    pub about: fn(&Opening) -> String,
    /// The place in what matters most to the client, from 1.
    pub rank: fn(u32) -> String,
    /// The words as they were first caught.
    pub first: &'static str,
    /// Our own wording.
    pub ours: &'static str,
    /// An outcome worked backwards.
    pub backwards: &'static str,
    /// Whom the first step will inconvenience.
    pub hurts: &'static str,
    /// An answer that was held without any words.
    pub held: &'static str,
    /// The heading of the marks that have no words.
    pub marks: &'static str,
    /// Who had the floor; none in a break.
    pub floor: fn(Option<Floor>) -> &'static str,
    /// The heading of what we cost them.
    pub cost: &'static str,
    /// A way in which we cost, to go before the rest.
    pub cost_kind: fn(CostKind) -> &'static str,
    /// Their time: so many people, so many minutes each.
    pub person_minutes: fn(u8, u64) -> String,
    /// The heading of the figures.
    pub figures: &'static str,
    /// Nobody knows who spoke.
    pub unknown: &'static str,
    /// The guess and the truth, in percent of the time in which somebody spoke.
    pub guessed: fn(u8, Option<u64>) -> String,
    /// How heard they felt, 1 to 5.
    pub felt_heard: fn(u8) -> String,
    /// A share in percent of talk and listening, which lasted so long.
    pub of_speech: fn(u64, &str) -> String,
    /// A part of a meeting, which lasted so long.
    pub of_meeting: fn(&str) -> String,
    /// One's own talk.
    pub talked: &'static str,
    /// Theirs.
    pub listened: &'static str,
    /// What they had before we first took the floor.
    pub opening_story: &'static str,
    /// Their longest turn.
    pub longest_story: &'static str,
    /// Our longest turn.
    pub longest_talk: &'static str,
    /// Time in which nobody had the floor.
    pub open: &'static str,
    /// Breaks.
    pub breaks: &'static str,
    /// Time that nobody can vouch for.
    pub left_out: &'static str,
    /// How often the floor changed.
    pub changes: &'static str,
    /// How many answers were held.
    pub held_count: &'static str,
    /// What was counted.
    pub tally: fn(Tally) -> &'static str,
    /// The heading of the stories.
    pub stories: &'static str,
    /// What I learned.
    pub learned: &'static str,
    /// What I changed.
    pub changed: &'static str,
}
