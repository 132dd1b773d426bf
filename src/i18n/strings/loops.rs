//! The texts of the loops screen, and of loops shown elsewhere.

use heard_core::loops::{StateKind, Step, StepKind};

/// Loops: issues and promises until the client closes them.
pub(crate) struct Loops {
    /// The heading, and the link in the bar.
    pub(crate) title: &'static str,
    /// The heading for one client; takes the name.
    pub(crate) title_of: fn(&str) -> String,
    /// The label of the dot in the bar while a loop is in the black hole, for screen readers.
    pub(crate) waiting: &'static str,
    /// The link to a client's loops.
    pub(crate) see: &'static str,
    /// The choice of all clients, and the button that removes the filter by client.
    pub(crate) all_clients: &'static str,
    /// Shown while there are no loops at all.
    pub(crate) empty: &'static str,
    /// Shown while a client has none.
    pub(crate) empty_of: &'static str,
    // Search and filters.
    /// The placeholder and label of the search field.
    pub(crate) search: &'static str,
    /// The summary of the filters.
    pub(crate) filters: &'static str,
    /// The choice that filters nothing.
    pub(crate) any: &'static str,
    /// The label of the filter by status.
    pub(crate) status: &'static str,
    /// The label of the filter by kind.
    pub(crate) kind: &'static str,
    /// The label of the filter by client.
    pub(crate) client: &'static str,
    /// The choice of loops without a client.
    pub(crate) no_client: &'static str,
    /// The choice of loops without an owner.
    pub(crate) unassigned: &'static str,
    /// How many loops are shown, and how many there are.
    pub(crate) count: fn(usize, usize) -> String,
    /// Shown where nothing matches.
    pub(crate) none: &'static str,
    /// The button that clears the search and the filters.
    pub(crate) show_all: &'static str,
    /// The button that shows closed loops; takes how many.
    pub(crate) show_closed: fn(usize) -> String,
    /// The button that hides them.
    pub(crate) hide_closed: &'static str,
    /// The heading above the loops that are due soon or overdue.
    pub(crate) due_soon: &'static str,
    /// The heading above all others.
    pub(crate) by_silence: &'static str,
    // A row.
    /// The days of silence: the number in large type, and its unit in small type.
    pub(crate) silence: fn(u64) -> (String, &'static str),
    /// A status, as a tag and as a filter.
    pub(crate) state: fn(StateKind) -> &'static str,
    /// The status of a loop the client closed.
    pub(crate) closed: &'static str,
    /// The tag of a loop with too many days of silence.
    pub(crate) in_black_hole: &'static str,
    /// Under the days, where the person was never updated; takes who raised the loop, or `them`.
    pub(crate) never_updated: fn(&str) -> String,
    /// Under the days, where the person was updated; takes who raised the loop, or `them`.
    pub(crate) since_update: fn(&str) -> String,
    /// Stands in for a name in the two texts above.
    pub(crate) them: &'static str,
    /// Stands in for a name at the start of a sentence; see `offer`.
    pub(crate) they: &'static str,
    /// When the last update was, in days.
    pub(crate) updated_ago: fn(u64) -> String,
    /// When the loop was raised, in days, where there was no update.
    pub(crate) raised_ago: fn(u64) -> String,
    /// When the client closed it; takes the day.
    pub(crate) closed_on: fn(&str) -> String,
    /// How often the client raised it, as a tag; at least 2.
    pub(crate) raised_times: fn(u32) -> String,
    /// When it is due: in how many days (negative when overdue), and the day.
    pub(crate) due: fn(i64, &str) -> String,
    // An open row.
    /// The heading above the times the client raised it.
    pub(crate) raised: &'static str,
    /// The label of the owner field, and of the filter by owner.
    pub(crate) owner: &'static str,
    /// The label of the due date.
    pub(crate) promised_by: &'static str,
    /// The heading above the steps taken so far.
    pub(crate) since: &'static str,
    /// Shown where there are none.
    pub(crate) nothing_since: &'static str,
    /// A step that was taken.
    pub(crate) step_taken: fn(&Step) -> String,
    /// The heading above the possible steps.
    pub(crate) next: &'static str,
    /// The button of a possible step; takes who raised the loop, or `they`.
    pub(crate) offer: fn(StepKind, &str) -> String,
    /// Announced when a step was saved.
    pub(crate) step_saved: fn(StepKind) -> &'static str,
    /// The label of `ways`, for screen readers.
    pub(crate) how: &'static str,
    /// Ways of updating somebody. The chosen text is saved with the step.
    pub(crate) ways: [&'static str; 4],
    /// The label of the field for another way.
    pub(crate) other_way: &'static str,
    /// The label of the day of an update.
    pub(crate) when: &'static str,
    /// Asks for the reason of a loop that will not be done.
    pub(crate) because: &'static str,
    /// The button that saves a step.
    pub(crate) save: &'static str,
    /// Why that button is off: no way was given.
    pub(crate) no_way_yet: &'static str,
    /// Why that button is off: no reason was given.
    pub(crate) no_reason_yet: &'static str,
    /// Why that button is off: the day is in the future.
    pub(crate) day_in_future: &'static str,
    /// Why that button is off: the day is before the loop was raised.
    pub(crate) day_too_early: &'static str,
    // The setting.
    /// The heading above the choices of days.
    pub(crate) black_hole_after: &'static str,
    /// What the setting does.
    pub(crate) black_hole_hint: &'static str,
    /// A number of days.
    pub(crate) days: fn(u16) -> String,
}
