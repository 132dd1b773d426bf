//! Bit rot: whatever storage does to the bytes, every event that is whole loads, and what is damaged is handed back.

use std::collections::BTreeMap;
use std::ops::Range;

use heard_core::segment::check;
use heard_core::wire::{self, Unread};
use heard_core::{Desk, Event, Record};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::deeds::{any_steps, config};
use crate::years::desk_of;

/// How many ropes rot in all, shared out among the claims below.
const CASES: u32 = 10_000;
/// How many notebooks the ropes are made of.
const NOTEBOOKS: usize = 96;

thread_local! {
    static LIVED: Vec<Vec<Event>> = notebooks();
}

fn notebooks() -> Vec<Vec<Event>> {
    let mut runner = TestRunner::deterministic();
    let steps = any_steps();
    let lived = |_| {
        let steps = steps.new_tree(&mut runner).unwrap().current();
        crate::deeds::lived(&steps, |_, _, _| {}).events
    };
    (0..NOTEBOOKS).map(lived).collect()
}

fn notebook(nth: Index) -> Vec<Event> {
    LIVED.with(|lived| lived[nth.index(NOTEBOOKS)].clone())
}

/// What happens to a rope. Numbers choose an entry, a line, a byte.
#[derive(Clone, Debug)]
enum Rot {
    Flip(Index, Index, u8),
    CutLine(Index, Index),
    Double(Index, Index),
    Delete(Index, Index),
    Swap(Index, Index),
    FlipBetween(Index, Index, u8),
    CutText(Index, Index),
}

fn any_rot() -> impl Strategy<Value = Rot> {
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), at(), 1_u8..).prop_map(|(line, byte, flip)| Rot::Flip(line, byte, flip)),
        1 => (at(), at()).prop_map(|(line, byte)| Rot::CutLine(line, byte)),
        1 => (at(), at()).prop_map(|(line, to)| Rot::Double(line, to)),
        1 => (at(), at()).prop_map(|(entry, line)| Rot::Delete(entry, line)),
        1 => (at(), at()).prop_map(|(line, with)| Rot::Swap(line, with)),
        2 => (at(), at(), 1_u8..).prop_map(|(entry, byte, flip)| Rot::FlipBetween(entry, byte, flip)),
        1 => (at(), at()).prop_map(|(entry, byte)| Rot::CutText(entry, byte)),
    ]
}

/// The value of a key: the line of one event, or the lines of a meeting.
#[derive(Debug)]
struct Entry {
    is_segment: bool,
    lines: Vec<Line>,
    flips_between: Vec<(Index, u8)>,
    cut: Option<Index>,
}

#[derive(Clone, Debug)]
struct Line {
    bytes: Vec<u8>,
    whole: bool,
}

/// What must be found in a rope, by the test's own account.
#[derive(Debug, Default)]
struct Expected {
    whole: BTreeMap<heard_core::EventId, String>,
    damaged: Vec<String>,
}

/// A notebook on a rope; each bit says of one meeting whether it lies there as a segment.
fn rope(events: &[Event], mut segments: u64) -> Vec<Entry> {
    let mut records: BTreeMap<Record, Vec<Line>> = BTreeMap::new();
    for event in events {
        let line = Line { bytes: wire::write(event).into_bytes(), whole: true };
        records.entry(event.of).or_default().push(line);
    }
    let entry =
        |is_segment, lines| Entry { is_segment, lines, flips_between: Vec::new(), cut: None };
    let mut rope = Vec::new();
    for lines in records.into_values() {
        if segments & 1 == 1 {
            rope.push(entry(true, lines));
        } else {
            rope.extend(lines.into_iter().map(|line| entry(false, vec![line])));
        }
        segments >>= 1;
    }
    rope
}

fn spoil(rope: &mut [Entry], rot: &Rot) {
    let (Rot::Flip(at, ..)
    | Rot::CutLine(at, _)
    | Rot::Double(at, _)
    | Rot::Delete(at, _)
    | Rot::Swap(at, _)
    | Rot::FlipBetween(at, ..)
    | Rot::CutText(at, _)) = rot;
    // Half of all that happens, happens to the longest value.
    let longest = (0..rope.len()).max_by_key(|at| rope[*at].lines.len()).unwrap();
    let nth = at.index(2 * rope.len());
    let entry = &mut rope[if nth % 2 == 0 { longest } else { nth / 2 }];
    let count = entry.lines.len();
    if count == 0 {
        return;
    }
    let one = at.index(count);
    match *rot {
        Rot::Flip(_, byte, flip) if entry.lines[one].whole => {
            let line = &mut entry.lines[one];
            let byte = byte.index(line.bytes.len());
            line.bytes[byte] ^= flip;
            line.whole = false;
        }
        Rot::CutLine(_, byte) => {
            let line = &mut entry.lines[one];
            line.bytes.truncate(byte.index(line.bytes.len()));
            line.whole = false;
        }
        Rot::Double(_, to) if entry.is_segment => {
            entry.lines.insert(to.index(count + 1), entry.lines[one].clone());
        }
        Rot::Delete(_, line) => drop(entry.lines.remove(line.index(count))),
        Rot::Swap(_, with) => entry.lines.swap(one, with.index(count)),
        Rot::FlipBetween(_, byte, flip) => entry.flips_between.push((byte, flip)),
        Rot::CutText(_, byte) => entry.cut = Some(byte),
        Rot::Flip(..) | Rot::Double(..) => {}
    }
}

impl Entry {
    /// The value as it is found, with what is to be found in it.
    fn value(&self, expected: &mut Expected) -> String {
        let (mut bytes, ranges) = if self.is_segment { self.framed() } else { self.bare() };
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
                expected.whole.insert(wire::id(&found).unwrap(), found);
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

/// What is found in a rope: the desk, and what is damaged.
fn load(values: &[(bool, String)]) -> (Desk, Vec<String>) {
    let (mut loose, mut damaged) = (Vec::new(), Vec::new());
    let mut found = Vec::new();
    for (is_segment, value) in values {
        if *is_segment {
            let checked = check(value);
            damaged.extend(checked.damaged.iter().map(|&line| line.to_owned()));
            found.push(checked);
            continue;
        }
        match wire::read(value) {
            Ok(event) => loose.push(event),
            Err(Unread::Damaged) => damaged.push(value.clone()),
            Err(Unread::Newer) => panic!("taken for newer: {value}"),
        }
    }
    assert!(found.iter().all(|checked| checked.newer.is_empty()), "taken for newer");
    (desk_of(loose, found.into_iter()), damaged)
}

fn rotten(events: &[Event], segments: u64, rots: &[Rot]) -> (Vec<(bool, String)>, Expected) {
    let (mut rope, mut expected) = (rope(events, segments), Expected::default());
    rots.iter().for_each(|rot| spoil(&mut rope, rot));
    let value = |entry: &Entry| (entry.is_segment, entry.value(&mut expected));
    (rope.iter().map(value).collect(), expected)
}

proptest! {
    #![proptest_config(config(CASES / 2))]

    #[test]
    fn in_one_rope_every_whole_line_loads_and_every_damaged_one_is_handed_back(
        nth in any::<Index>(),
        segments in any::<u64>(),
        rots in vec(any_rot(), 1..8),
    ) {
        let (values, expected) = rotten(&notebook(nth), segments, &rots);
        let (desk, damaged) = load(&values);
        prop_assert!(desk.lines().iter().eq(expected.whole.values()), "{:?}", values);
        for line in expected.damaged {
            // A line break that a flip has put into it parts a line; a comma before it is taken for the one between lines.
            for piece in line.split('\n').map(|piece| piece.strip_suffix(',').unwrap_or(piece)) {
                prop_assert!(
                    piece.is_empty() || damaged.iter().any(|found| found.contains(piece)),
                    "{piece:?} is not in {damaged:?}"
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(config(CASES / 10 * 4))]

    #[test]
    fn with_the_other_rope_whole_nothing_is_lost(
        nth in any::<Index>(),
        segments in any::<[u64; 2]>(),
        rots in vec(any_rot(), 1..8),
    ) {
        let events = notebook(nth);
        let whole = Desk::gather(events.iter().cloned());
        let (mut values, _) = rotten(&events, segments[0], &rots);
        values.extend(rotten(&events, segments[1], &[]).0);
        let (desk, _) = load(&values);
        prop_assert!(desk.lines().iter().eq(whole.lines().iter()));
        prop_assert_eq!(desk, whole);
    }
}

proptest! {
    #![proptest_config(config(CASES / 10))]

    #[test]
    fn no_text_makes_checking_panic_and_nothing_of_it_is_lost(
        text in "([\\[\\]{}\":,0-9a-zµ\n]|\\{\"v\":|\"sum\":\"[0-9a-f]{8}\"\\}){0,60}",
    ) {
        let found = check(&text);
        prop_assert!(found.packed.is_empty() && found.loose.is_empty());
        let kept: String = found.damaged.concat();
        let bare = |text: &str| text.replace(['[', ']', ',', '\n'], "");
        prop_assert_eq!(bare(&kept), bare(&text));
    }
}
