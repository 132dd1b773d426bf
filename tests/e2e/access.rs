//! Names, roles and news for those who do not see the screen.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::scene::{
    FLOOR, KEYS, LINE, LOOPS, PAST, SETTINGS, STORE, begin, caught, clocked, done, focused, plain,
    said,
};

/// Roles of what one can do something with, or whose name is all it says.
const NAMED: &[&str] = &[
    "button",
    "checkbox",
    "combobox",
    "DisclosureTriangle",
    "dialog",
    "image",
    "img",
    "link",
    "listbox",
    "navigation",
    "radio",
    "radiogroup",
    "spinbutton",
    "switch",
    "textbox",
    "timer",
];

/// The page's accessibility tree, without what is left out of it: role and name of each.
async fn tree(page: &Page) -> Vec<(String, String)> {
    let tree = page.cdp("Accessibility.getFullAXTree", json!({})).await;
    let nodes = tree["nodes"].as_array().expect("the tree has nodes").iter();
    let word =
        |node: &Value, what: &str| node[what]["value"].as_str().unwrap_or_default().to_owned();
    nodes
        .filter(|node| node["ignored"] != true)
        .map(|node| (word(node, "role"), word(node, "name")))
        .collect()
}

/// Every control of this screen has a name.
async fn all_named(page: &Page, screen: &str) {
    let tree = tree(page).await;
    let named = tree.iter().filter(|(role, _)| NAMED.contains(&role.as_str()));
    let controls: Vec<_> = named.collect();
    assert!(controls.len() > 2, "{screen} has controls: {tree:?}");
    let without: Vec<_> = controls.iter().filter(|(_, name)| name.trim().is_empty()).collect();
    assert!(without.is_empty(), "{screen}: {without:?} without a name in {controls:?}");
    // A number between two buttons tells itself when it changes; all other news has one place.
    let own = page.widget("return s.querySelectorAll('output').length").await;
    let statuses = tree.iter().filter(|(role, _)| role == "status").count();
    assert_eq!(Some(statuses as u64), own.as_u64().map(|own| own + 1), "{screen}: one status");
}

#[tokio::test]
async fn every_control_of_every_screen_has_a_name() {
    let (_site, page) = plain().await;
    begin(&page).await;
    done(&page, "passFloor", Value::Null).await;
    done(&page, "mark", Value::Null).await;
    caught(&page, "issue", "nobody calls back", "Maria").await;
    all_named(&page, "live").await;
    page.click("[data-act=amend]").await;
    all_named(&page, "amending").await;
    done(&page, "passFloor", Value::Null).await;
    page.wait_for(".live[data-state=listening]").await;
    all_named(&page, "listening").await;
    done(&page, "takeBreak", Value::Null).await;
    all_named(&page, "break").await;
    done(&page, "end", Value::Null).await;
    page.widget("s.querySelectorAll('details').forEach((one) => { one.open = true; })").await;
    all_named(&page, "review").await;
    page.click("[data-act=done]").await;
    all_named(&page, "start").await;
    page.click(PAST).await;
    page.wait_for(".past").await;
    all_named(&page, "past").await;
    page.click(LOOPS).await;
    page.wait_for(".loops").await;
    page.click(".loop-row").await;
    page.click("[data-step=tell-back]").await;
    page.wait_for(".loop-telling").await;
    all_named(&page, "loops").await;
    page.click(SETTINGS).await;
    page.wait_for(".settings").await;
    all_named(&page, "settings").await;
    page.click(STORE).await;
    page.wait_for(".store").await;
    all_named(&page, "what is kept").await;
    page.click("[data-act=erase]").await;
    page.wait_for("dialog[open]").await;
    let names = tree(&page).await;
    assert!(names.contains(&("dialog".into(), "Delete everything?".into())), "{names:?}");
    page.click("[data-act=cancel]").await;
    page.click(KEYS).await;
    page.wait_for("dialog[open]").await;
    let names = tree(&page).await;
    assert!(names.contains(&("dialog".into(), "Keyboard shortcuts".into())), "{names:?}");
    page.finish().await;
}

#[tokio::test]
async fn the_circles_name_tells_who_has_the_floor_and_what_a_touch_does() {
    let (_site, page) = plain().await;
    begin(&page).await;
    for (method, name) in [
        ("flush", "Listening tap when you speak"),
        ("passFloor", "You are talking tap when they speak"),
        ("takeBreak", "Break tap to resume"),
        ("resume", "Listening tap when you speak"),
    ] {
        done(&page, method, Value::Null).await;
        let tree = tree(&page).await;
        assert!(tree.contains(&("button".into(), name.into())), "{method}: {tree:?}");
    }
    page.finish().await;
}

#[tokio::test]
async fn one_polite_region_tells_the_news() {
    let (_site, page) = clocked().await;
    assert_eq!(page.attr("[role=status]", "aria-live").await.as_deref(), Some("polite"));
    page.click("[data-act=start]").await;
    said(&page, "Listening. The client has the floor.").await;
    page.clock().advance(65_000).await;
    page.click(FLOOR).await;
    said(&page, "You are talking.").await;
    done(&page, "mark", Value::Null).await;
    said(&page, "Marked at 1:05.").await;
    page.type_text(LINE, "nobody calls back\n").await;
    said(&page, "Outcome saved.").await;
    page.click("[data-act=undo]").await;
    page.wait_until("!s.querySelector('blockquote')").await;
    said(&page, "Undone.").await;
    page.click("[data-tally=asked]").await;
    said(&page, "Asked: 1.").await;
    page.click("[data-act=break]").await;
    said(&page, "Break.").await;
    page.click(FLOOR).await;
    said(&page, "Listening.").await;
    done(&page, "end", Value::Null).await;
    said(&page, "Meeting ended.").await;
    page.finish().await;
}

#[tokio::test]
async fn the_host_chooses_how_much_is_said() {
    let (_site, page) = clocked().await;
    page.widget("w.announce = 'minutes'").await;
    begin(&page).await;
    done(&page, "passFloor", Value::Null).await;
    page.clock().advance(60_000).await;
    said(&page, "1 minute.").await;
    done(&page, "passFloor", Value::Null).await;
    said(&page, "1 minute.").await;
    page.widget("w.announce = 'off'").await;
    said(&page, "").await;
    page.finish().await;
}

#[tokio::test]
async fn the_focus_goes_to_the_circle_at_the_start_and_to_the_heading_at_the_end() {
    let (_site, page) = plain().await;
    page.click("[data-act=start]").await;
    focused(&page, FLOOR).await;
    page.click("[data-act=end]").await;
    focused(&page, ".review h2").await;
    page.finish().await;
}

#[tokio::test]
async fn what_is_hidden_from_the_eye_is_not_hidden_from_screen_readers() {
    let (_site, page) = plain().await;
    begin(&page).await;
    done(&page, "passFloor", Value::Null).await;
    done(&page, "passFloor", Value::Null).await;
    page.wait_for(".live[data-quiet=true]").await;
    let tree = tree(&page).await;
    for name in ["Mark", "Break", "Undo", "End"] {
        assert!(tree.contains(&("button".into(), name.into())), "{name}: {tree:?}");
    }
    page.finish().await;
}
