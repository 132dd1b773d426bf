//! The texts in English.

mod after;
mod client;
mod data;
mod hand_over;
mod live;
mod loops;
mod names;
mod numbers;
mod opening;
mod picture;
mod recap;
mod review;
mod settings;
mod sheet;
mod start;
mod trends;

use crate::i18n::strings::{Nav, Strings};

/// All texts in English.
pub(crate) static ENGLISH: Strings = Strings {
    nav: Nav {
        name: "Heard",
        past: "Past",
        settings: "Settings",
        keys: "Keys",
        close: "Close",
        cancel: "Cancel",
        undo: "Undo",
        redo: "Redo",
        more: "Show more",
    },
    start: start::START,
    live: live::LIVE,
    capture: live::CAPTURE,
    review: review::REVIEW,
    past: review::PAST,
    settings: settings::SETTINGS,
    keys: settings::KEYS,
    storage: data::STORAGE,
    away: live::AWAY,
    after: after::AFTER,
    client: client::CLIENT,
    data: data::DATA,
    picture: picture::PICTURE,
    hand_over: hand_over::HAND_OVER,
    recap: recap::RECAP,
    loops: loops::LOOPS,
    opening: opening::OPENING,
    sheet: sheet::SHEET,
    trends: trends::TRENDS,
    kind: names::kind,
    kinds: names::kinds,
    meeting_kind: names::meeting_kind,
    tally: names::tally,
    refusal: names::refusal,
    percent: numbers::percent,
    someone: "Someone",
};
