//! English, for the recap.

use heard_core::event::capture::{Kind, Tally};
use heard_core::event::floor::Floor;
use heard_core::event::review::Answer;
use heard_core::report::recap::{Labels, Own};
use heard_core::transfer::export::Audience;

use super::names;
use super::numbers::{count, percent};
use crate::i18n::strings::recap::{Done, Recap};

pub(super) const RECAP: Recap = Recap {
    title: "Recap",
    whom: "Who is it for?",
    audiences: ["For the client", "For me"],
    first_guess: "Make your guess first: your own copy gives the answer away.",
    preview: "Preview",
    copy: "Copy",
    mail: "Email",
    share: "Share",
    print: "Print",
    calendar: "Calendar",
    save: "Export as",
    forms: ["Markdown", "Text", "HTML"],
    files: ["what-i-heard", "for-myself"],
    done: Done {
        copied: "Copied. Nothing leaves this browser until you paste it.",
        copied_plain: "Copied as plain text. Nothing leaves this browser until you paste it.",
        by_hand: "This browser doesn’t let pages copy here. The text is selected below, so you can copy it yourself.",
        mailed: "Opened as a draft in your email app. Nothing is sent until you send it.",
        not_mailed: "This page isn’t allowed to open a draft. Copying may still work.",
        mail_long: "Too long for a draft, so it’s copied instead. Paste it into the email.",
        mail_by_hand: "Too long for a draft, and this browser doesn’t let pages copy here. The text is selected below.",
        shared: "Shared.",
        not_shared: "Not shared. Nothing has left this browser.",
        printed: "Opened in the print dialog.",
        not_printed: "This page isn’t allowed to print, so it’s exported as a file you can print.",
        saved: "Exported as a file, on this device only.",
        not_saved: "This page isn’t allowed to save files. Copying may still work.",
    },
    labels: Labels {
        lang: "en",
        title: |audience| match audience {
            Audience::Client => "What I heard",
            Audience::Me => "What I heard, and how I listened",
        },
        with: ", with ",
        intro: "In your words, as I noted them.",
        closing: "If I misheard something or left something out, please tell me, and I’ll put it right.",
        nothing: "I haven’t noted anything yet.",
        quotes: ["“", "”"],
        section: |audience, kind| match (kind, audience) {
            (Kind::Outcome, Audience::Client) => "What you want",
            (Kind::Insight, Audience::Client) => "What you helped me see",
            (Kind::Issue, Audience::Client) => "What’s in the way",
            (Kind::Promise, _) => "What I said I’d do",
            (Kind::Spared, Audience::Client) => "What you were spared",
            (Kind::Outcome, Audience::Me) => "Outcomes they want",
            (Kind::Insight, Audience::Me) => "Insights",
            (Kind::Issue, Audience::Me) => "Issues they raised",
            (Kind::Spared, Audience::Me) => "What they were spared",
            (Kind::Held, _) => "Answers I held",
        },
        answer: |audience, answer| match (answer, audience) {
            (Some(Answer::Yes), Audience::Client) => "confirmed by you",
            (Some(Answer::NotQuite), Audience::Client) => {
                "you said “not quite”: how would you put it?"
            }
            (None, Audience::Client) => "not yet confirmed by you",
            (Some(Answer::Yes), Audience::Me) => "confirmed",
            (Some(Answer::NotQuite), Audience::Me) => "they said “not quite”",
            (None, Audience::Me) => "not yet confirmed",
        },
        known_by: "How we’ll know: ",
        by: "By ",
        notices: "Before it hurts",
        what: "What will change: ",
        how_long: "How long it will hurt: ",
        how_to_stop: "How to stop us: ",
        promised: "What I said I’d do",
        own: OWN,
    },
};

const OWN: Own = Own {
    about: |opening| {
        let kind = names::meeting_kind(opening.kind);
        format!("{kind}, {} of us and {} of them.", opening.us, opening.them)
    },
    rank: |rank| format!("their priority {rank}"),
    first: "Original: ",
    ours: "In my own words: ",
    backwards: "Worked backwards: ",
    hurts: "The first step will inconvenience: ",
    held: "A held answer without words",
    marks: "Marks without words",
    floor: |floor| match floor {
        Some(Floor::Client) => "they had the floor",
        Some(Floor::Consultant) => "I had the floor",
        Some(Floor::Open) => "nobody was talking",
        None => "during a break",
    },
    cost: "What I cost them",
    cost_kind: names::cost_kind,
    person_minutes: |them, minutes| {
        let total = count(u64::from(them) * minutes, "person-minute");
        format!("Their time: {them} × {minutes} min = {total}")
    },
    figures: "How I listened",
    unknown: "The floor was never passed, so Heard can’t tell who talked.",
    guessed: |guess, actual| {
        let guess = percent(guess.into());
        match actual {
            Some(actual) => {
                format!("I guessed I did {guess} of the talking; it was {}.", percent(actual))
            }
            None => format!("I guessed I did {guess} of the talking."),
        }
    },
    felt_heard: |step| format!("How heard they felt: {step} of 5"),
    of_speech: |share, speech| format!(", {} of {speech} of talking", percent(share)),
    of_meeting: |meeting| format!(" of {meeting}"),
    talked: "I talked: ",
    listened: "They talked: ",
    opening_story: "They talked before I first spoke: ",
    longest_story: "Their longest turn: ",
    longest_talk: "My longest turn: ",
    open: "Nobody talking: ",
    breaks: "Breaks: ",
    left_out: "Away, not counted: ",
    changes: "Speaker changes: ",
    held_count: "Answers I held: ",
    tally: |tally| match tally {
        Tally::Asked => "Times I asked: ",
        Tally::PlayedBack => "Times I played back: ",
        Tally::JumpedIn => "Times I jumped in: ",
    },
    stories: "Journal",
    learned: "I learned: ",
    changed: "I changed: ",
};
