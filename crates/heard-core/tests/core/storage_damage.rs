//! Simulates the entries of a storage area and damage to their bytes.

use std::collections::BTreeMap;
use std::ops::Range;

use heard_core::codec;
use heard_core::{Event, EventId, Record};
use proptest::prelude::*;
use proptest::sample::Index;

/// Damage to the entries of a storage area. The numbers select an entry, a line and a byte.
#[derive(Clone, Debug)]
pub(crate) enum Damage {
    Flip(Index, Index, u8),
    CutLine(Index, Index),
    Double(Index, Index),
    Delete(Index, Index),
    Swap(Index, Index),
    FlipBetween(Index, Index, u8),
    CutText(Index, Index),
}

pub(crate) fn any_damage() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), at(), 1_u8..).prop_map(|(line, byte, flip)| Damage::Flip(line, byte, flip)),
        1 => (at(), at()).prop_map(|(line, byte)| Damage::CutLine(line, byte)),
        1 => (at(), at()).prop_map(|(line, to)| Damage::Double(line, to)),
        1 => (at(), at()).prop_map(|(entry, line)| Damage::Delete(entry, line)),
        1 => (at(), at()).prop_map(|(line, with)| Damage::Swap(line, with)),
        2 => (at(), at(), 1_u8..).prop_map(|(entry, byte, flip)| Damage::FlipBetween(entry, byte, flip)),
        1 => (at(), at()).prop_map(|(entry, byte)| Damage::CutText(entry, byte)),
    ]
}

/// The value of a key: the line of one event, or an archive of a meeting's lines.
#[derive(Debug)]
struct Entry {
    is_archive: bool,
    lines: Vec<Line>,
    flips_between: Vec<(Index, u8)>,
    cut: Option<Index>,
}

#[derive(Clone, Debug)]
struct Line {
    bytes: Vec<u8>,
    whole: bool,
}

/// The lines that must be found in the entries.
#[derive(Debug, Default)]
pub(crate) struct Expected {
    pub(crate) whole: BTreeMap<EventId, String>,
    pub(crate) damaged: Vec<String>,
}

/// The entries of a notebook. Each bit of `archives` decides whether one record is stored as an archive.
fn stored_entries(events: &[Event], mut archives: u64) -> Vec<Entry> {
    let mut records: BTreeMap<Record, Vec<Line>> = BTreeMap::new();
    for event in events {
        let line = Line { bytes: codec::write(event).into_bytes(), whole: true };
        records.entry(event.of).or_default().push(line);
    }
    let entry =
        |is_archive, lines| Entry { is_archive, lines, flips_between: Vec::new(), cut: None };
    let mut entries = Vec::new();
    for lines in records.into_values() {
        if archives & 1 == 1 {
            entries.push(entry(true, lines));
        } else {
            entries.extend(lines.into_iter().map(|line| entry(false, vec![line])));
        }
        archives >>= 1;
    }
    entries
}

fn apply(entries: &mut [Entry], damage: &Damage) {
    let (Damage::Flip(at, ..)
    | Damage::CutLine(at, _)
    | Damage::Double(at, _)
    | Damage::Delete(at, _)
    | Damage::Swap(at, _)
    | Damage::FlipBetween(at, ..)
    | Damage::CutText(at, _)) = damage;
    // Half of the damage is done to the longest value.
    let longest = (0..entries.len()).max_by_key(|at| entries[*at].lines.len()).unwrap();
    let nth = at.index(2 * entries.len());
    let entry = &mut entries[if nth % 2 == 0 { longest } else { nth / 2 }];
    let count = entry.lines.len();
    if count == 0 {
        return;
    }
    let one = at.index(count);
    match *damage {
        Damage::Flip(_, byte, flip) if entry.lines[one].whole => {
            let line = &mut entry.lines[one];
            let byte = byte.index(line.bytes.len());
            line.bytes[byte] ^= flip;
            line.whole = false;
        }
        Damage::CutLine(_, byte) => {
            let line = &mut entry.lines[one];
            line.bytes.truncate(byte.index(line.bytes.len().max(1)));
            line.whole = false;
        }
        Damage::Double(_, to) if entry.is_archive => {
            entry.lines.insert(to.index(count + 1), entry.lines[one].clone());
        }
        Damage::Delete(_, line) => drop(entry.lines.remove(line.index(count))),
        Damage::Swap(_, with) => entry.lines.swap(one, with.index(count)),
        Damage::FlipBetween(_, byte, flip) => entry.flips_between.push((byte, flip)),
        Damage::CutText(_, byte) => entry.cut = Some(byte),
        Damage::Flip(..) | Damage::Double(..) => {}
    }
}

impl Entry {
    /// The text of the entry; adds its lines to `expected`.
    fn value(&self, expected: &mut Expected) -> String {
        let (mut bytes, ranges) = if self.is_archive { self.framed() } else { self.bare() };
        let between: Vec<_> =
            (0..bytes.len()).filter(|at| !ranges.iter().any(|range| range.contains(at))).collect();
        for (at, flip) in self.flips_between.iter().filter(|_| !between.is_empty()) {
            bytes[between[at.index(between.len())]] ^= flip;
        }
        let end =
            self.cut.filter(|_| !bytes.is_empty()).map_or(bytes.len(), |at| at.index(bytes.len()));
        for (line, range) in self.lines.iter().zip(ranges) {
            let found = &bytes[range.start.min(end)..range.end.min(end)];
            let found = String::from_utf8_lossy(found).into_owned();
            if line.whole && range.end <= end {
                expected.whole.insert(codec::id(&found).unwrap(), found);
            } else {
                expected.damaged.push(found);
            }
        }
        String::from_utf8_lossy(&bytes[..end]).into_owned()
    }

    fn bare(&self) -> (Vec<u8>, Vec<Range<usize>>) {
        let bytes = self.lines.first().map(|line| line.bytes.clone()).unwrap_or_default();
        let range = 0..bytes.len();
        (bytes, self.lines.first().map(|_| range).into_iter().collect())
    }

    fn framed(&self) -> (Vec<u8>, Vec<Range<usize>>) {
        let (mut bytes, mut ranges) = (b"[".to_vec(), Vec::new());
        for line in &self.lines {
            bytes.extend(if ranges.is_empty() { &b"\n"[..] } else { b",\n" });
            ranges.push(bytes.len()..bytes.len() + line.bytes.len());
            bytes.extend(&line.bytes);
        }
        bytes.extend(b"\n]");
        (bytes, ranges)
    }
}

/// The values after all damage, each with whether it is an archive, and the lines to be found in them.
pub(crate) fn damaged_values(
    events: &[Event],
    archives: u64,
    damages: &[Damage],
) -> (Vec<(bool, String)>, Expected) {
    let (mut entries, mut expected) = (stored_entries(events, archives), Expected::default());
    for damage in damages {
        apply(&mut entries, damage);
    }
    let value = |entry: &Entry| (entry.is_archive, entry.value(&mut expected));
    (entries.iter().map(value).collect(), expected)
}
