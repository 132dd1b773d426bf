//! Tests of the opening card of a client.

use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, Opening};
use heard_core::event::review::Answer;
use heard_core::loops::StepKind;
use heard_core::notebook::opening_card::Card;
use heard_core::time::Day;

use crate::scene::{Scene, captured, opening};

const DAY_MS: u64 = 86_400_000;

#[test]
fn the_card_lists_open_loops_longest_silence_first_and_unconfirmed_captures() {
    let mut scene = Scene::empty();
    let [harbour, zoo] = ["Harbour Trust", "Zoo"]
        .map(|name| scene.record(EventKind::ClientAdded { name: name.to_owned() }));
    let meets = |scene: &mut Scene, client| {
        scene.record(EventKind::MeetingOpened(Opening { client: Some(client), ..opening() }))
    };
    meets(&mut scene, harbour);
    let old = scene.raise_issue("The printer jams");
    let actual = scene.raise_issue("Nobody calls back");
    let done = scene.raise_issue("The gate squeaks");
    scene.end_meeting();
    scene.wait(20 * DAY_MS);
    scene.take_step(actual, StepKind::TellBack, "by telephone");
    scene.take_step(done, StepKind::Finish, "");
    scene.take_step(done, StepKind::TellBack, "by telephone");
    let last = meets(&mut scene, harbour);
    let promise = scene.record(captured(Kind::Promise, "A list by Friday"));
    let by = Day::parse("2026-12-18");
    scene.record(EventKind::Planned { capture: promise, known_by: None, by });
    scene.capture_outcome("Quiet Mondays");
    let confirmed = scene.capture_outcome("Fewer calls");
    scene.record(EventKind::ReadBack { capture: confirmed, answer: Answer::Yes });
    scene.end_meeting();
    meets(&mut scene, zoo);
    scene.raise_issue("The lions are bored");
    scene.end_meeting();

    let Card { waiting, promised, unconfirmed, last: met } =
        scene.notebook.opening_card(harbour, scene.here().day());
    let words: Vec<_> = waiting.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(words, ["The printer jams", "Nobody calls back", "A list by Friday"]);
    assert_eq!(waiting[0].id, old);
    assert_eq!(waiting[0].silence_days(scene.here().day()), 20);
    assert_eq!(promised.iter().map(|one| one.promised_by).collect::<Vec<_>>(), [by]);
    let words: Vec<_> = unconfirmed.iter().map(|capture| capture.words.as_str()).collect();
    assert_eq!(words, ["Quiet Mondays"]);
    assert_eq!(met.map(|meeting| meeting.id), Some(last));
}

#[test]
fn a_client_without_meetings_has_an_empty_card() {
    let mut scene = Scene::empty();
    let client = scene.record(EventKind::ClientAdded { name: "Zoo".to_owned() });
    assert_eq!(scene.notebook.opening_card(client, scene.here().day()), Card::default());
}
