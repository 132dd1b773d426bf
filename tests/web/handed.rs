//! The pages in the client's hands: drawn of their words alone, instead of everything else.

use heard::{Command, NewMeeting, Options};
use heard_core::EventId;
use heard_core::event::capture::{Kind, Tally};
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::event::review::{Answer, Cost, CostKind, Links};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{fire, later, window};
use crate::widget_scene::Scene;

fn said(scene: &Scene, act: EventKind) -> EventId {
    scene.live.dispatch(Command::Record(act)).unwrap().unwrap()
}

fn caught(scene: &Scene, kind: Kind, words: &str) -> EventId {
    let (words, said_by) = (words.to_owned(), Some("Maria".to_owned()));
    said(scene, EventKind::Captured(NewCapture { kind, words, said_by, ago_ms: 0, mark: None }))
}

/// A meeting that is over, with so many outcomes and no other words.
async fn over(key: &'static str, outcomes: usize) -> (Scene, Vec<EventId>) {
    let scene = Scene::of(key, Options::default()).await;
    let client = "PRIVATE Harbour".to_owned();
    scene.live.dispatch(Command::Begin(NewMeeting { client, ..NewMeeting::default() })).unwrap();
    let words = (0..outcomes).map(|n| format!("outcome {n}"));
    let ids = words.map(|words| caught(&scene, Kind::Outcome, &words)).collect();
    said(&scene, EventKind::MeetingEnded);
    scene.is_drawn().await;
    (scene, ids)
}

/// Takes it back as the consultant does, so that the tab forgets it.
async fn take_back(scene: &Scene) {
    for button in ["give-back", "hold", "i-am"] {
        scene.click(&format!("[data-act={button}]")).await;
    }
    assert!(!scene.has("dialog") && scene.has(".review"));
}

fn snapshot(scene: &Scene) -> String {
    scene.text(".heard > :not([part=status])")
}

#[wasm_bindgen_test]
async fn nothing_private_is_drawn_on_any_page_or_beside_it() {
    let (scene, ids) = over("handed-private", 2).await;
    let text = || Some("PRIVATE".to_owned());
    let links = Links { steps: vec!["PRIVATE".to_owned()], hurts: text() };
    caught(&scene, Kind::Held, "PRIVATE answer");
    caught(&scene, Kind::Spared, "PRIVATE outage");
    let cost = Cost { kind: CostKind::Pain, whom: text(), note: text() };
    for act in [
        EventKind::Guessed { percent: 43 },
        EventKind::Reworded { capture: ids[0], ours: text() },
        EventKind::Planned { capture: ids[0], known_by: text(), by: None },
        EventKind::ChainDrawn { outcome: ids[0], chain: None, links },
        EventKind::CostNoted { cost: None, says: cost },
        EventKind::StoryWritten { story: None, learned: "PRIVATE".to_owned(), changed: text() },
        EventKind::Amended { capture: ids[1], words: "other words".to_owned() },
    ] {
        said(&scene, act);
    }
    scene.is_drawn().await;
    let pages = [("read-back", "outcome 0"), ("ask-felt", "Completely")];
    for (button, theirs) in pages {
        scene.click(&format!("[data-act={button}]")).await;
        for text in [snapshot(&scene), scene.text("dialog")] {
            assert!(text.contains(theirs), "{text}");
            for private in ["PRIVATE", "43", "%", "0:0", "Delete", "outcome 1"] {
                assert!(!text.contains(private), "{private} is in {text}");
            }
        }
        assert!(!scene.has(".screen") && !scene.has("nav"), "nothing else is there");
        take_back(&scene).await;
    }
}

#[wasm_bindgen_test]
async fn tallies_made_in_the_meeting_are_not_the_clients_to_read() {
    let scene = Scene::of("handed-tallies", Options::default()).await;
    scene.click("[data-act=start]").await;
    for tally in Tally::ALL {
        said(&scene, EventKind::Tallied(tally));
    }
    caught(&scene, Kind::Issue, "nobody calls back");
    said(&scene, EventKind::MeetingEnded);
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
async fn with_nothing_to_read_it_says_so_and_one_thing_needs_no_order() {
    let (scene, _) = over("handed-none", 0).await;
    scene.click("[data-act=read-back]").await;
    assert!(scene.text("dialog .sub").contains("anything down yet"));
    take_back(&scene).await;
    caught(&scene, Kind::Outcome, "only this");
    scene.is_drawn().await;
    scene.click("[data-act=read-back]").await;
    assert!(scene.text("dialog .sub").contains("One thing"));
    assert!(!scene.has(".ranking"));
    take_back(&scene).await;
}

#[wasm_bindgen_test]
async fn a_dialog_that_the_browser_closes_is_opened_again() {
    let (scene, _) = over("handed-shut", 1).await;
    scene.click("[data-act=read-back]").await;
    let dialog = scene.find("dialog");
    let prevented = fire(&dialog, "Event", "cancel", &[("bubbles", false.into())]);
    assert!(prevented.default_prevented(), "Escape and the back gesture are asked not to");
    let close: js_sys::Function = js_sys::Reflect::get(&dialog, &"close".into())
        .map(wasm_bindgen::JsCast::unchecked_into)
        .unwrap();
    close.call0(&dialog).unwrap();
    later(50).await;
    assert!(scene.has("dialog:modal"));
    take_back(&scene).await;
}

#[wasm_bindgen_test]
async fn the_tab_remembers_what_was_handed_over_until_it_is_given_back() {
    let (scene, ids) = over("handed-again", 2).await;
    let session = window().session_storage().unwrap().unwrap();
    let key = "heard:handed-again:handed";
    scene.click("[data-act=read-back]").await;
    let kept = session.get_item(key).unwrap().unwrap();
    assert!(kept.ends_with(" words") && !kept.contains("outcome"), "{kept}");
    take_back(&scene).await;
    assert_eq!(session.get_item(key).unwrap(), None);
    // What no build of ours wrote is no page.
    for nonsense in ["", "x", "1 words", "words", &kept.replace("words", "start")] {
        session.set_item(key, nonsense).unwrap();
        let mut again = scene_of(&scene).await;
        assert!(!again.has("dialog"), "{nonsense}");
        again.app.take().unwrap().destroy();
    }
    session.set_item(key, &kept).unwrap();
    let again = scene_of(&scene).await;
    assert!(again.has("dialog:modal") && again.text("dialog").contains("outcome 1"));
    assert_eq!(again.live.snapshot().review.is_some(), !ids.is_empty());
    take_back(&again).await;
}

/// Another widget over the same notebook, as after a reload.
async fn scene_of(scene: &Scene) -> Scene {
    scene.live.dispatch(Command::CloseReview).unwrap();
    Scene::over(crate::page::Own(scene.own.0), Options::default()).await
}

#[wasm_bindgen_test]
async fn an_answer_and_a_place_are_told_in_the_review_by_a_word() {
    let (scene, ids) = over("handed-told", 3).await;
    said(&scene, EventKind::ReadBack { capture: ids[0], answer: Answer::Yes });
    said(&scene, EventKind::ReadBack { capture: ids[1], answer: Answer::NotQuite });
    said(&scene, EventKind::Ranked { captures: vec![ids[2], ids[0], ids[1]] });
    scene.is_drawn().await;
    let told = |id: EventId| scene.text(&format!(".quote[data-id='{id}'] footer small"));
    let wanted = [
        "they confirmed it · priority 2",
        "they said “not quite” · priority 3",
        "not read back yet · priority 1",
    ];
    for (id, wanted) in ids.into_iter().zip(wanted) {
        assert!(told(id).ends_with(wanted), "{}", told(id));
    }
}
