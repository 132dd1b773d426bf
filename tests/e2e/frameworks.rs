//! The packed widget in other frameworks: the same sixteen checks for each. The apps are in tests/frameworks. `cargo
//! xtask test` builds them beforehand, or skips these tests if npm is missing and may be.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::process::Command;

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};

type Check = (&'static str, fn(Page) -> Pin<Box<dyn Future<Output = ()> + Send>>);

macro_rules! checks {
    ($($name:ident,)*) => { [$((stringify!($name), |page| Box::pin($name(page)))),*] };
}

/// In the order of the run: the ninth starts a meeting, which goes on in those after it.
const CHECKS: [Check; 16] = checks![
    it_is_shown_without_children,
    it_is_shown_with_children_passed_in,
    a_string_attribute_arrives,
    a_string_arrives_at_a_camel_case_property,
    a_number_arrives,
    true_sets_a_boolean,
    false_removes_a_boolean,
    a_change_of_state_reaches_the_widget,
    a_listener_by_reference_is_called,
    a_declared_listener_is_called_with_the_detail,
    a_listener_of_an_ancestor_is_called_and_can_cancel,
    a_method_by_reference_answers_and_refuses,
    children_that_change_stay_the_frameworks,
    moved_in_a_keyed_list_it_keeps_its_meeting,
    hidden_and_shown_again_it_is_the_same,
    taken_away_and_put_back_it_is_ready_again,
];

/// Fails unless the apps were built.
fn assert_built() {
    let hosts = std::env::var_os("HEARD_HOSTS").expect("HEARD_HOSTS names the built hosts");
    let built = PathBuf::from(hosts).join("frameworks");
    assert!(built.is_dir(), "{} is not there: `cargo xtask test e2e` builds it", built.display());
}

async fn run_all_checks(app: &str) {
    assert_built();
    let site = Site::dist();
    let page = Browser::new().blank().await.at("#main");
    page.open_bare(&site.url(&format!("/hosts/frameworks/{app}.html"))).await;
    for page in [&page, &page.at("#plain")] {
        page.wait_within(20_000, "w").await;
        page.ready().await;
    }
    let title = page.eval("return document.title", vec![]).await;
    let framework = title.as_str().unwrap_or(app);
    for (check, run) in CHECKS {
        let done = tokio::spawn(run(page.clone())).await;
        assert!(done.is_ok(), "{framework}: {check}");
    }
    eprintln!("{framework}: all {} checks", CHECKS.len());
    page.finish().await;
}

#[tokio::test]
async fn react_hosts_the_plain_tag() {
    run_all_checks("react").await;
}

#[tokio::test]
async fn react_hosts_the_wrapper() {
    run_all_checks("react-wrapper").await;
}

#[tokio::test]
async fn vue_hosts_the_widget() {
    run_all_checks("vue").await;
}

#[tokio::test]
async fn angular_hosts_the_widget() {
    run_all_checks("angular").await;
}

#[tokio::test]
async fn svelte_hosts_the_widget() {
    run_all_checks("svelte").await;
}

#[tokio::test]
async fn preact_hosts_the_widget() {
    run_all_checks("preact").await;
}

fn node(words: &[&str]) {
    assert_built();
    let project = std::env::var_os("HEARD_NODE").expect("HEARD_NODE names the frameworks");
    let ran = Command::new("node").args(words).current_dir(project).output().unwrap();
    let output = [ran.stdout, ran.stderr].concat();
    assert!(ran.status.success(), "node {words:?}: {}", String::from_utf8_lossy(&output));
}

#[test]
fn on_a_server_the_module_does_nothing_and_the_wrapper_renders_the_plain_tag() {
    node(&["server.mjs"]);
}

#[test]
fn a_bundler_keeps_what_is_used_and_nothing_else() {
    node(&["shaken.mjs"]);
}

#[test]
fn the_types_compile_in_strict_mode_and_reject_wrong_uses() {
    node(&["node_modules/typescript/bin/tsc", "--project", "."]);
}

/// Changes the state of the app.
async fn set(page: &Page, changes: Value) {
    page.eval("window.e2eHost.set(arguments[0])", vec![changes]).await;
}

/// Calls a method by the framework's reference to the element.
async fn call(page: &Page, method: &str, args: Value) -> Value {
    let js = "
        const [method, args] = arguments;
        return window.e2eHost.call(method, ...args).then((value) => ({ value }), ({ code }) => ({ code }))";
    page.eval_async(js, vec![json!(method), args]).await
}

/// The detail of an event that occurred exactly once since the last call, and whose listener was
/// attached in the way `how`.
async fn event_once(page: &Page, event: &str, how: &str) -> Value {
    let events = page.eval("return window.e2eHost.events.splice(0)", vec![]).await;
    let events = events.as_array().expect("events are a list");
    let mut matching = events.iter().filter(|heard| heard["type"] == event);
    match (matching.next(), matching.next()) {
        (Some(once), None) if once["how"] == how => once["detail"].clone(),
        _ => panic!("`{event}` did not reach the listener `{how}` once: {events:?}"),
    }
}

async fn target_shown(page: &Page, percent: u8) {
    let shown = format!(
        "[...s.querySelectorAll('output')].at(-1).textContent === 'Talk at most {percent}%'"
    );
    page.wait_until(&shown).await;
}

async fn it_is_shown_without_children(page: Page) {
    let plain = page.at("#plain");
    plain.wait_until("w.children.length === 0 && w.textContent.trim() === ''").await;
    plain.wait_until("s.querySelector('.heard').getBoundingClientRect().height > 100").await;
}

async fn it_is_shown_with_children_passed_in(page: Page) {
    page.wait_until("w.querySelector('#note').textContent === 'Heard is loading.'").await;
    page.wait_until("w.querySelector('#note').assignedSlot.hidden").await;
    page.wait_until("s.querySelector('.heard').getBoundingClientRect().height > 100").await;
}

async fn a_string_attribute_arrives(page: Page) {
    let plain = page.at("#plain");
    plain.wait_until("w.storageKey === 'frameworks-plain'").await;
    target_shown(&plain, 40).await;
}

async fn a_string_arrives_at_a_camel_case_property(page: Page) {
    page.wait_until("w.storageKey === 'frameworks-main'").await;
    page.wait_until("w.getAttribute('storage-key') === 'frameworks-main'").await;
    page.wait_until("!w.hasAttribute('storagekey')").await;
}

async fn a_number_arrives(page: Page) {
    page.wait_until("w.getAttribute('target-talk') === '30'").await;
    target_shown(&page, 30).await;
}

async fn true_sets_a_boolean(page: Page) {
    page.wait_until("w.haptics === true && w.hasAttribute('haptics')").await;
}

async fn false_removes_a_boolean(page: Page) {
    set(&page, json!({ "haptics": false })).await;
    page.wait_until("w.haptics === false && !w.hasAttribute('haptics')").await;
}

async fn a_change_of_state_reaches_the_widget(page: Page) {
    set(&page, json!({ "targetTalk": 25, "plainKey": "frameworks-other", "haptics": true })).await;
    target_shown(&page, 25).await;
    page.wait_until("w.haptics").await;
    page.at("#plain").wait_until("w.storageKey === 'frameworks-other'").await;
}

async fn a_listener_by_reference_is_called(page: Page) {
    let id = call(&page, "start", json!([{ "client": "Harbour Trust" }])).await["value"].take();
    assert_eq!(event_once(&page, "heard-meeting-start", "ref").await["id"], id);
}

async fn a_declared_listener_is_called_with_the_detail(page: Page) {
    call(&page, "passFloor", json!([])).await;
    let detail = event_once(&page, "heard-floor-change", "declared").await;
    assert_eq!((&detail["from"], &detail["to"]), (&json!("client"), &json!("consultant")));
}

async fn a_listener_of_an_ancestor_is_called_and_can_cancel(page: Page) {
    let words = json!([{ "kind": "issue", "words": "nobody calls back" }]);
    let id = call(&page, "capture", words).await["value"].take();
    assert_eq!(event_once(&page, "heard-capture", "ancestor").await["id"], id);
    set(&page, json!({ "takesExports": true, "targetTalk": 26 })).await;
    page.wait_until("w.getAttribute('target-talk') === '26'").await;
    assert_eq!(call(&page, "exportText", json!(["txt"])).await["code"], "cancelled");
    set(&page, json!({ "takesExports": false, "targetTalk": 27 })).await;
    page.wait_until("w.getAttribute('target-talk') === '27'").await;
}

async fn a_method_by_reference_answers_and_refuses(page: Page) {
    let export = call(&page, "exportText", json!(["json"])).await;
    let export: Value = serde_json::from_str(export["value"].as_str().unwrap()).unwrap();
    assert_eq!(export["clients"][0]["name"], "Harbour Trust");
    assert_eq!(call(&page, "start", json!([])).await["code"], "already-running");
}

async fn children_that_change_stay_the_frameworks(page: Page) {
    page.widget("window.e2eNote = w.querySelector('#note')").await;
    set(&page, json!({ "note": "Heard is here." })).await;
    page.wait_until("w.querySelector('#note').textContent === 'Heard is here.'").await;
    page.wait_until("window.e2eNote === w.querySelector('#note') && w.state === 'running'").await;
}

/// Remembers the element and its content, to detect a replacement.
const REMEMBER: &str = "window.e2eBefore = { w, drawn: s.querySelector('.heard') };";
const SAME: &str = "window.e2eBefore.w === w && window.e2eBefore.drawn === s.querySelector('.heard') \
    && window.e2eHost.element() === w && w.state === 'running'";

async fn moved_in_a_keyed_list_it_keeps_its_meeting(page: Page) {
    page.widget(REMEMBER).await;
    // A framework may move the neighbours instead, so at least one of the two orders must move the widget.
    let watch = "
        window.e2eMoves = 0;
        const moved = ({ addedNodes }) => [...addedNodes].some((node) => node.contains?.(w));
        const count = (records) => { window.e2eMoves += records.filter(moved).length; };
        new MutationObserver(count).observe(document.querySelector('ul'), { childList: true });";
    page.widget(watch).await;
    for order in [["ledger", "minutes", "widget"], ["widget", "ledger", "minutes"]] {
        set(&page, json!({ "order": order })).await;
        let at = order.iter().position(|key| *key == "widget").unwrap();
        page.wait_until(&format!("document.querySelectorAll('li')[{at}].contains(w)")).await;
    }
    page.wait_until(&format!("window.e2eMoves > 0 && {SAME}")).await;
    call(&page, "passFloor", json!([])).await;
    event_once(&page, "heard-floor-change", "declared").await;
}

async fn hidden_and_shown_again_it_is_the_same(page: Page) {
    page.widget(REMEMBER).await;
    set(&page, json!({ "hidden": true })).await;
    page.wait_until("w.getClientRects().length === 0").await;
    set(&page, json!({ "hidden": false })).await;
    page.wait_until(&format!("w.getBoundingClientRect().height > 100 && {SAME}")).await;
}

async fn taken_away_and_put_back_it_is_ready_again(page: Page) {
    for _ in 0..2 {
        page.widget("window.e2eBefore = w").await;
        set(&page, json!({ "shown": false })).await;
        page.wait_until("!w").await;
        set(&page, json!({ "shown": true })).await;
        page.wait_until("w !== window.e2eBefore && w.matches(':state(ready)')").await;
        page.wait_until("window.e2eHost.element() === w && w.state === 'running'").await;
        page.wait_until("w.storageKey === 'frameworks-main' && w.haptics").await;
        page.wait_until("w.querySelector('#note').textContent === 'Heard is here.'").await;
    }
    call(&page, "passFloor", json!([])).await;
    event_once(&page, "heard-floor-change", "declared").await;
    call(&page, "end", json!([])).await;
    call(&page, "start", json!([])).await;
    event_once(&page, "heard-meeting-start", "ref").await;
}
