//! The texts of the pages that are handed to the client, and of what the review says of their answers.

use heard_core::capture::Kind;

/// Everything but the last group is read by the client.
pub(crate) struct HandOver {
    // The read-back.
    pub(crate) heard: &'static str,
    pub(crate) is_it: fn(usize) -> &'static str,
    pub(crate) group: fn(Kind) -> &'static str,
    pub(crate) yes: &'static str,
    pub(crate) not_quite: &'static str,
    pub(crate) answer_to: fn(&str) -> String,
    pub(crate) rather: &'static str,
    pub(crate) rather_say: &'static str,
    pub(crate) leave_it: &'static str,
    pub(crate) most: &'static str,
    pub(crate) most_hint: &'static str,
    pub(crate) up: fn(&str) -> String,
    pub(crate) down: fn(&str) -> String,
    pub(crate) now_at: fn(usize, &str) -> String,
    pub(crate) so_it_is: &'static str,
    // Were you heard?
    pub(crate) felt: &'static str,
    pub(crate) felt_hint: &'static str,
    pub(crate) steps: [&'static str; 5],
    pub(crate) thanks: &'static str,
    pub(crate) change: &'static str,
    // The way back.
    pub(crate) give_back: &'static str,
    pub(crate) consultants: &'static str,
    pub(crate) not_you: &'static str,
    pub(crate) hold: &'static str,
    pub(crate) let_go: &'static str,
    pub(crate) or_press: &'static str,
    pub(crate) i_am: &'static str,
    pub(crate) stay: &'static str,
    pub(crate) nothing_here: &'static str,
    // The review.
    pub(crate) read_back: &'static str,
    pub(crate) ask_felt: &'static str,
    pub(crate) confirmed: &'static str,
    pub(crate) disputed: &'static str,
    pub(crate) unread: &'static str,
    pub(crate) rank: fn(u32) -> String,
}
