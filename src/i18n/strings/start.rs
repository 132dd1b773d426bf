//! The texts of the screen before a meeting.

use heard_core::meeting::talk_band::{Band, BandSource};

/// The screen before a meeting.
pub(crate) struct Start {
    /// The heading.
    pub(crate) who: &'static str,
    /// The label of the client field, for screen readers.
    pub(crate) name: &'static str,
    /// The placeholder of the client field.
    pub(crate) name_hint: &'static str,
    /// The heading above the meeting types.
    pub(crate) what: &'static str,
    /// The heading above the head counts.
    pub(crate) people: &'static str,
    /// Follows the number of people on the consultant's side: `2 of us`.
    pub(crate) us: &'static str,
    /// Follows the number of people on the client's side: `5 of them`.
    pub(crate) them: &'static str,
    /// The minus button of a head count, for screen readers; takes `us` or `them`.
    pub(crate) fewer: fn(&str) -> String,
    /// The plus button of a head count, for screen readers; takes `us` or `them`.
    pub(crate) one_more: fn(&str) -> String,
    /// The heading above the talk target.
    pub(crate) aim: &'static str,
    /// The talk target, in percent of the talking.
    pub(crate) aim_is: fn(u64) -> String,
    /// The minus button of the talk target, for screen readers.
    pub(crate) talk_less: &'static str,
    /// The plus button of the talk target, for screen readers.
    pub(crate) talk_more: &'static str,
    /// The typical range for the chosen meeting type, a full sentence; `source` follows.
    pub(crate) band: fn(Band) -> String,
    /// Where the typical range comes from, one or two full sentences.
    pub(crate) source: fn(BandSource) -> &'static str,
    /// The heading above the start time.
    pub(crate) began: &'static str,
    /// The choice for a meeting that starts with the button.
    pub(crate) just_now: &'static str,
    /// The choice for a meeting that started so many minutes ago; at least 5.
    pub(crate) minutes_ago: fn(u64) -> String,
    /// Follows the field for any number of minutes.
    pub(crate) minutes_unit: &'static str,
    /// Comes before `aloud_line`, followed by a colon.
    pub(crate) aloud: &'static str,
    /// A sentence the consultant can say about the device on the table, in quotation marks.
    pub(crate) aloud_line: &'static str,
    /// The button that starts the meeting.
    pub(crate) go: &'static str,
    /// The privacy promise, a full sentence.
    pub(crate) promise: &'static str,
    /// Comes before the day of the last meeting with this client, followed by a colon.
    pub(crate) last_time: &'static str,
}
