//! English, for the pages that the client reads.

use heard_core::event::capture::Kind;

use crate::i18n::strings::hand_over::HandOver;

pub(super) const HAND_OVER: HandOver = HandOver {
    heard: "This is what I heard",
    confirm: |count| match count {
        0 => "I haven’t written anything down yet. If something should be here, please tell me.",
        1 => "One thing, in your words. Did I get it right?",
        _ => "In your words. Did I get this right?",
    },
    group: |kind| match kind {
        Kind::Outcome => "What you want",
        Kind::Issue => "What’s in the way",
        Kind::Promise => "What we said we’d do",
        _ => "What you helped me see",
    },
    yes: "Yes",
    not_quite: "Not quite",
    answer_to: |words| format!("Did I get this right? {words}"),
    rephrase: "How would you put it?",
    use_words: "Use these words",
    skip: "Skip for now",
    most: "What matters most?",
    most_hint: "Put what matters most at the top.",
    up: |words| format!("Move up: {words}"),
    down: |words| format!("Move down: {words}"),
    now_at: |place, words| format!("Number {place}: {words}"),
    order_right: "This order is right",
    felt: "Did you feel heard today?",
    felt_hint: "One tap is enough, and you can change it. There’s no wrong answer.",
    steps: ["Not at all", "A little", "Partly", "Mostly", "Completely"],
    thanks: "Thank you.",
    change: "Change my answer",
    give_back: "Hand it back",
    consultants: "This part is for the consultant.",
    not_you: "What comes next isn’t for you. Please hand the device back, or stay where you were.",
    hold: "Hold for one second",
    release: "Now let go",
    or_press: "Hold it for one full second, or use this button:",
    i_am: "I’m the consultant: go back",
    stay: "Stay",
    nothing_here: "There’s nothing to read here.",
    read_back: "Read it back to them",
    ask_felt: "Ask: did you feel heard?",
    confirmed: "they confirmed it",
    disputed: "they said “not quite”",
    unread: "not read back yet",
    rank: |place| format!("priority {place}"),
};
