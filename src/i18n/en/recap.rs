//! English, of a recap.

use heard_core::after::{Answer, CostKind};
use heard_core::capture::{Kind, Tally};
use heard_core::export::Audience;
use heard_core::floor::Floor;
use heard_core::recap::{Labels, Own};

use super::names;
use crate::i18n::strings::recap::{Done, Recap};

pub(super) const RECAP: Recap = Recap {
    title: "Recap",
    whom: "Who will read it?",
    audiences: ["For the client", "For me"],
    first_guess: "First your guess: the copy for you has the figures in it.",
    preview: "What will be sent",
    copy: "Copy",
    mail: "Mail",
    share: "Share",
    print: "Print",
    calendar: "Calendar",
    save: "Save as",
    forms: ["Markdown", "Text", "HTML"],
    files: ["what-i-heard", "for-myself"],
    done: Done {
        copied: "Copied. Nothing has left this browser until you paste it.",
        copied_plain: "Copied as plain text. Nothing has left this browser until you paste it.",
        by_hand: "This browser lets no page copy here. The text is selected below: copy it by hand.",
        mailed: "Handed to your mail program as a draft. Nothing is sent until you send it.",
        not_mailed: "This page may not open a draft. Copying may still work.",
        mail_long: "Too long for a draft, and half a recap is none. It is copied: paste it into the mail.",
        mail_by_hand: "Too long for a draft, and this browser lets no page copy here. The text is selected below.",
        shared: "Handed over.",
        not_shared: "Not shared. Nothing has left this browser.",
        printed: "Handed to the printer’s dialog.",
        not_printed: "This page may not print, so it is saved as a file that can be.",
        saved: "Saved as a file, on this device alone.",
        not_saved: "This page may not save files. Copying may still work.",
    },
    labels: Labels {
        lang: "en",
        title: |audience| match audience {
            Audience::Client => "What I heard",
            Audience::Me => "What I heard, and how I listened",
        },
        with: ", with ",
        intro: "In your words, as I noted them.",
        closing: "If I misheard something or left something out, please tell me. I will put it right.",
        nothing: "I have noted nothing yet.",
        quotes: ["“", "”"],
        section: |audience, kind| match (kind, audience) {
            (Kind::Outcome, Audience::Client) => "What you want",
            (Kind::Insight, Audience::Client) => "What you helped me see",
            (Kind::Issue, Audience::Client) => "What stands in the way",
            (Kind::Promise, _) => "What I said I would do",
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
                "“not quite”, you said: how would you put it?"
            }
            (None, Audience::Client) => "not yet confirmed by you",
            (Some(Answer::Yes), Audience::Me) => "confirmed",
            (Some(Answer::NotQuite), Audience::Me) => "“not quite”, they said",
            (None, Audience::Me) => "not yet confirmed",
        },
        known_by: "How we will know: ",
        by: "By ",
        notices: "Before it hurts",
        what: "What will change: ",
        how_long: "How long it will hurt: ",
        how_to_stop: "How to stop us: ",
        promised: "What I said I would do",
        own: OWN,
    },
};

const OWN: Own = Own {
    about: |opening| {
        let kind = names::meeting_kind(opening.kind);
        format!("{kind}, {} of us and {} of them.", opening.us, opening.them)
    },
    rank: |rank| format!("their no. {rank}"),
    first: "First noted as: ",
    ours: "In my own words: ",
    backwards: "Worked backwards: ",
    hurts: "The first step will inconvenience: ",
    held: "An answer, held without words",
    marks: "Moments still without words",
    floor: |floor| match floor {
        Some(Floor::Client) => "they had the floor",
        Some(Floor::Consultant) => "I had the floor",
        Some(Floor::Open) => "nobody talked",
        None => "in a break",
    },
    cost: "What I cost them",
    cost_kind: |kind| match kind {
        CostKind::Pain => "Pain",
        CostKind::Disruption => "Disruption",
        CostKind::Inconvenience => "Inconvenience",
        CostKind::Expense => "Expense",
    },
    person_minutes: |them, minutes| {
        let total = u64::from(them) * minutes;
        format!("Their time: {them} × {minutes} min = {total} person-minutes")
    },
    figures: "How I listened",
    unknown: "The floor was never passed, so who talked is not known.",
    guessed: |guess, truth| match truth {
        Some(truth) => format!("I guessed that I had {guess} % of the talk; it was {truth} %."),
        None => format!("I guessed that I had {guess} % of the talk."),
    },
    felt_heard: |step| format!("How heard they felt: {step} of 5"),
    of_speech: |percent, speech| format!(", {percent} % of {speech} in which somebody talked"),
    of_meeting: |meeting| format!(" of {meeting}"),
    talked: "I talked: ",
    listened: "They talked: ",
    opening_story: "What they had before I first took the floor: ",
    longest_story: "The longest story I was told: ",
    longest_talk: "My longest turn: ",
    open: "Nobody talked: ",
    breaks: "Breaks: ",
    left_out: "Away, and left out: ",
    changes: "Changes of floor: ",
    held_count: "Answers I held: ",
    tally: |tally| match tally {
        Tally::Asked => "Times I asked: ",
        Tally::PlayedBack => "Times I played back: ",
        Tally::JumpedIn => "Times I jumped in: ",
    },
    stories: "A story for myself",
    learned: "I learned: ",
    changed: "I changed: ",
};
