//! English, for the meeting chart and the figures beside it.

use heard_core::event::floor::Floor;
use heard_core::meeting::State;
use heard_core::meeting::away::Counted;

use super::numbers::{count, count_of, count_or_no};
use crate::i18n::strings::picture::Picture;

pub(super) const PICTURE: Picture = Picture {
    sentence: |[length, theirs, ours], changes| {
        let changes = count_or_no(changes as usize, "speaker change");
        format!("{length}: they had the floor for {theirs}, you for {ours}, with {changes}.")
    },
    floor_unknown: |length| {
        format!("{length}. The floor was never passed, so Heard can’t tell who talked.")
    },
    counts: |marks, notes| format!(" {}, {}.", count_of(marks, "mark"), count_of(notes, "note")),
    turns: "Turns, one by one",
    hint: "Tap the chart, or use the arrow keys, to read each turn.",
    who: |state, away| match (away, state) {
        (Some(Counted::LeftOut), _) => "Away",
        (Some(Counted::Talk), _) => "Away, counted as yours",
        (Some(Counted::Listen), _) => "Away, counted as theirs",
        (None, State::Floor(Floor::Client)) => "Them",
        (None, State::Floor(Floor::Consultant)) => "You",
        (None, State::Floor(Floor::Open)) => "Nobody",
        (None, State::Break) => "Break",
    },
    unknown: "Unknown",
    turn: |nth, of, [who, from, to, length]| {
        format!("{nth} of {of}. {who}: {from} to {to}, {length} long.")
    },
    marked: |marks| format!("{}.", count_of(marks, "mark")),
    more: |notes| format!("And {notes} more."),
    opening: "before you spoke",
    longest: "their longest turn",
    both: "before you spoke, their longest turn",
    tick: |ms| match (ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60) {
        (0, 0, 0) => "0".into(),
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, 0) => format!("{minutes} min"),
        (0, minutes, seconds) => format!("{minutes}:{seconds:02} min"),
        (hours, 0, _) => format!("{hours} h"),
        (hours, minutes, _) => format!("{hours}:{minutes:02} h"),
    },
    table: "Show as table",
    columns: ["Who", "From", "To", "Length", "Notes"],
    of_speech: |share, speech| match share {
        Some(share) => format!("{share} of {speech} of talking"),
        None => format!("in {speech} of talking"),
    },
    of_floor: |floor, length| match floor {
        Floor::Client => format!("of their {length}"),
        Floor::Consultant => format!("of your {length}"),
        Floor::Open => format!("of {length} with nobody talking"),
    },
    of_meeting: |length| format!("in a meeting of {length}"),
    turns_in: |turns, speech| format!("{} in {speech} of talking", count(turns, "turn")),
    per_hour: "turns per hour",
    reflections: "played back to asked",
    by_count: "by your own count",
    about_figure: "About this figure",
    sources: &[
        (
            "talk",
            "In 25,537 sales calls, the best sellers talked 43% of the time and the average 65–75%. The study’s author guessed 45–55% for himself; it was 72%. (Gong, vendor data)",
        ),
        (
            "listen",
            "In skilled motivational interviewing, the client speaks 59–62% of the time. (Psychology & Health 2017; Miller 2004)",
        ),
        (
            "opening-story",
            "Left alone, people talk for 92 seconds on average; 78% finish within two minutes, and 2% need more than five, measured with a hidden stopwatch. (Langewitz, BMJ 2002) Doctors take the floor after 11–31 seconds. (Ospina 2019; Mulder-Vos 2023)",
        ),
        (
            "turns-per-hour",
            "Speakers change within about 200 milliseconds. (Stivers, PNAS 2009) No finger is that fast, so Heard reads no pauses from your taps.",
        ),
        (
            "floor-changes",
            "Two thirds of a doctor’s nine interruptions a minute are encouraging sounds. (Mulder-Vos 2023) So a short “mm-hm” doesn’t change the floor here, and needs no tap.",
        ),
        (
            "reflections",
            "Reflections to questions: one to one is considered fair, two to one good. (Motivational interviewing, MITI 4)",
        ),
    ],
};
