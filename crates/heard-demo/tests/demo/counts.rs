//! The counts are exact, and the seed decides everything.

use heard_core::{Event, Notebook};

use crate::{EVENING, written, year};

fn counts(events: Vec<Event>) -> (usize, usize, usize) {
    let notebook = Notebook::from_events(events);
    let met = |id| notebook.meetings().any(|meeting| meeting.opening.client == Some(id));
    assert!(notebook.clients().iter().all(|client| met(client.id)), "every client has a meeting");
    assert!(
        notebook.meetings().all(|meeting| meeting.ended_ms.is_some()),
        "every meeting has ended"
    );
    (notebook.clients().len(), notebook.meetings().count(), notebook.loops().len())
}

#[test]
fn a_year_has_60_clients_500_meetings_and_800_loops() {
    assert_eq!(counts(year()), (60, 500, 800));
}

#[test]
fn a_small_notebook_has_5_clients_12_meetings_and_24_loops() {
    for seed in 0..20 {
        assert_eq!(counts(heard_demo::small(seed, EVENING)), (5, 12, 24), "seed {seed}");
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_gives_others() {
    let small = |seed| written(&heard_demo::small(seed, EVENING));
    for seed in [0, 1, u64::MAX] {
        assert!(small(seed) == small(seed), "the same seed, the same lines");
        assert!(small(seed) != small(seed.wrapping_add(1)), "another seed, other lines");
    }
}

#[test]
fn all_events_are_in_the_year_before_the_end_in_the_order_of_time() {
    let events = year();
    let times: Vec<i64> = events.iter().map(|event| event.at.wall_ms).collect();
    assert!(times.is_sorted() && events.is_sorted_by_key(Event::id));
    let (first, last) = (times[0], times[times.len() - 1]);
    assert!(last <= EVENING.wall_ms && first >= EVENING.wall_ms - 366 * 86_400_000);
}

#[test]
fn meetings_last_20_to_105_minutes() {
    // A meeting of 90 minutes ends after the running turn or break.
    let notebook = Notebook::from_events(year());
    for meeting in notebook.meetings() {
        let minutes = meeting.ended_ms.unwrap() / 60_000;
        assert!((20..=105).contains(&minutes), "{minutes} minutes");
    }
}

#[test]
fn nine_tenths_of_the_loops_have_different_words() {
    let notebook = Notebook::from_events(year());
    let mut words: Vec<&str> = notebook.loops().iter().map(|one| one.words.as_str()).collect();
    let count = words.len();
    words.sort_unstable();
    words.dedup();
    assert!(words.len() * 10 >= count * 9, "{} of {count} are different", words.len());
}
