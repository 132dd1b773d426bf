//! The texts of a client's page, and of lists that show one client alone.

/// What is said of one client.
pub(crate) struct Client {
    pub(crate) about: fn(&str) -> String,
    pub(crate) rename: &'static str,
    pub(crate) also: fn(&str) -> String,
    pub(crate) undo: &'static str,
    pub(crate) file: fn(&str) -> String,
    pub(crate) erase: fn(&str) -> String,
    pub(crate) same: &'static str,
    pub(crate) same_how: fn(&str) -> String,
    pub(crate) same_sure: &'static str,
    pub(crate) same_what: fn(&str, &str) -> String,
    pub(crate) same_undo: &'static str,
    pub(crate) same_go: &'static str,
    pub(crate) meetings: fn(&str) -> String,
    pub(crate) none: &'static str,
    pub(crate) everyone: &'static str,
}
