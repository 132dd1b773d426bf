//! English, for the screen before a meeting.

use heard_core::meeting::talk_band::BandSource;

use super::numbers::{band_range, percent};
use crate::i18n::strings::start::Start;

pub(super) const START: Start = Start {
    who: "Who are you listening to?",
    name: "Client",
    name_hint: "Client name (optional)",
    what: "What kind of meeting?",
    people: "How many people?",
    us: "of us",
    them: "of them",
    fewer: |whose| format!("One fewer {whose}"),
    one_more: |whose| format!("One more {whose}"),
    aim: "Your target",
    aim_is: |most| format!("Talk at most {}", percent(most)),
    talk_less: "Lower the target",
    talk_more: "Raise the target",
    band: |band| format!("Typical: {}.", band_range(band)),
    source: |source| match source {
        BandSource::SalesAndInterviewing => {
            "The best of 25,537 sales calls had 43% (Gong, vendor data). In skilled motivational interviewing, the client speaks 59–62% of the time."
        }
        BandSource::RuleOfThumb => "This is a vendor’s rule of thumb, not a study.",
        BandSource::Convention => "This is our own convention, not a study.",
    },
    began: "When did it start?",
    just_now: "Just now",
    minutes_ago: |minutes| format!("{minutes} min ago"),
    minutes_unit: "min ago",
    aloud: "You might say",
    aloud_line: "“This shows me when I talk too much. Nothing is recorded.”",
    go: "Start listening",
    promise: "Nothing leaves this browser.",
    last_time: "Last meeting",
};
