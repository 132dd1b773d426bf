//! Components that several screens share. None of them knows a screen.

pub(crate) mod autosave_form;
pub(crate) mod choice_chips;
pub(crate) mod confirm;
pub(crate) mod dialog;
pub(crate) mod format;
pub(crate) mod item_name;
pub(crate) mod links;
pub(crate) mod meeting_chart;
pub(crate) mod nav_bar;
pub(crate) mod notice;
pub(crate) mod parts;
pub(crate) mod share;
pub(crate) mod stepper;
