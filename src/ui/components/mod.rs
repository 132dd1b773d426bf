//! Pieces of user interface that several screens share.

pub(crate) mod autosave_form;
pub(crate) mod choice_chips;
pub(crate) mod dialog;
pub(crate) mod format;
pub(crate) mod meeting_chart;
pub(crate) mod nav_bar;
pub(crate) mod notice;
pub(crate) mod parts;
pub(crate) mod share;
pub(crate) mod stepper;
