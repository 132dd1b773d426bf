//! The texts of the screen after a meeting, and of the list of past meetings.

use heard_core::meeting::talk_band::Band;

/// The screen after a meeting: the result, its figures, and the corrections.
pub(crate) struct Review {
    /// The heading; takes the consultant's share of the talking, such as `36%`.
    pub(crate) talked: fn(&str) -> String,
    /// The heading where the floor was never passed.
    pub(crate) unknown: &'static str,
    /// The share is within the typical range.
    pub(crate) within: fn(Band) -> String,
    /// The share is above the typical range.
    pub(crate) over: fn(Band) -> String,
    /// The share is below the typical range.
    pub(crate) under: fn(Band) -> String,
    /// The label of a figure: the consultant's longest turn.
    pub(crate) longest_turn: &'static str,
    /// The label of a figure: how long the client talked before the consultant first took the floor.
    pub(crate) opening_story: &'static str,
    /// The same where the consultant never took the floor.
    pub(crate) never_spoke: &'static str,
    /// The label of a figure: the client's longest turn.
    pub(crate) longest_story: &'static str,
    /// The label of a figure: how often the floor changed.
    pub(crate) changes: &'static str,
    /// The label of a figure: the number of held answers.
    pub(crate) held: &'static str,
    /// The label of a figure, and the legend of the chart: how long the consultant talked.
    pub(crate) talk: &'static str,
    /// The label of a figure, and the legend of the chart: how long the client talked.
    pub(crate) listen: &'static str,
    /// The label of a figure: the meeting's length.
    pub(crate) whole_meeting: &'static str,
    /// The label of a figure: the length of all breaks.
    pub(crate) breaks: &'static str,
    /// The heading above the marks that still have no words.
    pub(crate) marks: &'static str,
    /// Shown where a meeting has no notes.
    pub(crate) no_notes: &'static str,
    /// The summary of the section that corrects turns.
    pub(crate) turns: &'static str,
    /// How to use that section.
    pub(crate) turns_hint: &'static str,
    /// A turn, for screen readers: whose, and when it starts.
    pub(crate) turn_of: fn(&str, &str) -> String,
    /// The label of a turn's start time.
    pub(crate) start_time: &'static str,
    /// The label of the choice of who had the floor.
    pub(crate) floor_holder: &'static str,
    /// The button that adds a speaker change.
    pub(crate) add_change: &'static str,
    /// The label of the time of that change.
    pub(crate) change_time: &'static str,
    /// The button that leaves the review.
    pub(crate) done: &'static str,
    /// The button that exports this meeting.
    pub(crate) file: &'static str,
    /// The summary of the section with the form for a note.
    pub(crate) add_note: &'static str,
}

/// The list of past meetings.
pub(crate) struct Past {
    /// The heading.
    pub(crate) title: &'static str,
    /// Shown while there are none.
    pub(crate) none: &'static str,
    /// How many notes a meeting has.
    pub(crate) notes: fn(usize) -> String,
}
