//! Accessible names, roles and announcements for users of screen readers.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{
    FLOOR, KEYS, LINE, LOOPS, PAST, SETTINGS, STORE, add_capture, call_ok, open_plain,
    open_with_clock, start_meeting, wait_for_announcement, wait_for_focus,
};

/// Roles that require an accessible name.
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

/// The role and the name of each node in the page's accessibility tree, without ignored nodes.
async fn accessibility_tree(page: &Page) -> Vec<(String, String)> {
    let tree = page.cdp("Accessibility.getFullAXTree", json!({})).await;
    let nodes = tree["nodes"].as_array().expect("the tree has nodes").iter();
    let word =
        |node: &Value, what: &str| node[what]["value"].as_str().unwrap_or_default().to_owned();
    nodes
        .filter(|node| node["ignored"] != true)
        .map(|node| (word(node, "role"), word(node, "name")))
        .collect()
}

/// Asserts that every control of this screen has a name.
async fn assert_all_named(page: &Page, screen: &str) {
    let tree = accessibility_tree(page).await;
    let named = tree.iter().filter(|(role, _)| NAMED.contains(&role.as_str()));
    let controls: Vec<_> = named.collect();
    assert!(controls.len() > 2, "{screen} has controls: {tree:?}");
    let without: Vec<_> = controls.iter().filter(|(_, name)| name.trim().is_empty()).collect();
    assert!(without.is_empty(), "{screen}: {without:?} without a name in {controls:?}");
    // A stepper's `output` announces its own changes; everything else uses the one status region.
    let own = page.widget("return s.querySelectorAll('output').length").await;
    let statuses = tree.iter().filter(|(role, _)| role == "status").count();
    assert_eq!(Some(statuses as u64), own.as_u64().map(|own| own + 1), "{screen}: one status");
}

#[tokio::test]
async fn every_control_of_every_screen_has_a_name() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    call_ok(&page, "mark", Value::Null).await;
    add_capture(&page, "issue", "nobody calls back", "Maria").await;
    assert_all_named(&page, "live").await;
    page.click("[data-act=amend]").await;
    assert_all_named(&page, "amending").await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.wait_for(".live[data-state=listening]").await;
    assert_all_named(&page, "listening").await;
    call_ok(&page, "takeBreak", Value::Null).await;
    assert_all_named(&page, "break").await;
    call_ok(&page, "end", Value::Null).await;
    page.widget("s.querySelectorAll('details').forEach((one) => { one.open = true; })").await;
    assert_all_named(&page, "review").await;
    page.click("[data-act=done]").await;
    assert_all_named(&page, "start").await;
    page.click(PAST).await;
    page.wait_for(".past").await;
    assert_all_named(&page, "past").await;
    page.click(LOOPS).await;
    page.wait_for(".loops").await;
    page.click(".loop-row").await;
    page.click("[data-step=tell-back]").await;
    page.wait_for(".step-form").await;
    assert_all_named(&page, "loops").await;
    page.click(SETTINGS).await;
    page.wait_for(".settings").await;
    assert_all_named(&page, "settings").await;
    page.click(STORE).await;
    page.wait_for(".store").await;
    assert_all_named(&page, "what is kept").await;
    page.click("[data-act=erase]").await;
    page.wait_for("dialog[open]").await;
    let names = accessibility_tree(&page).await;
    assert!(names.contains(&("dialog".into(), "Delete everything?".into())), "{names:?}");
    page.click("[data-act=cancel]").await;
    page.click(KEYS).await;
    page.wait_for("dialog[open]").await;
    let names = accessibility_tree(&page).await;
    assert!(names.contains(&("dialog".into(), "Keyboard shortcuts".into())), "{names:?}");
    page.finish().await;
}

#[tokio::test]
async fn the_floor_buttons_name_says_who_has_the_floor_and_what_a_tap_does() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    for (method, name) in [
        ("flush", "Listening tap when you speak"),
        ("passFloor", "You are talking tap when they speak"),
        ("takeBreak", "Break tap to resume"),
        ("resume", "Listening tap when you speak"),
    ] {
        call_ok(&page, method, Value::Null).await;
        let tree = accessibility_tree(&page).await;
        assert!(tree.contains(&("button".into(), name.into())), "{method}: {tree:?}");
    }
    page.finish().await;
}

#[tokio::test]
async fn every_change_is_announced_in_one_polite_region() {
    let (_site, page) = open_with_clock().await;
    assert_eq!(page.attr("[role=status]", "aria-live").await.as_deref(), Some("polite"));
    page.click("[data-act=start]").await;
    wait_for_announcement(&page, "Listening. The client has the floor.").await;
    page.clock().advance(65_000).await;
    page.click(FLOOR).await;
    wait_for_announcement(&page, "You are talking.").await;
    call_ok(&page, "mark", Value::Null).await;
    wait_for_announcement(&page, "Marked at 1:05.").await;
    page.type_text(LINE, "nobody calls back\n").await;
    wait_for_announcement(&page, "Outcome saved.").await;
    page.click("[data-act=undo]").await;
    page.wait_until("!s.querySelector('blockquote')").await;
    wait_for_announcement(&page, "Undone.").await;
    page.click("[data-tally=asked]").await;
    wait_for_announcement(&page, "Asked: 1.").await;
    page.click("[data-act=break]").await;
    wait_for_announcement(&page, "Break.").await;
    page.click(FLOOR).await;
    wait_for_announcement(&page, "Listening.").await;
    call_ok(&page, "end", Value::Null).await;
    wait_for_announcement(&page, "Meeting ended.").await;
    page.finish().await;
}

#[tokio::test]
async fn the_announce_property_sets_what_is_announced() {
    let (_site, page) = open_with_clock().await;
    page.widget("w.announce = 'minutes'").await;
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(60_000).await;
    wait_for_announcement(&page, "1 minute.").await;
    call_ok(&page, "passFloor", Value::Null).await;
    wait_for_announcement(&page, "1 minute.").await;
    page.widget("w.announce = 'off'").await;
    wait_for_announcement(&page, "").await;
    page.finish().await;
}

#[tokio::test]
async fn starting_focuses_the_floor_button_and_ending_focuses_the_heading() {
    let (_site, page) = open_plain().await;
    page.click("[data-act=start]").await;
    wait_for_focus(&page, FLOOR).await;
    page.click("[data-act=end]").await;
    wait_for_focus(&page, ".review h2").await;
    page.finish().await;
}
