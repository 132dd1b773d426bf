//! English.

use heard_core::Refusal;
use heard_core::act::MeetingKind;
use heard_core::away::Counted;
use heard_core::band::BandSource;
use heard_core::capture::{Kind, Tally};
use heard_core::import::Unfit;

use super::strings::{
    Away, Capture, Kept, Keys, Live, Nav, Past, Review, Settings, Start, Store, Strings,
};
use crate::live::Item;
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
        caught_key: "caught",
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
    kept: Kept {
        mode: |mode, saving| match mode {
            Mode::Durable if saving => "saving",
            Mode::Durable => "kept",
            Mode::Local => "kept in this tab’s storage only",
            Mode::Memory => "not kept",
            Mode::Full => "not kept: no room",
        },
        notice: |mode| match mode {
            Mode::Durable => None,
            Mode::Local => Some(
                "This browser keeps your notes in one place only, and may lose the last minute if it is stopped by force. Save a file after the meeting.",
            ),
            Mode::Memory => Some(
                "This page may not store anything, so what you note lives only until the tab closes. Save it as a file before you leave.",
            ),
            Mode::Full => Some(
                "The browser’s storage for this site is full. The meeting goes on, but new notes live only until the tab closes. Save them as a file.",
            ),
        },
        unread: |count| {
            if count == 1 {
                "One kept note could not be read. Its bytes are set aside; everything else is here."
                    .into()
            } else {
                format!(
                    "{count} kept notes could not be read. Their bytes are set aside; everything else is here."
                )
            }
        },
        unread_file: "Save those bytes",
        newer: "A newer Heard has written here. This one shows what it can read and saves it as a file, but writes nothing, so that nothing is lost. Reload the page to get the newer one.",
        room: |percent| {
            format!(
                "This site’s quick storage is {percent} % full. Nothing is lost: what finds no room there is kept in the browser’s database."
            )
        },
        backup: |meetings| {
            let meetings = if meetings == 1 {
                "1 meeting is".into()
            } else {
                format!("{meetings} meetings are")
            };
            format!(
                "{meetings} in no file of yours yet. Browsers clear what sites keep; Safari does after seven days without a visit."
            )
        },
        elsewhere: "Another tab shows this meeting’s time.",
        take_over: "Show it here",
        file: "Save as a file",
    },
    away: Away {
        title: "Time away",
        found: |length, from| format!("Away {length}, from {from}."),
        why: "This page slept or was gone, so nobody can say who spoke.",
        counted: "Count it as",
        left_out: "away, and left out",
        noticed: "Time away was noticed.",
        told: "Counted.",
        word: |counted| match counted {
            Counted::LeftOut => "Leave out",
            Counted::Talk => "You",
            Counted::Listen => "Them",
        },
    },
    store: Store {
        title: "What is kept here",
        see: "See everything",
        item: |item| match item {
            Item::Meeting(_) => "Meeting",
            Item::Client(_) => "Client",
            Item::Settings => "Settings",
            Item::Draft => "What you are writing",
            Item::Quarantine => "Bytes that could not be read",
        },
        local: |characters| format!("{} in quick storage", size(characters)),
        durable: |characters| format!("{} in the database", size(characters)),
        quarantine: "Save the bytes",
        erase: "Erase…",
        erase_of: |what| format!("Erase {what}…"),
        erase_meeting: "Erase this meeting?",
        erase_client: "Erase this client and every meeting with them?",
        retention: "How long meetings are kept",
        retention_hint: "What is older is erased when Heard is opened. Nobody asks again.",
        months: |months| match months {
            12 => "A year".into(),
            months if months % 12 == 0 => format!("{} years", months / 12),
            months => format!("{months} months"),
        },
        bring: "Bring in a file…",
        reading: "Reading the file…",
        sure: "Bring this in?",
        preview: |preview| {
            let grown = match preview.meetings_grown {
                0 => String::new(),
                grown => format!(" ({grown} of them with something new)"),
            };
            let damaged = match preview.damaged {
                0 => String::new(),
                damaged => format!(", {damaged} damaged and left out"),
            };
            format!(
                "{} new, {} known{grown}{damaged}. What is here stays; nothing is replaced.",
                meetings(preview.meetings_new),
                preview.meetings_known
            )
        },
        nothing_new: "All of it is here already.",
        go: "Bring it in",
        bringing: "Bringing it in…",
        brought: |preview| format!("{} brought in.", meetings(preview.meetings_new)),
        unfit: |unfit| match unfit {
            Unfit::TooLarge => "That file is larger than 64 MB. Nothing has changed.",
            Unfit::NotJson => "That file is no JSON, or is cut off. Nothing has changed.",
            Unfit::NotHeard => "That is no file of Heard’s. Nothing has changed.",
            Unfit::Newer => {
                "A newer Heard wrote that file, and this one can not read it. Nothing has changed."
            }
        },
        table: "Each thing kept, how long it is, and where it lies",
    },
    kind: |kind| match kind {
        Kind::Outcome => "Outcome",
        Kind::Insight => "Insight",
        Kind::Issue => "Issue",
        Kind::Promise => "Promise",
        Kind::Spared => "Spared",
        Kind::Held => "Hold my answer",
    },
    kinds: |kind| match kind {
        Kind::Outcome => "Outcomes they want",
        Kind::Insight => "Insights",
        Kind::Issue => "Issues they raised",
        Kind::Promise => "What you promised",
        Kind::Spared => "What they were spared",
        Kind::Held => "Answers you held",
    },
    meeting_kind: |kind| match kind {
        MeetingKind::Discovery => "Discovery",
        MeetingKind::WorkingSession => "Working session",
        MeetingKind::Demo => "Demo",
        MeetingKind::HardConversation => "Hard conversation",
    },
    tally: |tally| match tally {
        Tally::Asked => "Asked",
        Tally::PlayedBack => "Played back",
        Tally::JumpedIn => "Jumped in",
    },
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
        Refusal::Newer => {
            "A newer Heard has written here. This one writes nothing; reload the page."
        }
        Refusal::NoRoom => "The browser’s storage is full. Nothing has changed.",
    },
    percent: |percent| format!("{percent} %"),
    someone: "Someone",
};

fn meetings(count: usize) -> String {
    if count == 1 { "1 meeting".into() } else { format!("{count} meetings") }
}

/// A length in characters, as a person would say it.
fn size(characters: usize) -> String {
    if characters < 1_000 {
        format!("{characters} characters")
    } else {
        format!("{} thousand characters", characters / 1_000)
    }
}

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
