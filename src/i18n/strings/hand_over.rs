//! The texts of the pages that the client reads on the consultant's device, and of their answers in the review.

use heard_core::event::capture::Kind;

/// The read-back, the question whether they felt heard, and the way back. All but the last group is read by the client.
pub(crate) struct HandOver {
    // The read-back.
    /// The heading of the read-back.
    pub(crate) heard: &'static str,
    /// Under the heading; takes how many notes are read back.
    pub(crate) confirm: fn(usize) -> &'static str,
    /// The heading above the notes of a kind.
    pub(crate) group: fn(Kind) -> &'static str,
    /// The answer that the note is right.
    pub(crate) yes: &'static str,
    /// The answer that it is not.
    pub(crate) not_quite: &'static str,
    /// The label of the two answers, for screen readers; takes the note's words.
    pub(crate) answer_to: fn(&str) -> String,
    /// Asks for other words after "not quite".
    pub(crate) rephrase: &'static str,
    /// The button that saves those words.
    pub(crate) use_words: &'static str,
    /// The button that leaves the words as they are.
    pub(crate) skip: &'static str,
    /// The heading above the outcomes to be put in order.
    pub(crate) most: &'static str,
    /// How to order them.
    pub(crate) most_hint: &'static str,
    /// The button that moves an outcome up, for screen readers; takes its words.
    pub(crate) up: fn(&str) -> String,
    /// The button that moves an outcome down, for screen readers; takes its words.
    pub(crate) down: fn(&str) -> String,
    /// Announced after a move; takes the new place from 1, and the words.
    pub(crate) now_at: fn(usize, &str) -> String,
    /// The button that confirms the order as it is.
    pub(crate) order_right: &'static str,
    // The question whether they felt heard.
    /// The question.
    pub(crate) felt: &'static str,
    /// How to answer.
    pub(crate) felt_hint: &'static str,
    /// The answers, from the least to the most.
    pub(crate) steps: [&'static str; 5],
    /// The heading after an answer.
    pub(crate) thanks: &'static str,
    /// The button that goes back to the question.
    pub(crate) change: &'static str,
    // The way back.
    /// The button that starts the way back to the consultant.
    pub(crate) give_back: &'static str,
    /// The heading of the way back.
    pub(crate) consultants: &'static str,
    /// Asks the client to hand the device back.
    pub(crate) not_you: &'static str,
    /// On the button that has to be held for a second.
    pub(crate) hold: &'static str,
    /// On the same button when it was held for long enough.
    pub(crate) release: &'static str,
    /// Shown when it was pressed but not held; a button follows.
    pub(crate) or_press: &'static str,
    /// That button.
    pub(crate) i_am: &'static str,
    /// The button that stays on the client's page.
    pub(crate) stay: &'static str,
    /// The heading where the meeting no longer exists.
    pub(crate) nothing_here: &'static str,
    // The review.
    /// The button that opens the read-back.
    pub(crate) read_back: &'static str,
    /// The button that opens the question whether they felt heard.
    pub(crate) ask_felt: &'static str,
    /// The state of a note the client confirmed.
    pub(crate) confirmed: &'static str,
    /// The state of a note the client did not confirm.
    pub(crate) disputed: &'static str,
    /// The state of a note that was not read back.
    pub(crate) unread: &'static str,
    /// The client's priority of an outcome, from 1.
    pub(crate) rank: fn(u32) -> String,
}
