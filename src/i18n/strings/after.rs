//! The texts of the cards on the review screen that ask something.

use heard_core::event::review::CostKind;

/// The guess, the marks, working backwards, costs, change notices and the journal.
pub(crate) struct After {
    /// Announced when an answer was saved.
    pub(crate) saved: &'static str,
    /// Opens an empty form after the last change notice or journal entry.
    pub(crate) one_more_of: &'static str,
    /// The question for the consultant's own share of the talking.
    pub(crate) guess: &'static str,
    /// What the guess is a share of.
    pub(crate) guess_of: &'static str,
    /// The button that shows the result without a guess.
    pub(crate) show: &'static str,
    /// The guess and the actual share, both in whole percent.
    pub(crate) guessed: fn(u64, u64) -> String,
    /// Asks for the words of a mark; takes its time, and how many marks are left with this one.
    pub(crate) marked: fn(&str, usize) -> String,
    /// The button that goes on to the next mark.
    pub(crate) later: &'static str,
    /// The button that deletes a mark.
    pub(crate) discard: &'static str,
    /// The summary of the section that works backwards from an outcome.
    pub(crate) backwards: &'static str,
    /// The same section of a note that is no outcome.
    pub(crate) about: &'static str,
    /// The three questions that lead from an outcome to a first step.
    pub(crate) prompts: [&'static str; 3],
    /// The question of every further step.
    pub(crate) one_more: &'static str,
    /// Asks who the first step will inconvenience.
    pub(crate) hurts: &'static str,
    /// Comes before that answer in the drawing.
    pub(crate) hurts_short: &'static str,
    /// Opens an empty form after the last chain of steps.
    pub(crate) another: &'static str,
    /// The button that swaps a step with the next one.
    pub(crate) swap: &'static str,
    /// The same for screen readers; takes both steps.
    pub(crate) swap_of: fn(&str, &str) -> String,
    /// Asks for the sign by which an outcome will be known.
    pub(crate) known_by: &'static str,
    /// Asks for a date.
    pub(crate) by_when: &'static str,
    /// Asks for the consultant's own wording.
    pub(crate) ours: &'static str,
    /// The summary of the section that helps with that wording.
    pub(crate) helper: &'static str,
    /// How that section works.
    pub(crate) helper_how: &'static str,
    /// Asks for the direction of a change, with examples.
    pub(crate) direction: &'static str,
    /// Asks for what is measured, with examples.
    pub(crate) measure: &'static str,
    /// Asks for what it is about, with examples.
    pub(crate) object: &'static str,
    /// Puts direction, measure and object together.
    pub(crate) compose: fn(&str, &str, &str) -> String,
    /// The summary of the section about costs to the client.
    pub(crate) cost: &'static str,
    /// The label of the group of cost kinds, for screen readers.
    pub(crate) cost_add: &'static str,
    /// A kind of cost.
    pub(crate) cost_kind: fn(CostKind) -> &'static str,
    /// The time the meeting cost them: people, and minutes each.
    pub(crate) their_time: fn(u64, u64) -> String,
    /// Asks who bore a cost.
    pub(crate) whom: &'static str,
    /// Asks for the details of a cost.
    pub(crate) how_much: &'static str,
    /// The summary of the section about change notices.
    pub(crate) notice: &'static str,
    /// What a change notice is for.
    pub(crate) notice_how: &'static str,
    /// Asks what will happen.
    pub(crate) what: &'static str,
    /// Asks how long it will hurt.
    pub(crate) how_long: &'static str,
    /// Asks how the client can stop it.
    pub(crate) how_to_stop: &'static str,
    /// The summary of the section with journal entries.
    pub(crate) story: &'static str,
    /// Who can see the journal.
    pub(crate) story_how: &'static str,
    /// The link to the journal, and its heading.
    pub(crate) journal: &'static str,
    /// Shown while the journal is empty.
    pub(crate) journal_empty: &'static str,
    /// The button that opens the meeting of an entry or a loop.
    pub(crate) journal_open: &'static str,
    /// Asks what was learned.
    pub(crate) learned: &'static str,
    /// Asks what changed because of it.
    pub(crate) changed: &'static str,
}
