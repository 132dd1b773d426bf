//! The naive reference: a meeting as an array with one cell for each millisecond.

use heard_core::meeting::State;
use heard_core::meeting::metrics::Metrics;
use heard_core::{Floor, Party};

pub(crate) const CLIENT: u8 = b'c';
pub(crate) const CONSULTANT: u8 = b'k';
pub(crate) const OPEN: u8 = b'o';
pub(crate) const BREAK: u8 = b'b';

/// A meeting as a strip of cells.
pub(crate) struct Strip(Vec<u8>);

impl Strip {
    /// A meeting in which the client speaks for all its length.
    pub(crate) fn of(length_ms: u64) -> Self {
        Self(vec![CLIENT; usize::try_from(length_ms).unwrap()])
    }

    /// From here to the end, something else holds.
    pub(crate) fn paint(&mut self, from_ms: u64, what: u8) {
        self.paint_between(from_ms, u64::MAX, what);
    }

    /// Between two times, something else holds.
    pub(crate) fn paint_between(&mut self, from_ms: u64, to_ms: u64, what: u8) {
        let cell = |ms: u64| usize::try_from(ms).map_or(self.0.len(), |ms| ms.min(self.0.len()));
        let (from, to) = (cell(from_ms), cell(to_ms));
        self.0[from..to].fill(what);
    }

    /// Runs of equal cells: start, end and the cell.
    fn runs(&self) -> Vec<(u64, u64, u8)> {
        let mut runs: Vec<(u64, u64, u8)> = Vec::new();
        let (mut start_ms, mut now_ms, mut held) = (0, 0, None);
        // A plain loop: it goes through millions of cells without any optimisation.
        for cell in &self.0 {
            if held != Some(*cell) {
                runs.extend(held.map(|held| (start_ms, now_ms, held)));
                (start_ms, held) = (now_ms, Some(*cell));
            }
            now_ms += 1;
        }
        runs.extend(held.map(|held| (start_ms, now_ms, held)));
        runs
    }

    /// What holds from when to when.
    pub(crate) fn intervals(&self) -> Vec<(u64, u64, State)> {
        self.runs().into_iter().map(|(start, end, cell)| (start, end, state(cell))).collect()
    }

    /// The figures, counted.
    pub(crate) fn measures(&self) -> Metrics {
        let runs = self.runs();
        let lengths = |what| {
            let of_it = runs.iter().filter(move |run| run.2 == what);
            of_it.map(|(start, end, _)| end - start).collect::<Vec<u64>>()
        };
        let first_talk = runs.iter().position(|run| run.2 == CONSULTANT);
        let story = |first: usize| -> u64 {
            let before = runs[..first].iter().filter(|run| run.2 == CLIENT);
            before.map(|(start, end, _)| end - start).sum()
        };
        let speakers: Vec<u8> = runs
            .iter()
            .map(|run| run.2)
            .filter(|cell| [CLIENT, CONSULTANT].contains(cell))
            .collect();
        let changes = speakers.windows(2).filter(|pair| pair[0] != pair[1]).count();
        Metrics {
            talk_ms: lengths(CONSULTANT).iter().sum(),
            listen_ms: lengths(CLIENT).iter().sum(),
            open_ms: lengths(OPEN).iter().sum(),
            break_ms: lengths(BREAK).iter().sum(),
            left_out_ms: 0,
            opening_story_ms: first_talk.map(story),
            longest_story_ms: lengths(CLIENT).into_iter().max().unwrap_or(0),
            longest_talk_ms: lengths(CONSULTANT).into_iter().max().unwrap_or(0),
            floor_changes: u32::try_from(changes).unwrap(),
        }
    }
}

/// The cell of a party's turn.
pub(crate) const fn cell(party: Party) -> u8 {
    match party {
        Party::Client => CLIENT,
        Party::Consultant => CONSULTANT,
    }
}

fn state(cell: u8) -> State {
    match cell {
        CLIENT => State::Floor(Floor::Client),
        CONSULTANT => State::Floor(Floor::Consultant),
        OPEN => State::Floor(Floor::Open),
        _ => State::Break,
    }
}

#[test]
fn the_reference_agrees_with_a_manual_count() {
    let mut strip = Strip::of(10);
    strip.paint(3, CONSULTANT);
    strip.paint(5, BREAK);
    strip.paint(6, CLIENT);
    let client = State::Floor(Floor::Client);
    let consultant = State::Floor(Floor::Consultant);
    let intervals = [(0, 3, client), (3, 5, consultant), (5, 6, State::Break), (6, 10, client)];
    assert_eq!(strip.intervals(), intervals);
    let counted = Metrics {
        talk_ms: 2,
        listen_ms: 7,
        open_ms: 0,
        break_ms: 1,
        left_out_ms: 0,
        opening_story_ms: Some(3),
        longest_story_ms: 4,
        longest_talk_ms: 2,
        floor_changes: 2,
    };
    assert_eq!(strip.measures(), counted);
}
