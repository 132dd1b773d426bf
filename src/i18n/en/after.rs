//! English, of the cards that ask when a meeting is over.

use heard_core::after::CostKind;

use crate::i18n::strings::after::After;

pub(super) const AFTER: After = After {
    kept: "Kept.",
    one_more_of: "One more",
    guess: "Before you look: how much did you talk?",
    guess_of: "Of the time in which anybody spoke. Most of us guess too low.",
    show: "Show me without guessing",
    guessed: |guess, truth| match truth.abs_diff(guess) {
        0 => format!("You guessed {guess} %, and so it was."),
        points if truth > guess => {
            format!("You guessed {guess} %: {} less than it was.", in_points(points))
        }
        points => format!("You guessed {guess} %: {} more than it was.", in_points(points)),
    },
    marked: |at, left| match left {
        0 | 1 => format!("At {at} something was worth keeping. What were their words?"),
        more => format!(
            "At {at} something was worth keeping. What were their words? ({} more after this one.)",
            more - 1
        ),
    },
    later: "Later",
    let_go: "Let it go",
    backwards: "Work backwards from it",
    about: "More about it",
    prompts: [
        "What will be different for them?",
        "What would have to be true for that?",
        "What is the smallest thing we could do first?",
    ],
    one_more: "And before that?",
    hurts: "Whom will that first thing inconvenience?",
    hurts_short: "Inconveniences:",
    another: "Another way there",
    swap: "Swap with the next",
    swap_of: |one, next| format!("Swap “{one}” with “{next}”"),
    known_by: "How will we know?",
    by_when: "By when?",
    ours: "In our own words, beside theirs",
    helper: "Help me say it in our words",
    helper_how: "A direction, what can be measured, and what it is about. Their words stay as they are.",
    direction: "Which way? (less, more, sooner, steadier)",
    measure: "Of what? (time, calls, errors)",
    object: "About what? (finding a file, closing the month)",
    compose: |direction, measure, object| format!("{direction} {measure}: {object}"),
    cost: "What did we cost them?",
    cost_add: "In which way?",
    cost_kind: |kind| match kind {
        CostKind::Pain => "Pain",
        CostKind::Disruption => "Disruption",
        CostKind::Inconvenience => "Inconvenience",
        CostKind::Expense => "Expense",
    },
    their_time: |them, minutes| {
        let people = if them == 1 { "one of them".into() } else { format!("{them} of them") };
        let time = if minutes == 1 { "1 minute".into() } else { format!("{minutes} minutes") };
        format!(
            "This meeting alone: {people} for {time}, {} person-minutes of theirs.",
            them * minutes
        )
    },
    whom: "Whom?",
    how_much: "How much, and what happened?",
    notice: "Before it hurts: announce a change",
    notice_how: "What a good dentist says before the drill. It goes into what the client gets.",
    what: "What will happen?",
    how_long: "How long will it hurt?",
    how_to_stop: "How can they stop us?",
    story: "A story for yourself",
    story_how: "Only you will ever see it: it is in no file for the client.",
    journal: "Stories for yourself",
    journal_empty: "None yet. A meeting that went wrong is a good place to begin one.",
    journal_open: "See the meeting",
    learned: "What did you learn, and when did you see it?",
    changed: "What do you do differently now?",
};

fn in_points(points: u64) -> String {
    if points == 1 { "1 point".into() } else { format!("{points} points") }
}
