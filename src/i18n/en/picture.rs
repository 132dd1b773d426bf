//! English, of the picture of a meeting and of what is known about its figures.

use heard_core::away::Counted;
use heard_core::floor::Floor;
use heard_core::meeting::State;

use crate::i18n::strings::picture::Picture;

pub(super) const PICTURE: Picture = Picture {
    sentence: |[length, theirs, ours], changes| {
        let changes = times(changes as usize);
        format!("{length}: they had the floor for {theirs}, you for {ours}; it changed {changes}.")
    },
    untold: |length| {
        format!("{length}, and the floor was never passed, so who talked is not known.")
    },
    kept: |marks, captures| format!(" Marked {}, caught {captures}.", times(marks)),
    turns: "The turns, one by one",
    hint: "Touch the picture, or walk through it with the arrow keys: each turn says what it was.",
    who: |state, away| match (away, state) {
        (Some(Counted::LeftOut), _) => "Away",
        (Some(Counted::Talk), _) => "Away, counted as yours",
        (Some(Counted::Listen), _) => "Away, counted as theirs",
        (None, State::Floor(Floor::Client)) => "They",
        (None, State::Floor(Floor::Consultant)) => "You",
        (None, State::Floor(Floor::Open)) => "Nobody",
        (None, State::Break) => "Break",
    },
    unknown: "Not known",
    told: |nth, of, [who, from, to, long]| {
        format!("{nth} of {of}. {who}, {from} to {to}, {long} long.")
    },
    marked: |count| format!("Marked {}.", times(count)),
    more: |count| format!("And {count} more."),
    opening: "before you spoke",
    longest: "the longest story",
    both: "before you spoke, and the longest story",
    tick: |ms| match (ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60) {
        (0, 0, 0) => "0".into(),
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, _) => format!("{minutes} min"),
        (hours, 0, _) => format!("{hours} h"),
        (hours, minutes, _) => format!("{hours}:{minutes:02} h"),
    },
    table: "The same as a table",
    columns: ["Who", "From", "To", "Length", "Caught"],
    of_speech: |share, speech| match share {
        Some(share) => format!("{share} of {speech} in which somebody spoke"),
        None => format!("in {speech} in which somebody spoke"),
    },
    of_floor: |floor, length| match floor {
        Floor::Client => format!("of {length} that they had"),
        Floor::Consultant => format!("of {length} that you had"),
        Floor::Open => format!("of {length} that nobody had"),
    },
    of_meeting: |length| format!("in a meeting of {length}"),
    turns_in: |turns, speech| format!("{turns} turns in {speech} in which somebody spoke"),
    per_hour: "turns an hour",
    reflections: "played back to asked",
    by_count: "as you counted them",
    known: "What is known",
    sources: &[
        (
            "talk",
            "In 25,537 sales calls the best talked 43 % of the time, the average 65 to 75 %. Their author guessed 45 to 55 % for himself; it was 72 %. (Gong; vendor data)",
        ),
        (
            "listen",
            "In skilled motivational interviewing the client speaks 59 to 62 % of the time. (Psychology & Health 2017; Miller 2004)",
        ),
        (
            "opening-story",
            "Left alone, people talk for 92 seconds on average; 78 % finish within two minutes, 2 % need more than five. A hidden stopwatch measured it. (Langewitz, BMJ 2002) Doctors take the floor after 11 to 31 seconds. (Ospina 2019; Mulder-Vos 2023)",
        ),
        (
            "turns-per-hour",
            "Turns change in about 200 milliseconds (Stivers, PNAS 2009). No finger is that quick, so no pause is read off your touches.",
        ),
        (
            "floor-changes",
            "Two thirds of a doctor’s nine interruptions a minute are encouraging sounds (Mulder-Vos 2023). So a short sound changes no floor here, and needs no touch.",
        ),
        (
            "reflections",
            "Reflections to questions: one to one is called fair, two to one good. (Motivational interviewing, MITI 4)",
        ),
    ],
};

fn times(count: usize) -> String {
    match count {
        0 => "never".into(),
        1 => "once".into(),
        2 => "twice".into(),
        many => format!("{many} times"),
    }
}
