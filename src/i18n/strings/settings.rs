//! The texts of the settings screen, and of the list of keyboard shortcuts.

use crate::persistence::mode::Mode;

/// The settings screen, and the question before everything is deleted.
pub(crate) struct Settings {
    /// The heading.
    pub(crate) title: &'static str,
    /// The heading above the talk targets.
    pub(crate) aim: &'static str,
    /// The choice that follows the typical range of the meeting type.
    pub(crate) aim_band: &'static str,
    /// The heading above the choices of minutes and seconds, such as `2:00`.
    pub(crate) nudge: &'static str,
    /// What the nudge does.
    pub(crate) nudge_hint: &'static str,
    /// The choice for no nudge.
    pub(crate) never: &'static str,
    /// The heading above `quiet` and `detailed`.
    pub(crate) face: &'static str,
    /// What `quiet` does.
    pub(crate) face_hint: &'static str,
    /// The choice that shows a ring and no text while the client talks.
    pub(crate) quiet: &'static str,
    /// The choice that shows all details while the client talks.
    pub(crate) detailed: &'static str,
    /// The heading above the color themes.
    pub(crate) theme: &'static str,
    /// The theme that follows the operating system.
    pub(crate) auto: &'static str,
    /// The light theme.
    pub(crate) light: &'static str,
    /// The dark theme.
    pub(crate) dark: &'static str,
    /// The heading above the storage section.
    pub(crate) data: &'static str,
    /// Where data is saved, a full sentence.
    pub(crate) mode: fn(Mode) -> &'static str,
    /// The button that exports everything.
    pub(crate) file: &'static str,
    /// The button that opens the question before everything is deleted.
    pub(crate) erase: &'static str,
    /// The title of that question.
    pub(crate) erase_title: &'static str,
    /// What would be deleted.
    pub(crate) erase_what: &'static str,
    /// The warning in every question before a deletion that has no undo.
    pub(crate) erase_for_good: &'static str,
    /// The button that deletes.
    pub(crate) erase_go: &'static str,
}

/// The list of keyboard shortcuts: what each key does.
pub(crate) struct Keys {
    /// The title of the dialog.
    pub(crate) title: &'static str,
    /// The name of the space bar.
    pub(crate) space: &'static str,
    /// What the space bar does.
    pub(crate) floor: &'static str,
    /// Marks a moment.
    pub(crate) mark: &'static str,
    /// Starts and ends a break.
    pub(crate) rest: &'static str,
    /// Undo.
    pub(crate) undo: &'static str,
    /// Redo.
    pub(crate) redo: &'static str,
    /// Comes before a kind of note: the key opens the form with it. Ends with a space.
    pub(crate) line: &'static str,
    /// Comes before the label of a counter. Ends with a space.
    pub(crate) tally: &'static str,
    /// What Enter does.
    pub(crate) enter: &'static str,
    /// What Escape does.
    pub(crate) escape: &'static str,
    /// Opens this list.
    pub(crate) help: &'static str,
}
