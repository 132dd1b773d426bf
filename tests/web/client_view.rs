//! The pages that the client sees on the consultant's device: they show the client's own words and nothing else.

use heard::{Command, NewMeeting, Options};
use heard_core::EventId;
use heard_core::event::capture::{Kind, Tally};
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::event::review::{Answer, ChainText, Cost, CostKind};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{fire, later, window};
use crate::widget_scene::Scene;

fn record(scene: &Scene, kind: EventKind) -> EventId {
    scene.store.dispatch(Command::Record(kind)).unwrap().unwrap()
}

fn capture(scene: &Scene, kind: Kind, words: &str) -> EventId {
    let (words, said_by) = (words.to_owned(), Some("Maria".to_owned()));
    record(scene, EventKind::Captured(NewCapture { kind, words, said_by, ago_ms: 0, mark: None }))
}

/// The review of a meeting with this many outcomes and no other captures.
async fn reviewed(key: &'static str, outcomes: usize) -> (Scene, Vec<EventId>) {
    let scene = Scene::of(key, Options::default()).await;
    let client = "PRIVATE Harbour".to_owned();
    scene.store.dispatch(Command::Begin(NewMeeting { client, ..NewMeeting::default() })).unwrap();
    let words = (0..outcomes).map(|n| format!("outcome {n}"));
    let ids = words.map(|words| capture(&scene, Kind::Outcome, &words)).collect();
    record(&scene, EventKind::MeetingEnded);
    scene.is_drawn().await;
    (scene, ids)
}

/// Returns to the review as the consultant does. The page is not restored after a reload then.
async fn take_back(scene: &Scene) {
    for button in ["give-back", "hold", "i-am"] {
        scene.click(&format!("[data-act={button}]")).await;
    }
    assert!(!scene.has("dialog") && scene.has(".review"));
}

fn outside_dialog(scene: &Scene) -> String {
    scene.text(".heard > :not([part=status])")
}

#[wasm_bindgen_test]
async fn nothing_private_is_rendered_on_a_page_or_behind_it() {
    let (scene, ids) = reviewed("handed-private", 2).await;
    let text = || Some("PRIVATE".to_owned());
    let links = ChainText { steps: vec!["PRIVATE".to_owned()], hurts: text() };
    capture(&scene, Kind::Held, "PRIVATE answer");
    capture(&scene, Kind::Spared, "PRIVATE outage");
    let cost = Cost { kind: CostKind::Pain, whom: text(), note: text() };
    for act in [
        EventKind::Guessed { percent: 43 },
        EventKind::Reworded { capture: ids[0], ours: text() },
        EventKind::Planned { capture: ids[0], known_by: text(), by: None },
        EventKind::ChainDrawn { outcome: ids[0], chain: None, links },
        EventKind::CostNoted { cost: None, text: cost },
        EventKind::StoryWritten { story: None, learned: "PRIVATE".to_owned(), changed: text() },
        EventKind::Amended { capture: ids[1], words: "other words".to_owned() },
    ] {
        record(&scene, act);
    }
    scene.is_drawn().await;
    let pages = [("read-back", "outcome 0"), ("ask-felt", "Completely")];
    for (button, theirs) in pages {
        scene.click(&format!("[data-act={button}]")).await;
        for text in [outside_dialog(&scene), scene.text("dialog")] {
            assert!(text.contains(theirs), "{text}");
            for private in ["PRIVATE", "43", "%", "0:0", "Delete", "outcome 1"] {
                assert!(!text.contains(private), "{private} is in {text}");
            }
        }
        assert!(!scene.has(".screen") && !scene.has("nav"), "nothing else is rendered");
        take_back(&scene).await;
    }
}

#[wasm_bindgen_test]
async fn tallies_and_kinds_are_not_shown_to_the_client() {
    let scene = Scene::of("handed-tallies", Options::default()).await;
    scene.click("[data-act=start]").await;
    for tally in Tally::ALL {
        record(&scene, EventKind::Tallied(tally));
    }
    capture(&scene, Kind::Issue, "nobody calls back");
    record(&scene, EventKind::MeetingEnded);
    scene.is_drawn().await;
    scene.click("[data-act=read-back]").await;
    let text = scene.text("dialog");
    assert!(text.contains("nobody calls back") && text.contains("Maria"), "{text}");
    for private in ["Asked", "Played", "Jumped", "Issue"] {
        assert!(!text.contains(private), "{private} is in {text}");
    }
    take_back(&scene).await;
}

#[wasm_bindgen_test]
async fn an_empty_page_says_so_and_a_single_outcome_is_not_ranked() {
    let (scene, _) = reviewed("handed-none", 0).await;
    scene.click("[data-act=read-back]").await;
    assert!(scene.text("dialog .sub").contains("anything down yet"));
    take_back(&scene).await;
    capture(&scene, Kind::Outcome, "only this");
    scene.is_drawn().await;
    scene.click("[data-act=read-back]").await;
    assert!(scene.text("dialog .sub").contains("One thing"));
    assert!(!scene.has(".ranking"));
    take_back(&scene).await;
}

#[wasm_bindgen_test]
async fn a_dialog_that_the_browser_closes_is_opened_again() {
    let (scene, _) = reviewed("handed-shut", 1).await;
    scene.click("[data-act=read-back]").await;
    let dialog = scene.find("dialog");
    let prevented = fire(&dialog, "Event", "cancel", &[("bubbles", false.into())]);
    assert!(prevented.default_prevented(), "Escape and the back gesture are prevented");
    let close: js_sys::Function = js_sys::Reflect::get(&dialog, &"close".into())
        .map(wasm_bindgen::JsCast::unchecked_into)
        .unwrap();
    close.call0(&dialog).unwrap();
    later(50).await;
    assert!(scene.has("dialog:modal"));
    take_back(&scene).await;
}

#[wasm_bindgen_test]
async fn a_page_is_restored_after_a_reload_until_it_is_left() {
    let (scene, ids) = reviewed("handed-again", 2).await;
    let session = window().session_storage().unwrap().unwrap();
    let key = "heard:handed-again:handed";
    scene.click("[data-act=read-back]").await;
    let stored = session.get_item(key).unwrap().unwrap();
    assert!(stored.ends_with(" words") && !stored.contains("outcome"), "{stored}");
    take_back(&scene).await;
    assert_eq!(session.get_item(key).unwrap(), None);
    // Values that Heard has not written are ignored.
    for nonsense in ["", "x", "1 words", "words", &stored.replace("words", "start")] {
        session.set_item(key, nonsense).unwrap();
        let mut again = scene_of(&scene).await;
        assert!(!again.has("dialog"), "{nonsense}");
        again.app.take().unwrap().destroy();
    }
    session.set_item(key, &stored).unwrap();
    let again = scene_of(&scene).await;
    assert!(again.has("dialog:modal") && again.text("dialog").contains("outcome 1"));
    assert_eq!(again.store.snapshot().review.is_some(), !ids.is_empty());
    take_back(&again).await;
}

/// Another widget with the same notebook, as after a reload.
async fn scene_of(scene: &Scene) -> Scene {
    scene.store.dispatch(Command::CloseReview).unwrap();
    Scene::over(crate::page::Own(scene.own.0), Options::default()).await
}

#[wasm_bindgen_test]
async fn the_review_shows_answers_and_ranks_as_text() {
    let (scene, ids) = reviewed("handed-told", 3).await;
    record(&scene, EventKind::ReadBack { capture: ids[0], answer: Answer::Yes });
    record(&scene, EventKind::ReadBack { capture: ids[1], answer: Answer::NotQuite });
    record(&scene, EventKind::Ranked { captures: vec![ids[2], ids[0], ids[1]] });
    scene.is_drawn().await;
    let footer = |id: EventId| scene.text(&format!(".quote[data-id='{id}'] footer small"));
    let wanted = [
        "they confirmed it · priority 2",
        "they said “not quite” · priority 3",
        "not read back yet · priority 1",
    ];
    for (id, wanted) in ids.into_iter().zip(wanted) {
        assert!(footer(id).ends_with(wanted), "{}", footer(id));
    }
}
