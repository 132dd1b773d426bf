//! The attributes of the element as options of the widget. A missing or unknown value means the default.

use heard::{Announce, Hotkeys, Layout, Options, Storage, Theme};

type Setter = fn(&mut Options, Option<&str>);

/// The attributes, each with a function that sets its option; the value is `None` if the attribute is missing.
const TABLE: &[(&str, Setter)] = &[
    ("storage-key", |options, value| {
        let key = value.filter(|key| !key.is_empty());
        options.storage_key =
            key.map_or(Options::default().storage_key, |key| key.to_owned().into());
    }),
    ("storage", |options, value| options.storage = Storage::from_value(value.unwrap_or_default())),
    ("layout", |options, value| options.layout = Layout::from_value(value.unwrap_or_default())),
    ("theme", |options, value| options.theme = Theme::from_value(value.unwrap_or_default())),
    ("target-talk", |options, value| options.target_talk = value.and_then(percent)),
    ("client", |options, value| {
        let name = value.map(str::trim).filter(|name| !name.is_empty());
        options.client = name.map(|name| name.to_owned().into());
    }),
    ("hotkeys", |options, value| options.hotkeys = Hotkeys::from_value(value.unwrap_or_default())),
    ("announce", |options, value| {
        options.announce = Announce::from_value(value.unwrap_or_default());
    }),
    ("haptics", |options, value| options.haptics = value.is_some()),
    ("wake-lock", |options, value| options.wake_lock = value.is_some()),
];

/// Sets the option of an attribute. An unknown attribute is ignored.
pub(crate) fn set(options: &mut Options, name: &str, value: Option<&str>) {
    if let Some((_, setter)) = TABLE.iter().find(|(known, _)| *known == name) {
        setter(options, value);
    }
}

/// A percentage from 1 to 99; `None` for any other text.
fn percent(text: &str) -> Option<u8> {
    text.trim().parse().ok().filter(|percent| (1..=99).contains(percent))
}
