//! English, for the cards on the review screen that ask something.

use super::names;
use super::numbers::{count, percent};
use crate::i18n::strings::after::After;

pub(super) const AFTER: After = After {
    saved: "Saved.",
    one_more_of: "Add another",
    guess: "Before you look: how much did you talk?",
    guess_of: "As a share of the time in which anyone spoke. Most of us guess too low.",
    show: "Show me without guessing",
    guessed: |guess, actual| {
        let off = match actual.abs_diff(guess) {
            0 => "spot on".into(),
            points if actual > guess => format!("{} low", count(points, "point")),
            points => format!("{} high", count(points, "point")),
        };
        format!("You guessed {}, {off}.", percent(guess))
    },
    marked: |at, left| match left {
        0 | 1 => format!("You marked {at}. What did they say?"),
        more => format!("You marked {at}. What did they say? ({} more after this one.)", more - 1),
    },
    later: "Later",
    discard: "Discard",
    backwards: "Work backwards from this",
    about: "More about this",
    prompts: [
        "What will be different for them?",
        "What would have to be true for that?",
        "What’s the smallest thing we could do first?",
    ],
    one_more: "And before that?",
    hurts: "Who will that first step inconvenience?",
    hurts_short: "Inconveniences:",
    another: "Add another way there",
    swap: "Swap with next",
    swap_of: |one, next| format!("Swap “{one}” with “{next}”"),
    known_by: "How will we know?",
    by_when: "By when?",
    ours: "In our own words, beside theirs",
    helper: "Help me put it in our words",
    helper_how: "A direction, something you can measure, and what it’s about. Their words stay as they are.",
    direction: "Which way? (less, more, sooner, steadier)",
    measure: "Of what? (time, calls, errors)",
    object: "About what? (finding a file, closing the month)",
    compose: |direction, measure, object| format!("{direction} {measure}: {object}"),
    cost: "What did we cost them?",
    cost_add: "Add a cost",
    cost_kind: names::cost_kind,
    their_time: |them, minutes| {
        format!(
            "This meeting alone: {them} of them for {}, or {} of their time.",
            count(minutes, "minute"),
            count(them * minutes, "person-minute")
        )
    },
    whom: "Who?",
    how_much: "How much, and what happened?",
    notice: "Before it hurts: announce a change",
    notice_how: "Warn them first, as a good dentist would. This goes into the client’s recap.",
    what: "What will happen?",
    how_long: "How long will it hurt?",
    how_to_stop: "How can they stop us?",
    story: "Journal entry",
    story_how: "Only you can see this. It’s in no file for the client.",
    journal: "Journal",
    journal_empty: "No entries yet. A meeting that went wrong is a good place to start.",
    journal_open: "Open the meeting",
    learned: "What did you learn, and when did you notice?",
    changed: "What do you do differently now?",
};
