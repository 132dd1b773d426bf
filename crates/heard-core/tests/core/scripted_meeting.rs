//! A scripted meeting of 47 minutes with forty changes of the floor.

use heard_core::Party;

use crate::reference::{Strip, cell};
use crate::scene::{Scene, taken};

/// When the meeting ends, in milliseconds.
pub(crate) const END_MS: u64 = 47 * 60_000;

/// When the floor changes; the consultant takes it first, at 6:52.350.
pub(crate) const CHANGES_MS: [u64; 40] = [
    412_350, 431_007, 502_999, 503_000, 611_111, 640_480, 655_500, 702_001, 703_777, 760_250,
    801_337, 823_999, 900_000, 960_000, 1_003_003, 1_040_404, 1_102_938, 1_190_001, 1_200_000,
    1_261_616, 1_320_325, 1_399_999, 1_444_444, 1_500_500, 1_512_121, 1_577_770, 1_640_000,
    1_700_017, 1_755_555, 1_802_468, 1_900_001, 1_966_300, 2_047_048, 2_100_000, 2_100_001,
    2_222_222, 2_345_678, 2_468_013, 2_600_600, 2_719_719,
];

/// Every step of the script: its time, and the party that takes the floor.
pub(crate) fn steps() -> impl Iterator<Item = (u64, Party)> {
    CHANGES_MS.into_iter().zip([Party::Consultant, Party::Client].into_iter().cycle())
}

/// Records the script and calls `after` after each step. The meeting ends at [`END_MS`].
pub(crate) fn played(mut after: impl FnMut(usize, &mut Scene)) -> Scene {
    let mut scene = Scene::opened();
    for (step, (at_ms, party)) in steps().enumerate() {
        scene.wait_until(at_ms).record(taken(party));
        after(step, &mut scene);
    }
    scene.wait_until(END_MS).end_meeting();
    scene
}

/// The naive reference of the script up to a time, with the selected steps only.
pub(crate) fn reference_until(until_ms: u64, wanted: impl Fn(usize) -> bool) -> Strip {
    let mut strip = Strip::of(until_ms);
    for (step, (at_ms, party)) in steps().enumerate() {
        if wanted(step) {
            strip.paint(at_ms, cell(party));
        }
    }
    strip
}
