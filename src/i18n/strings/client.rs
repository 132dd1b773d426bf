//! The texts of a client's page, and of lists that are filtered by client.

/// The page of one client.
pub(crate) struct Client {
    /// The link to the page; takes the client's name.
    pub(crate) about: fn(&str) -> String,
    /// The label of the name field.
    pub(crate) rename: &'static str,
    /// Names of clients merged into this one, separated by commas.
    pub(crate) also: fn(&str) -> String,
    /// The button that takes back the last change of this client.
    pub(crate) undo: &'static str,
    /// The button that exports this client; takes the name.
    pub(crate) file: fn(&str) -> String,
    /// The button that asks before it deletes this client; takes the name.
    pub(crate) erase: fn(&str) -> String,
    /// The summary of the section that merges clients. A refusal names it: change both.
    pub(crate) merge: &'static str,
    /// How to merge; takes the name.
    pub(crate) merge_how: fn(&str) -> String,
    /// The title of the question before a merge.
    pub(crate) merge_title: &'static str,
    /// What a merge does; takes the name that goes and the name that stays.
    pub(crate) merge_what: fn(&str, &str) -> String,
    /// That a merge can be undone.
    pub(crate) merge_undo: &'static str,
    /// The button that merges.
    pub(crate) merge_go: &'static str,
    /// The heading above the client's meetings; takes the name.
    pub(crate) meetings: fn(&str) -> String,
    /// Shown where there are none.
    pub(crate) none: &'static str,
    /// The button that removes the filter by client from a list.
    pub(crate) everyone: &'static str,
}
