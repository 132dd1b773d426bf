//! The texts of the screen during a meeting: the floor button, the form for notes, and time away.

use heard_core::event::capture::Kind;
use heard_core::meeting::away::Counted;

/// The screen during a meeting, and what the status line says about changes.
///
/// The names of the four states and the hints are repeated in `src/embed/early.js`, which shows them before the module is
/// loaded: change both.
pub(crate) struct Live {
    /// On the floor button while the client has the floor. Large: two words at most.
    pub(crate) listening: &'static str,
    /// On the floor button while the consultant has the floor.
    pub(crate) talking: &'static str,
    /// On the floor button during a break, and the legend of breaks in the meeting chart.
    pub(crate) on_break: &'static str,
    /// On the floor button while nobody has the floor.
    pub(crate) open: &'static str,
    /// Under `listening` and `open`.
    pub(crate) hint_listening: &'static str,
    /// Under `talking`.
    pub(crate) hint_talking: &'static str,
    /// Under `on_break`.
    pub(crate) hint_on_break: &'static str,
    /// Follows the client's share of the talking in percent.
    pub(crate) them: &'static str,
    /// Comes before the consultant's share of the talking in percent.
    pub(crate) you: &'static str,
    /// The label of the meeting's timer, for screen readers.
    pub(crate) elapsed: &'static str,
    /// The label of the timeline strip, for screen readers.
    pub(crate) strip: &'static str,
    /// Shown when the consultant's turn has lasted this long, in milliseconds. One line.
    pub(crate) nudge: fn(u64) -> String,
    /// The button that marks a moment.
    pub(crate) mark: &'static str,
    /// The button that starts a break.
    pub(crate) take_break: &'static str,
    /// The button that ends a break.
    pub(crate) resume: &'static str,
    /// The button that ends the meeting.
    pub(crate) end: &'static str,
    /// Announced when a moment was marked; takes its time since the start, such as `6:04`.
    pub(crate) marked: fn(&str) -> String,
    /// The legend of marks in the meeting chart.
    pub(crate) mark_legend: &'static str,
    /// Announced when a note of a kind was saved.
    pub(crate) captured: fn(Kind) -> &'static str,
    /// Announced when a counter went up; takes its label and its count.
    pub(crate) counted: fn(&str, u32) -> String,
    /// Announced when a meeting started.
    pub(crate) began: &'static str,
    /// Announced when a meeting ended.
    pub(crate) ended: &'static str,
    /// Announced after an undo.
    pub(crate) undone: &'static str,
    /// Announced after a redo.
    pub(crate) redone: &'static str,
    /// Announced when a mark, a note or an entry was deleted.
    pub(crate) deleted: &'static str,
    /// Announced when the words of a note were edited.
    pub(crate) edited: &'static str,
    /// Announced when a turn was changed after the meeting.
    pub(crate) corrected: &'static str,
    /// Announced every minute, if the host asks for it; takes the minutes since the start.
    pub(crate) minutes: fn(u64) -> String,
}

/// The form for a note, and the list of notes.
pub(crate) struct Capture {
    /// The placeholder and label of the text field.
    pub(crate) line: &'static str,
    /// The same while the kind is a held answer.
    pub(crate) line_held: &'static str,
    /// The label of the group of kinds, for screen readers.
    pub(crate) kind: &'static str,
    /// The placeholder and label of the field for a name.
    pub(crate) said_by: &'static str,
    /// Shown while the text is too long; takes the most characters that fit.
    pub(crate) too_long: fn(usize) -> String,
    /// The button that edits a note's words.
    pub(crate) edit: &'static str,
    /// The button that deletes a note, a cost, a change notice or a journal entry.
    pub(crate) delete: &'static str,
    /// Saves a note, or its edited words.
    pub(crate) save: &'static str,
    /// Comes before the first version of edited words, followed by a colon.
    pub(crate) original: &'static str,
    /// Stands in for the words of a held answer that has none.
    pub(crate) held_without: &'static str,
    /// The kind of a held answer in lists and legends.
    pub(crate) held: &'static str,
    /// The label of a button for screen readers: what it does, and to what.
    pub(crate) actions_for: fn(&str, &str) -> String,
}

/// Time during which the page was asleep or closed, and what it counts as.
pub(crate) struct Away {
    /// The heading, and the legend in the meeting chart.
    pub(crate) title: &'static str,
    /// How long, and from when since the start; a full sentence before `why`.
    pub(crate) found: fn(&str, &str) -> String,
    /// Why it has to be asked, a full sentence.
    pub(crate) why: &'static str,
    /// The label of the choices, for screen readers.
    pub(crate) counted: &'static str,
    /// The label of the figure for time that is not counted.
    pub(crate) left_out: &'static str,
    /// Announced when time away was found.
    pub(crate) noticed: &'static str,
    /// Announced when the question was answered.
    pub(crate) answered: &'static str,
    /// A choice: not counted, or counted as one party's turn.
    pub(crate) count_as: fn(Counted) -> &'static str,
}
