//! Tests of the trend over the last meetings.

use heard_core::event::kind::{EventKind, MeetingKind, Opening};
use heard_core::meeting::talk_band::Band;
use heard_core::report::trends::{MEETINGS, Met, clients, met};
use heard_core::{EventId, Meeting, Party};
use proptest::prelude::*;

use crate::archived_meetings::from_archives;
use crate::random_actions::config;
use crate::scene::{Scene, opening};

/// Nothing waits for a guess.
fn open_book(_: &Meeting) -> bool {
    false
}

impl Scene {
    /// A meeting of a hundred seconds, of which we talk so many.
    fn talks(&mut self, client: Option<EventId>, talk_s: u64) -> EventId {
        self.record(EventKind::MeetingOpened(Opening { client, ..opening() }));
        self.wait((100 - talk_s) * 1_000);
        if talk_s > 0 {
            self.take_floor(Party::Consultant);
            self.wait(talk_s * 1_000);
        }
        self.end_meeting();
        self.wait(3_600_000);
        self.meeting
    }

    fn guesses(&mut self, percent: u8) {
        self.record(EventKind::Guessed { percent });
    }

    fn shares(&self, client: Option<EventId>) -> Vec<u64> {
        met(&self.notebook, client, &open_book).0.iter().map(|met| met.talk_percent).collect()
    }
}

#[test]
fn a_meeting_has_its_share_band_guess_and_opening_story() {
    let mut scene = Scene::empty();
    let id = scene.talks(None, 40);
    scene.guesses(30);
    let drawn = Met {
        id,
        started_wall_ms: scene.meeting().started_wall_ms,
        talk_percent: 40,
        band: Band::of(MeetingKind::Discovery, 1, 1),
        guess_percent: Some(30),
        opening_ms: Some(60_000),
    };
    assert_eq!(met(&scene.notebook, None, &open_book), (vec![drawn], 0));
    assert_eq!(drawn.gap_points(), Some(-10), "ten points more were said than were guessed");
}

#[test]
fn running_untouched_and_unguessed_meetings_are_not_drawn() {
    let mut scene = Scene::empty();
    scene.talks(None, 20);
    scene.talks(None, 0);
    let covered = scene.talks(None, 30);
    scene.record(EventKind::MeetingOpened(opening()));
    scene.wait(1_000).take_floor(Party::Consultant);
    scene.wait(1_000);
    assert_eq!(scene.shares(None), [20, 30]);
    let (all, left_out) = met(&scene.notebook, None, &|meeting| meeting.id == covered);
    assert_eq!((all.len(), left_out), (1, 1));
}

#[test]
fn each_client_has_a_chart() {
    let mut scene = Scene::empty();
    let name = |name: &str| EventKind::ClientAdded { name: name.into() };
    let [harbour, mill] = ["Harbour Trust", "The Mill"].map(|one| scene.record(name(one)));
    for (client, talk_s) in [(Some(harbour), 10), (None, 20), (Some(mill), 30), (Some(harbour), 40)]
    {
        scene.talks(client, talk_s);
    }
    assert_eq!(scene.shares(Some(harbour)), [10, 40]);
    assert_eq!(scene.shares(Some(mill)), [30]);
    assert_eq!(scene.shares(None), [10, 20, 30, 40]);
    assert_eq!(clients(&scene.notebook, 9), [harbour, mill], "whom one met last comes first");
    assert_eq!(clients(&scene.notebook, 1), [harbour]);
}

#[test]
fn meetings_are_in_order_of_their_dates_not_of_their_events() {
    let mut scene = Scene::empty();
    scene.talks(None, 10);
    scene.now.wall_ms -= 10 * 86_400_000;
    scene.talks(None, 20);
    assert_eq!(scene.shares(None), [20, 10]);
    assert_eq!(
        met(&from_archives(&scene), None, &open_book),
        met(&scene.notebook, None, &open_book)
    );
}

#[test]
fn only_the_drawn_meetings_are_read() {
    let mut scene = Scene::empty();
    let name = EventKind::ClientAdded { name: "Harbour Trust".into() };
    let client = scene.record(name);
    scene.talks(Some(client), 10);
    for _ in 0..40 {
        scene.talks(None, 20);
    }
    let notebook = from_archives(&scene);
    let read = || notebook.logs().iter().filter(|log| log.is_read()).count();
    assert_eq!(clients(&notebook, 9), [client]);
    assert_eq!(read(), 0);
    assert_eq!(met(&notebook, Some(client), &open_book).0.len(), 1);
    assert_eq!(read(), 1, "the others are of nobody");
    assert_eq!(met(&notebook, None, &open_book).0.len(), MEETINGS);
    assert_eq!(read(), 1 + MEETINGS);
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn the_newest_meetings_are_drawn_in_order_up_to_the_limit(
        talks_s in prop::collection::vec(0..100_u64, 0..40),
    ) {
        let mut scene = Scene::empty();
        for talk_s in &talks_s {
            scene.talks(None, *talk_s);
        }
        let newest = &talks_s[talks_s.len().saturating_sub(MEETINGS)..];
        let touched: Vec<u64> = newest.iter().copied().filter(|talk_s| *talk_s > 0).collect();
        prop_assert!(touched.len() <= MEETINGS);
        prop_assert_eq!(scene.shares(None), touched);
    }
}
