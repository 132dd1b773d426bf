//! The capacity of localStorage, and how much of it closed meetings may take.

use web_sys::Storage;

/// The capacity per origin in characters: 5 MiB of keys and values, measured in Chromium 156, Firefox 153 and
/// `WebKitGTK`. `WebKit` counts a text with a character outside Latin-1 twice.
const CAPACITY: usize = 5 * 1_024 * 1_024;
/// The share that closed meetings may take, in percent. Older meetings are then in `IndexedDB` only.
const FOR_MEETINGS: usize = 40;
/// From this share on, in percent, the widget warns that localStorage is filling up.
pub(crate) const WARN_PERCENT: usize = 60;

/// A number of characters in percent of the capacity.
pub(crate) const fn percent(characters: usize) -> usize {
    characters * 100 / CAPACITY
}

/// Whether archives of `meetings` characters fit beside `others` characters of everything else.
pub(crate) const fn fits(meetings: usize, others: usize) -> bool {
    percent(meetings) < FOR_MEETINGS && percent(meetings + others) < WARN_PERCENT
}

/// The size of a text in characters, in the browser that counts highest.
pub(crate) fn weight(text: &str) -> usize {
    let units = text.encode_utf16().count();
    let wide = text.chars().any(|letter| u32::from(letter) > 0xff);
    if wide { units * 2 } else { units }
}

/// The size of all entries of a storage in characters, the host's included.
pub(crate) fn used(storage: &Storage) -> usize {
    let count = storage.length().unwrap_or(0);
    let keys = (0..count).filter_map(|index| storage.key(index).ok().flatten());
    keys.map(|key| {
        let value = storage.get_item(&key).ok().flatten().unwrap_or_default();
        weight(&key) + weight(&value)
    })
    .sum()
}
