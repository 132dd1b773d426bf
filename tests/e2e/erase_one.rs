//! Erasing one meeting, or one client with all meetings: removed from every storage, and nothing else is.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::fixtures::{
    PAST, PLAIN, add_capture, call_ok, exported_notebook, open_data_screen, open_with_clock, text,
};
use crate::storage_pair::{StoragePair, come_back, leave, put_durable, put_local};

pub(crate) const DAY_MS: u64 = 86_400_000;

/// Holds three meetings on three days, two with the Harbour Trust and one with Tom’s Yard, and returns their ids.
pub(crate) async fn hold_three_meetings(page: &Page) -> [String; 3] {
    let mut ids = Vec::new();
    for (client, words) in [
        ("Harbour Trust", "the oldest"),
        ("Tom’s Yard", "of Tom’s"),
        ("Harbour Trust", "the newest"),
    ] {
        ids.push(text(&call_ok(page, "start", json!({ "client": client })).await));
        add_capture(page, "issue", words, "Maria").await;
        page.clock().advance(60_000).await;
        call_ok(page, "end", Value::Null).await;
        page.clock().sleep(DAY_MS).await;
    }
    page.flush().await;
    ids.try_into().expect("there were three")
}

/// Erases the row whose name starts with `name`, and confirms.
async fn erase(page: &Page, name: &str) {
    let js = "
        const rows = [...s.querySelectorAll('.store li')];
        const row = rows.find((row) => row.querySelector('b').textContent.startsWith(args[0]));
        row.querySelector('[data-act=erase-record]').click();";
    page.widget_with(js, json!([name])).await;
    page.wait_for("dialog[open] [data-act=erase-all]").await;
    page.click("[data-act=erase-all]").await;
    page.flush().await;
}

/// The exported words.
pub(crate) async fn words(page: &Page) -> Vec<String> {
    let meetings = exported_notebook(page).await["meetings"].take();
    let meetings = meetings.as_array().expect("a list").iter();
    meetings.map(|m| m["captures"][0]["words"].as_str().unwrap_or_default().to_owned()).collect()
}

pub(crate) fn assert_gone(kept: &StoragePair, secrets: &[&str], rest: &[&str]) {
    for secret in secrets {
        assert_eq!(kept.texts_with(secret), [] as [&str; 0], "“{secret}” is nowhere");
    }
    for words in rest {
        assert!(!kept.texts_with(words).is_empty(), "“{words}” stays");
    }
}

#[tokio::test]
async fn erasing_a_meeting_removes_it_from_both_storages_and_the_other_tab_only() {
    let (site, page) = open_with_clock().await;
    let [oldest, ..] = hold_three_meetings(&page).await;
    let second = page.sibling(&site.url(PLAIN)).await;
    second.click(PAST).await;
    second.wait_until("s.querySelectorAll('.entry').length === 3").await;
    open_data_screen(&page).await;
    // The newest meeting is first, so the last row with this client is its oldest meeting.
    let js = "
        const rows = [...s.querySelectorAll('.store li')];
        const theirs = rows.filter((row) => row.querySelector('b').textContent.startsWith('Harbour Trust'));
        theirs.at(-1).querySelector('[data-act=erase-record]').click();";
    page.widget(js).await;
    page.wait_for("dialog[open]").await;
    // Cancelling the confirmation keeps the meeting.
    page.click("[data-act=cancel]").await;
    page.wait_until("!s.querySelector('dialog')").await;
    assert_eq!(words(&page).await.len(), 3);
    page.widget(js).await;
    page.wait_for("dialog[open]").await;
    page.click("[data-act=erase-all]").await;
    page.flush().await;
    second.wait_until("s.querySelectorAll('.entry').length === 2").await;
    for tab in [&page, &second] {
        assert_eq!(words(tab).await, ["of Tom’s", "the newest"]);
        assert_gone(
            &StoragePair::of(tab).await,
            &["the oldest", &oldest],
            &["of Tom’s", "Harbour Trust"],
        );
    }
    // Neither tab writes it again.
    for tab in [&page, &second] {
        tab.reload().await;
        tab.flush().await;
        assert_eq!(words(tab).await, ["of Tom’s", "the newest"]);
        assert_gone(
            &StoragePair::of(tab).await,
            &["the oldest", &oldest],
            &["of Tom’s", "Harbour Trust"],
        );
    }
    page.finish().await;
}

#[tokio::test]
async fn erasing_a_client_removes_all_their_meetings() {
    let (_site, page) = open_with_clock().await;
    let [oldest, _, newest] = hold_three_meetings(&page).await;
    open_data_screen(&page).await;
    erase(&page, "Client: Harbour Trust").await;
    for _ in 0..2 {
        assert_eq!(words(&page).await, ["of Tom’s"]);
        let clients = exported_notebook(&page).await["clients"].take();
        assert_eq!(clients.as_array().map(Vec::len), Some(1), "{clients}");
        let gone = ["the oldest", "the newest", "Harbour Trust", &oldest, &newest];
        assert_gone(&StoragePair::of(&page).await, &gone, &["of Tom’s", "Tom’s Yard"]);
        page.reload().await;
        page.flush().await;
    }
    page.finish().await;
}

#[tokio::test]
async fn erasing_a_client_removes_merged_clients_in_the_other_tab_too() {
    let (site, page) = open_with_clock().await;
    call_ok(&page, "import", json!(foreign())).await;
    hold_three_meetings(&page).await;
    call_ok(&page, "start", json!({ "client": "Mill" })).await;
    add_capture(&page, "issue", "of the mill", "Maria").await;
    call_ok(&page, "end", Value::Null).await;
    page.flush().await;
    let second = page.sibling(&site.url(PLAIN)).await;
    open_data_screen(&second).await;
    open_data_screen(&page).await;
    let js = "
        const rows = [...s.querySelectorAll('.store li')];
        const row = rows.find((row) => row.querySelector('b').textContent === 'Client: Harbour Trust');
        row.querySelector('[data-act=about]').click();";
    page.widget(js).await;
    page.wait_for(".client-page").await;
    page.click("details.same summary").await;
    page.widget("[...s.querySelectorAll('[data-act=same]')].find((chip) => chip.textContent === 'Tom’s Yard').click();").await;
    page.wait_for("dialog[open] [data-act=same-go]").await;
    page.click("[data-act=same-go]").await;
    page.wait_until("s.querySelectorAll('.entry').length === 3").await;
    second
        .wait_until("!s.querySelector('.store').textContent.includes('Client: Tom’s Yard')")
        .await;
    page.click(".client-page [data-act=erase-record]").await;
    page.wait_for("dialog[open] [data-act=erase-all]").await;
    page.click("[data-act=erase-all]").await;
    page.wait_for(".start").await;
    page.flush().await;
    second.wait_until("!s.querySelector('.store').textContent.includes('Harbour Trust')").await;
    for round in 0..2 {
        for tab in [&page, &second] {
            assert_eq!(words(tab).await, ["of the mill"], "round {round}");
            let gone = [
                "the oldest",
                "the newest",
                "of Tom’s",
                "Harbour Trust",
                "Tom’s Yard",
                "vanish",
                "squeaks",
            ];
            assert_gone(&StoragePair::of(tab).await, &gone, &["of the mill", "Wait longer"]);
        }
        for tab in [&page, &second] {
            tab.reload().await;
            tab.flush().await;
        }
    }
    page.finish().await;
}

/// Damages a meeting's captures in both storages, so that they are quarantined.
async fn damage(site: &Site, page: &Page, id: &str) {
    let kept = leave(site, page).await;
    let name = format!("m:{id}");
    let damaged = kept.durable[&name].replacen("the oldest", "the 0ldest", 1);
    let damaged = BTreeMap::from([(name, damaged)]);
    put_local(page, &damaged).await;
    put_durable(page, &damaged).await;
    come_back(site, page).await;
    page.flush().await;
}

#[tokio::test]
async fn erasing_a_meeting_removes_its_quarantined_records() {
    let (site, page) = open_with_clock().await;
    let [oldest, ..] = hold_three_meetings(&page).await;
    damage(&site, &page, &oldest).await;
    assert_ne!(StoragePair::of(&page).await.quarantine(), [] as [Value; 0]);
    open_data_screen(&page).await;
    erase(&page, "Client: Harbour Trust").await;
    let kept = StoragePair::of(&page).await;
    assert_gone(&kept, &["the 0ldest", &oldest], &["of Tom’s"]);
    assert_eq!(kept.quarantine(), [] as [Value; 0]);
    page.finish().await;
}

/// A file of another tool: two clients with an open loop each, and a record without a client.
fn foreign() -> String {
    let of = |n: u8, words: &str| json!({ "id": format!("l{n}"), "client": format!("c{n}"), "words": words });
    json!({
        "heard": 1,
        "clients": [{ "id": "c1", "name": "Harbour Trust" }, { "id": "c2", "name": "Tom’s Yard" }],
        "loops": [of(1, "Tickets vanish"), of(2, "The gate squeaks")],
        "journal": [{ "learned": "Wait longer" }],
    })
    .to_string()
}

#[tokio::test]
async fn erasing_a_client_removes_their_unread_imported_data_only() {
    let (site, page) = open_with_clock().await;
    call_ok(&page, "import", json!(foreign())).await;
    page.flush().await;
    let second = page.sibling(&site.url(PLAIN)).await;
    open_data_screen(&second).await;
    open_data_screen(&page).await;
    erase(&page, "Client: Harbour Trust").await;
    second.wait_until("!s.querySelector('.store').textContent.includes('Harbour Trust')").await;
    for round in 0..2 {
        for tab in [&page, &second] {
            let left = exported_notebook(tab).await;
            assert_eq!(left["loops"][0]["words"], "The gate squeaks", "round {round}: {left}");
            assert_eq!(left["loops"].as_array().map(Vec::len), Some(1));
            assert_eq!(left["journal"][0]["learned"], "Wait longer");
            let rest = ["The gate squeaks", "Tom’s Yard", "Wait longer"];
            assert_gone(&StoragePair::of(tab).await, &["Tickets vanish", "Harbour Trust"], &rest);
        }
        for tab in [&page, &second] {
            tab.reload().await;
            tab.flush().await;
        }
    }
    page.finish().await;
}
