//! A whole meeting with the keyboard only, without a click or a tap.

use serde_json::json;

use crate::drive::Page;
use crate::fixtures::{
    LINE, exported_meeting, open_plain, open_with_clock, type_keys, wait_for_announcement,
    wait_for_focus,
};

/// An upper bound for the number of Tab stops on a screen.
const MOST_TABS: usize = 60;

/// Presses Tab until what `css` finds has the focus.
async fn tab_to(page: &Page, css: &str) {
    let there =
        format!("return Boolean(s.activeElement && s.activeElement.matches({}))", json!(css));
    for _ in 0..MOST_TABS {
        if page.widget(&there).await == true {
            return;
        }
        page.press_key("Tab").await;
    }
    panic!("Tab never reaches `{css}`");
}

#[tokio::test]
async fn a_meeting_can_be_held_with_the_keyboard_only() {
    let (_site, page) = open_with_clock().await;
    tab_to(&page, "[name=client]").await;
    type_keys(&page, "Harbour Trust").await;
    tab_to(&page, "[data-act=start]").await;
    page.press_key("Enter").await;
    wait_for_focus(&page, "[part=floor]").await;
    wait_for_announcement(&page, "Listening. The client has the floor.").await;

    page.clock().advance(40_000).await;
    page.press_key("Space").await;
    page.wait_until("w.floor === 'consultant'").await;
    page.clock().advance(20_000).await;
    page.press_key("Space").await;
    page.wait_until("w.floor === 'client'").await;
    page.press_key("m").await;
    wait_for_announcement(&page, "Marked at 1:00.").await;
    page.press_key("b").await;
    page.wait_until("w.state === 'break'").await;
    page.press_key("b").await;
    page.wait_until("w.state === 'running' && w.floor === 'client'").await;
    for tally in ["a", "a", "r", "j"] {
        page.press_key(tally).await;
    }
    wait_for_announcement(&page, "Jumped in: 1.").await;
    page.press_key("z").await;
    page.wait_until("s.querySelector('[data-tally=jumped-in] b').textContent === '0'").await;
    page.press_key("y").await;
    page.wait_until("s.querySelector('[data-tally=jumped-in] b').textContent === '1'").await;

    tab_to(&page, "[data-act=end]").await;
    page.press_key("Enter").await;
    wait_for_focus(&page, ".review h2").await;
    tab_to(&page, "[data-act=done]").await;
    page.press_key("Enter").await;
    page.wait_until("w.state === 'idle'").await;

    let exported = exported_meeting(&page).await;
    assert_eq!(exported["measures"]["talk_ms"], 20_000);
    assert_eq!(exported["measures"]["listen_ms"], 40_000);
    assert_eq!(exported["tallies"], json!({ "asked": 2, "played_back": 1, "jumped_in": 1 }));
    assert_eq!(exported["marks"][0]["at_ms"], 60_000);
    page.finish().await;
}

#[tokio::test]
async fn each_kind_has_a_key_that_opens_the_line_and_enter_saves_it() {
    let (_site, page) = open_plain().await;
    tab_to(&page, "[data-act=start]").await;
    page.press_key("Enter").await;
    wait_for_focus(&page, "[part=floor]").await;
    let kinds = [
        ("o", "outcome"),
        ("i", "insight"),
        ("u", "issue"),
        ("p", "promise"),
        ("s", "spared"),
        ("h", "held"),
    ];
    for (key, kind) in kinds {
        page.press_key(key).await;
        wait_for_focus(&page, LINE).await;
        page.wait_for(&format!(".capture input[value={kind}]:checked")).await;
        type_keys(&page, &format!("of {kind}")).await;
        page.press_key("Enter").await;
        wait_for_focus(&page, "[part=floor]").await;
    }
    let caught = exported_meeting(&page).await["captures"].take();
    let caught: Vec<_> = caught.as_array().unwrap().iter().collect();
    for ((_, kind), capture) in kinds.iter().zip(&caught) {
        assert_eq!(capture["kind"], *kind);
        assert_eq!(capture["words"], format!("of {kind}"), "the shortcut's letter is not typed");
    }
    assert_eq!(caught.len(), kinds.len());
    page.finish().await;
}

#[tokio::test]
async fn escape_leaves_the_line_keeps_the_words_and_enables_shortcuts() {
    let (_site, page) = open_plain().await;
    tab_to(&page, "[data-act=start]").await;
    page.press_key("Enter").await;
    wait_for_focus(&page, "[part=floor]").await;
    page.press_key("o").await;
    wait_for_focus(&page, LINE).await;
    type_keys(&page, "not yet").await;
    page.press_key("Escape").await;
    wait_for_focus(&page, "[part=floor]").await;
    assert_eq!(page.widget("return s.querySelector('.capture .say').value").await, "not yet");
    assert_eq!(exported_meeting(&page).await["captures"], json!([]));
    page.press_key("Space").await;
    page.wait_until("w.floor === 'consultant'").await;
    page.finish().await;
}

#[tokio::test]
async fn a_question_mark_opens_the_shortcut_list_and_escape_closes_it() {
    let (_site, page) = open_plain().await;
    tab_to(&page, "[data-act=start]").await;
    page.press_key("Enter").await;
    wait_for_focus(&page, "[part=floor]").await;
    page.press_key("?").await;
    page.wait_for("dialog[open]").await;
    let keys = page.all_texts("dialog kbd").await;
    for key in ["Space", "M", "B", "O", "I", "U", "P", "S", "H", "A", "R", "J", "Z", "Y", "?"] {
        assert!(keys.iter().any(|listed| listed == key), "{key} is not listed in {keys:?}");
    }
    page.press_key("Escape").await;
    page.wait_until("!s.querySelector('dialog')").await;
    page.press_key("m").await;
    page.wait_until("s.querySelectorAll('.strip .mark').length === 1").await;
    page.finish().await;
}

#[tokio::test]
async fn letters_with_the_control_key_are_left_to_the_browser() {
    let (_site, page) = open_plain().await;
    tab_to(&page, "[data-act=start]").await;
    page.press_key("Enter").await;
    wait_for_focus(&page, "[part=floor]").await;
    page.press_key("m").await;
    page.wait_until("s.querySelectorAll('.strip .mark').length === 1").await;
    page.press_key("Control+z").await;
    page.press_key("Control+m").await;
    page.flush().await;
    assert_eq!(exported_meeting(&page).await["marks"].as_array().map(Vec::len), Some(1));
    page.finish().await;
}
