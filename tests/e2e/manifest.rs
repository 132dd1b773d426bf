//! The manifest, the type declarations and the running element agree.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{add_capture, call_ok};

async fn open() -> (Site, Page, Value) {
    let site = Site::dist();
    let page = Browser::new().open(&site.url("/pages/plain.html")).await;
    let manifest =
        page.eval_async("return (await fetch('/custom-elements.json')).json()", vec![]).await;
    let element = manifest["modules"][0]["declarations"][0].clone();
    (site, page, element)
}

fn names(list: &Value) -> BTreeSet<String> {
    let list = list.as_array().expect("a list").iter();
    list.map(|one| one["name"].as_str().expect("a name").to_owned()).collect()
}

async fn texts(page: &Page, js: &str) -> BTreeSet<String> {
    serde_json::from_value(page.widget(js).await).expect("a list of texts")
}

#[tokio::test]
async fn every_attribute_is_observed_and_every_member_exists() {
    let (_site, page, manifest) = open().await;
    let observed = texts(&page, "return w.constructor.observedAttributes").await;
    assert_eq!(observed, names(&manifest["attributes"]));
    let own = "
        const hidden = ['constructor', 'connectedCallback', 'disconnectedCallback', 'connectedMoveCallback',
          'adoptedCallback', 'attributeChangedCallback', 'formAssociatedCallback'];
        return Object.getOwnPropertyNames(w.constructor.prototype).filter((name) => !hidden.includes(name));";
    assert_eq!(texts(&page, own).await, names(&manifest["members"]));
    for member in manifest["members"].as_array().unwrap() {
        let name = member["name"].as_str().unwrap();
        let kind = page.widget_with("return typeof w[args[0]]", json!([name])).await;
        assert_eq!(kind == "function", member["kind"] == "method", "{name}");
    }
    page.take_problems().await;
    page.finish().await;
}

#[tokio::test]
async fn read_only_members_cannot_be_set() {
    let (_site, page, manifest) = open().await;
    let members = manifest["members"].as_array().unwrap().iter();
    for member in members.filter(|member| member["readonly"] == true) {
        let js = "'use strict'; const { set } = Object.getOwnPropertyDescriptor(w.constructor.prototype, args[0]); return set === undefined";
        assert_eq!(page.widget_with(js, json!([member["name"]])).await, true, "{}", member["name"]);
    }
    page.take_problems().await;
    page.finish().await;
}

#[tokio::test]
async fn every_rendered_part_and_slot_is_in_the_manifest() {
    let (_site, page, manifest) = open().await;
    let drawn = "return [...s.querySelectorAll('[part]')].flatMap((one) => one.getAttribute('part').split(' '))";
    let parts = names(&manifest["cssParts"]);
    let mut seen = texts(&page, drawn).await;
    call_ok(&page, "start", json!({ "client": "Harbour Trust" })).await;
    add_capture(&page, "issue", "nobody calls back", "Maria").await;
    seen.extend(texts(&page, drawn).await);
    page.click("[data-act=keys]").await;
    page.wait_for("[part~=dialog]").await;
    seen.extend(texts(&page, drawn).await);
    page.click("[data-act=close]").await;
    call_ok(&page, "end", Value::Null).await;
    seen.extend(texts(&page, drawn).await);
    page.click("[data-act=done]").await;
    page.click("[data-way=loops]").await;
    page.wait_for("[part~=loops]").await;
    seen.extend(texts(&page, drawn).await);
    // The error card is tested separately.
    seen.insert("error".to_owned());
    assert_eq!(seen, parts);
    let slots =
        texts(&page, "return [...s.querySelectorAll('slot')].map((slot) => slot.name)").await;
    assert!(slots.is_subset(&names(&manifest["slots"])), "{slots:?}");
    page.take_problems().await;
    page.finish().await;
}

#[tokio::test]
async fn every_custom_property_is_used_by_the_style_sheet() {
    let (_site, page, manifest) = open().await;
    call_ok(&page, "start", Value::Null).await;
    let js = "
        const sheet = [...s.adoptedStyleSheets].flatMap((one) => [...one.cssRules]).map((rule) => rule.cssText).join(' ');
        return args[0].filter((name) => !sheet.includes(`var(${name}`));";
    let all: Vec<String> = names(&manifest["cssProperties"]).into_iter().collect();
    assert_eq!(page.widget_with(js, json!([all])).await, json!([]), "used by the sheet");
    let js = "
        w.style.setProperty('--heard-paper', 'rgb(1, 2, 3)');
        w.style.setProperty('--heard-paper-dark', 'rgb(1, 2, 3)');";
    page.widget(js).await;
    page.wait_until(
        "getComputedStyle(s.querySelector('.heard')).backgroundColor === 'rgb(1, 2, 3)'",
    )
    .await;
    page.take_problems().await;
    page.finish().await;
}

#[tokio::test]
async fn every_event_has_the_fields_in_the_manifest() {
    let (_site, page, manifest) = open().await;
    let events = manifest["events"].as_array().unwrap();
    for event in events {
        page.listen(event["name"].as_str().unwrap()).await;
    }
    call_ok(&page, "start", Value::Null).await;
    call_ok(&page, "passFloor", Value::Null).await;
    add_capture(&page, "issue", "nobody calls back", "").await;
    call_ok(&page, "end", Value::Null).await;
    page.call("exportText", "json".into()).await.unwrap();
    let mut seen = BTreeSet::new();
    for came in page.events().await {
        let name = came["type"].as_str().unwrap().to_owned();
        let declared = events
            .iter()
            .find(|event| event["name"] == name.as_str())
            .expect("the event is in the manifest");
        let kind = declared["type"]["text"].as_str().unwrap();
        let fields = kind.trim_start_matches("CustomEvent<{ ").trim_end_matches(" }>").split("; ");
        let fields: BTreeSet<&str> = fields.filter_map(|one| one.split(':').next()).collect();
        let detail: BTreeSet<&str> =
            came["detail"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(detail, fields, "{name}");
        seen.insert(name);
    }
    for name in [
        "heard-meeting-start",
        "heard-floor-change",
        "heard-capture",
        "heard-meeting-end",
        "heard-before-export",
    ] {
        assert!(seen.contains(name), "{name} of {seen:?}");
    }
    page.take_problems().await;
    page.finish().await;
}

#[tokio::test]
async fn the_type_declarations_match_the_manifest() {
    let (_site, page, manifest) = open().await;
    let types = page.eval_async("return (await fetch('/heard.d.ts')).text()", vec![]).await;
    let types = types.as_str().unwrap();
    for list in ["members", "events"] {
        for name in names(&manifest[list]) {
            assert!(
                types.contains(&format!(" {name}")) || types.contains(&format!("\"{name}\"")),
                "{name}"
            );
        }
    }
    page.take_problems().await;
    page.finish().await;
}
