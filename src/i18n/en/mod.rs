//! English.

mod after;
mod client;
mod hand_over;
mod kept;
mod loops;
mod names;
mod opening;
mod picture;
mod recap;
mod sheet;
mod trends;

use heard_core::Refusal;
use heard_core::band::BandSource;
use heard_core::capture::Kind;

use crate::i18n::strings::{Capture, Keys, Live, Nav, Past, Review, Settings, Start, Strings};
use crate::mode::Mode;

pub(crate) static ENGLISH: Strings = Strings {
    nav: Nav {
        name: "Heard",
        past: "Past",
        settings: "Settings",
        keys: "Keys",
        close: "Close",
        cancel: "Cancel",
        undo: "Undo",
        redo: "Redo",
        more: "Show more",
    },
    start: Start {
        who: "Who are you listening to?",
        name: "Client",
        name_hint: "A name, or leave it open",
        what: "What kind of meeting?",
        people: "How many in the room?",
        us: "of us",
        them: "of them",
        fewer: |what| format!("One fewer {what}"),
        one_more: |what| format!("One more {what}"),
        aim: "Your aim",
        aim_is: |percent| format!("Talk at most {percent} %"),
        talk_less: "Aim lower",
        talk_more: "Aim higher",
        band: |band| format!("Usual here: {} to {} %.", band.low_percent, band.high_percent),
        source: |source| match source {
            BandSource::SalesAndInterviewing => {
                "The best of 25,537 sales calls had 43 % (Gong, vendor data). In skilled motivational interviewing the client speaks 59 to 62 %."
            }
            BandSource::RuleOfThumb => "A vendor’s rule of thumb, no study.",
            BandSource::Convention => "Our own convention, no study.",
        },
        began: "When did it begin?",
        just_now: "Now",
        minutes_ago: |minutes| format!("{minutes} min ago"),
        minutes_unit: "minutes ago",
        aloud: "You might say",
        aloud_line: "“This shows me when I talk too much. Nothing is recorded.”",
        go: "Start listening",
        promise: "Nothing leaves this browser.",
        last_time: "Last time",
    },
    live: Live {
        listening: "Listening",
        talking: "You are talking",
        resting: "Break",
        open: "Nobody talks",
        hint_listening: "touch when you speak",
        hint_talking: "touch when they speak",
        hint_resting: "touch to go on",
        them: "them",
        you: "you",
        elapsed: "Time since the start",
        strip: "The meeting so far: their turns, yours, and marks",
        nudge: |ms| format!("{}. What would they say next, if you stopped here?", long(ms)),
        mark: "Mark",
        take_break: "Break",
        resume: "Go on",
        end: "End",
        marked_key: "marked",
        marked: |at| format!("Marked at {at}."),
        caught: |kind| match kind {
            Kind::Outcome => "Outcome kept.",
            Kind::Insight => "Insight kept.",
            Kind::Issue => "Issue kept.",
            Kind::Promise => "Promise noted.",
            Kind::Spared => "Spared: noted.",
            Kind::Held => "An answer held.",
        },
        counted: |what, times| format!("{what}: {times}."),
        began: "Listening. The client has the floor.",
        ended: "The meeting has ended.",
        undone: "Undone.",
        redone: "Redone.",
        struck: "Withdrawn. Undo brings it back.",
        amended: "Corrected. The first words stay.",
        corrected: "Turn corrected.",
        minutes: |minutes| {
            if minutes == 1 { "1 minute.".into() } else { format!("{minutes} minutes.") }
        },
    },
    capture: Capture {
        line: "In their words…",
        line_held: "An answer you can hold for later…",
        kind: "What is it?",
        said_by: "Who said it?",
        keep: "Keep",
        too_long: |most| {
            format!(
                "Too long to keep in one piece: at most {most} characters. Nothing is lost; shorten it or keep it in parts."
            )
        },
        amend: "Correct",
        strike: "Withdraw",
        save: "Save",
        first: "First",
        held_without: "An answer, held",
        held: "Held",
        actions_for: |what, words| format!("{what}: {words}"),
    },
    review: Review {
        talked: |percent| format!("You had {percent} of the talk."),
        unknown: "The floor was never passed, so who talked is not known.",
        within: |band| {
            format!(
                "Within what is usual for such a meeting ({} to {} %).",
                band.low_percent, band.high_percent
            )
        },
        over: |band| {
            format!(
                "More than is usual for such a meeting ({} to {} %).",
                band.low_percent, band.high_percent
            )
        },
        under: |band| {
            format!(
                "Less than is usual for such a meeting ({} to {} %). Was your own voice missing?",
                band.low_percent, band.high_percent
            )
        },
        longest_turn: "your longest turn",
        opening_story: "they had before you first spoke",
        opening_whole: "they had, and you never took the floor",
        longest_story: "the longest story you were told",
        changes: "changes of floor",
        held: "answers you held",
        talk: "you talked",
        listen: "you listened",
        of_meeting: "the whole meeting",
        rest: "of breaks",
        marks: "Moments you marked",
        nothing_caught: "No words were caught.",
        turns: "Correct the turns",
        turns_hint: "Times count from the start of the meeting. Every correction can be undone.",
        turn_of: |who, when| format!("{who}, from {when}"),
        starts: "Starts at",
        holder: "Who had the floor",
        split: "A change I missed",
        split_at: "At",
        done: "Done",
        file: "Save as a file",
        add: "Add what you remember",
    },
    past: Past {
        title: "Past meetings",
        none: "No meeting yet. The first one will be kept here.",
        caught: |count| match count {
            0 => "nothing caught".into(),
            1 => "1 caught".into(),
            many => format!("{many} caught"),
        },
    },
    settings: Settings {
        title: "Settings",
        aim: "Aim for your share of the talk",
        aim_band: "What is usual for the meeting",
        nudge: "When your own turn gets long",
        nudge_hint: "The edge warms and one quiet line asks a question. Never while they talk.",
        never: "Never",
        face: "While they talk",
        face_hint: "Quiet shows a ring and nothing to read. A touch, a key or the pointer brings the rest back.",
        quiet: "Quiet",
        detailed: "All details",
        theme: "Colours",
        auto: "As the system",
        light: "Light",
        dark: "Dark",
        kept: "What is kept here",
        mode: |mode| match mode {
            Mode::Durable => "Kept in this browser, in two places.",
            Mode::Local => "Kept in this browser, in one place only.",
            Mode::Memory => "Not kept: it lives in this tab only.",
            Mode::Full => "Storage is full: what is new lives in this tab only.",
        },
        file: "Save everything as a file",
        erase: "Erase everything…",
        erase_sure: "Erase everything?",
        erase_what: "Every meeting, every word and every setting kept in this browser under this name.",
        erase_for_good: "It goes for good, from everywhere it is kept here. Nobody has a copy but you, if you saved a file.",
        erase_go: "Erase",
    },
    keys: Keys {
        title: "Keys",
        space: "Space",
        floor: "Pass the floor",
        mark: "Mark this moment",
        rest: "Break, and go on",
        undo: "Undo",
        redo: "Redo",
        line: "Write: ",
        tally: "Count: ",
        enter: "Keep what is written",
        escape: "Leave the line; the words stay",
        help: "This list",
    },
    kept: kept::KEPT,
    away: kept::AWAY,
    after: after::AFTER,
    client: client::CLIENT,
    store: kept::STORE,
    picture: picture::PICTURE,
    hand_over: hand_over::HAND_OVER,
    recap: recap::RECAP,
    loops: loops::LOOPS,
    opening: opening::OPENING,
    sheet: sheet::SHEET,
    trends: trends::TRENDS,
    kind: names::kind,
    kinds: names::kinds,
    meeting_kind: names::meeting_kind,
    tally: names::tally,
    refusal: |refusal| match refusal {
        Refusal::NoMeeting => "No meeting runs. Start one first.",
        Refusal::AlreadyRunning => "A meeting runs already. End it first.",
        Refusal::AlreadyHeld => "It is so already.",
        Refusal::OnBreak => "The meeting rests already.",
        Refusal::NotOnBreak => "The meeting does not rest.",
        Refusal::NoWords => "There are no words yet.",
        Refusal::TooLong => {
            "Too long to keep in one piece. Nothing is lost; shorten it or keep it in parts."
        }
        Refusal::Unknown => "That is not there, or no longer.",
        Refusal::OutOfRoom => "That time lies outside the turns beside it.",
        Refusal::NothingToUndo => "Nothing is left to undo.",
        Refusal::NothingToRedo => "Nothing is left to redo.",
        Refusal::OutOfRange => "That number is out of range.",
        Refusal::OutOfStep => "That step does not follow from where this stands.",
        Refusal::NameTaken => {
            "Another client has this name. If they are the same, say so under “The same as”."
        }
        Refusal::Newer => {
            "A newer Heard has written here. This one writes nothing; reload the page."
        }
        Refusal::NoRoom => "The browser’s storage is full. Nothing has changed.",
    },
    percent: |percent| format!("{percent} %"),
    someone: "Someone",
};

/// `1 minute 30 seconds`, from milliseconds.
fn long(ms: u64) -> String {
    let (minutes, seconds) = (ms / 60_000, ms / 1_000 % 60);
    let unit = |n: u64, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
    match (minutes, seconds) {
        (0, seconds) => unit(seconds, "second"),
        (minutes, 0) => unit(minutes, "minute"),
        (minutes, seconds) => format!("{} {}", unit(minutes, "minute"), unit(seconds, "second")),
    }
}
