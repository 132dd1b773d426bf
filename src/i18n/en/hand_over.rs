//! English, of the pages that are handed to the client.

use heard_core::capture::Kind;

use crate::i18n::strings::hand_over::HandOver;

pub(super) const HAND_OVER: HandOver = HandOver {
    heard: "This is what I heard",
    is_it: |count| match count {
        0 => "Nothing is written down yet. If something should be, please say so.",
        1 => "One thing, in your words. Did I get it right?",
        _ => "In your words. Did I get them right?",
    },
    group: |kind| match kind {
        Kind::Outcome => "What you want",
        Kind::Issue => "What is in the way",
        Kind::Promise => "What we said we would do",
        _ => "What you made clear to me",
    },
    yes: "Yes",
    not_quite: "Not quite",
    answer_to: |words| format!("Is it this? {words}"),
    rather: "What would you rather say?",
    rather_say: "Say it like this",
    leave_it: "Leave it for now",
    most: "Which matters most?",
    most_hint: "Put what matters most at the top.",
    up: |words| format!("Move up: {words}"),
    down: |words| format!("Move down: {words}"),
    now_at: |place, words| format!("Number {place}: {words}"),
    so_it_is: "This order is right",
    felt: "Were you heard today?",
    felt_hint: "One touch is enough, and you can change it. There is no wrong answer.",
    steps: ["Not at all", "A little", "Partly", "Mostly", "Wholly"],
    thanks: "Thank you.",
    change: "Change my answer",
    give_back: "Give it back",
    consultants: "This is for the consultant.",
    not_you: "What comes next is not for you. Please hand it back now, or stay where you were.",
    hold: "Hold for a second",
    let_go: "Now let go",
    or_press: "Keep it pressed for a whole second; or use this button:",
    i_am: "I am the consultant: go back",
    stay: "Stay",
    nothing_here: "There is nothing to read here.",
    read_back: "Read it back to them",
    ask_felt: "Ask: were you heard?",
    confirmed: "confirmed by them",
    disputed: "not quite, they said",
    unread: "not read back yet",
    rank: |place| format!("matters most: {place}"),
};
