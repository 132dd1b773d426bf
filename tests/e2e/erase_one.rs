//! Erasing one meeting, or one client with all of theirs: gone from every place that keeps it, and nothing else is.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::ropes::{Ropes, come_back, leave, put_durable, put_local};
use crate::scene::{PAST, PLAIN, SETTINGS, STORE, caught, clocked, done, notebook, text, to_store};

const DAY_MS: u64 = 86_400_000;

/// Three meetings that have ended, a day between: two with the Harbour Trust, one with Tom’s Yard; gives their ids.
async fn three(page: &Page) -> [String; 3] {
    let mut ids = Vec::new();
    for (client, words) in [
        ("Harbour Trust", "the oldest"),
        ("Tom’s Yard", "of Tom’s"),
        ("Harbour Trust", "the newest"),
    ] {
        ids.push(text(&done(page, "start", json!({ "client": client })).await));
        caught(page, "issue", words, "Maria").await;
        page.clock().advance(60_000).await;
        done(page, "end", Value::Null).await;
        page.clock().sleep(DAY_MS).await;
    }
    page.flush().await;
    ids.try_into().expect("there were three")
}

/// Asks for the row whose name begins so to be erased, and says yes.
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

/// The words that the notebook still exports.
async fn words(page: &Page) -> Vec<String> {
    let meetings = notebook(page).await["meetings"].take();
    let meetings = meetings.as_array().expect("a list").iter();
    meetings.map(|m| m["captures"][0]["words"].as_str().unwrap_or_default().to_owned()).collect()
}

fn assert_gone(kept: &Ropes, secrets: &[&str], rest: &[&str]) {
    for secret in secrets {
        assert_eq!(kept.texts_with(secret), [] as [&str; 0], "“{secret}” is nowhere");
    }
    for words in rest {
        assert!(!kept.texts_with(words).is_empty(), "“{words}” stays");
    }
}

#[tokio::test]
async fn a_meeting_goes_from_both_ropes_and_from_the_other_tab_and_the_rest_stays() {
    let (site, page) = clocked().await;
    let [oldest, ..] = three(&page).await;
    let second = page.sibling(&site.url(PLAIN)).await;
    second.click(PAST).await;
    second.wait_until("s.querySelectorAll('.entry').length === 3").await;
    to_store(&page).await;
    // The newest stands first; of the two with this client the last row is the oldest.
    let js = "
        const rows = [...s.querySelectorAll('.store li')];
        const theirs = rows.filter((row) => row.querySelector('b').textContent.startsWith('Harbour Trust'));
        theirs.at(-1).querySelector('[data-act=erase-record]').click();";
    page.widget(js).await;
    page.wait_for("dialog[open]").await;
    // Asked first, and a no is a no.
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
            &Ropes::of(tab).await,
            &["the oldest", &oldest],
            &["of Tom’s", "Harbour Trust"],
        );
    }
    // Neither tab had it in hand to put it back.
    for tab in [&page, &second] {
        tab.reload().await;
        tab.flush().await;
        assert_eq!(words(tab).await, ["of Tom’s", "the newest"]);
        assert_gone(
            &Ropes::of(tab).await,
            &["the oldest", &oldest],
            &["of Tom’s", "Harbour Trust"],
        );
    }
    page.finish().await;
}

#[tokio::test]
async fn a_client_goes_with_every_meeting() {
    let (_site, page) = clocked().await;
    let [oldest, _, newest] = three(&page).await;
    to_store(&page).await;
    erase(&page, "Client: Harbour Trust").await;
    for _ in 0..2 {
        assert_eq!(words(&page).await, ["of Tom’s"]);
        let clients = notebook(&page).await["clients"].take();
        assert_eq!(clients.as_array().map(Vec::len), Some(1), "{clients}");
        let gone = ["the oldest", "the newest", "Harbour Trust", &oldest, &newest];
        assert_gone(&Ropes::of(&page).await, &gone, &["of Tom’s", "Tom’s Yard"]);
        page.reload().await;
        page.flush().await;
    }
    page.finish().await;
}

#[tokio::test]
async fn a_client_goes_with_all_who_were_merged_into_them_in_the_other_tab_too() {
    let (site, page) = clocked().await;
    done(&page, "import", json!(foreign())).await;
    three(&page).await;
    done(&page, "start", json!({ "client": "Mill" })).await;
    caught(&page, "issue", "of the mill", "Maria").await;
    done(&page, "end", Value::Null).await;
    page.flush().await;
    let second = page.sibling(&site.url(PLAIN)).await;
    to_store(&second).await;
    to_store(&page).await;
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
            assert_gone(&Ropes::of(tab).await, &gone, &["of the mill", "Wait longer"]);
        }
        for tab in [&page, &second] {
            tab.reload().await;
            tab.flush().await;
        }
    }
    page.finish().await;
}

/// Damages the words of a meeting on both ropes, so that they are set aside.
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
async fn what_was_set_aside_of_a_meeting_goes_with_it() {
    let (site, page) = clocked().await;
    let [oldest, ..] = three(&page).await;
    damage(&site, &page, &oldest).await;
    assert_ne!(Ropes::of(&page).await.quarantine(), [] as [Value; 0]);
    to_store(&page).await;
    erase(&page, "Client: Harbour Trust").await;
    let kept = Ropes::of(&page).await;
    assert_gone(&kept, &["the 0ldest", &oldest], &["of Tom’s"]);
    assert_eq!(kept.quarantine(), [] as [Value; 0]);
    page.finish().await;
}

#[tokio::test]
async fn what_is_kept_is_listed_each_with_its_length() {
    let (_site, page) = clocked().await;
    let ids = three(&page).await;
    page.click(SETTINGS).await;
    page.click("input[name=nudge][value='1:30']").await;
    page.flush().await;
    page.click(STORE).await;
    page.wait_for(".store").await;
    let names = page.all_texts(".store li b").await;
    let days = names.iter().take(3).map(|name| name.split(" · ").next().unwrap_or_default());
    assert_eq!(days.collect::<Vec<_>>(), ["Harbour Trust", "Tom’s Yard", "Harbour Trust"]);
    assert_eq!(names[3..], ["Client: Harbour Trust", "Client: Tom’s Yard", "Settings"]);
    let kept = Ropes::of(&page).await;
    let newest = &kept.durable[&format!("m:{}", ids[2])];
    let size = format!("{} KB", newest.chars().count().div_ceil(1_000));
    let told = &page.all_texts(".store li .sub").await[0];
    assert_eq!(told, &format!("{size} in IndexedDB · {size} in localStorage"));
    page.finish().await;
}

#[tokio::test]
async fn what_is_older_than_anything_may_be_goes_when_heard_is_opened() {
    let (_site, page) = clocked().await;
    let [oldest, ..] = three(&page).await;
    page.clock().sleep(170 * DAY_MS).await;
    done(&page, "start", json!({ "client": "Harbour Trust" })).await;
    caught(&page, "issue", "of today", "").await;
    done(&page, "end", Value::Null).await;
    to_store(&page).await;
    page.click("input[name=retention][value='6 months']").await;
    page.wait_for("input[name=retention][value='6 months']:checked").await;
    page.flush().await;
    page.reload().await;
    page.flush().await;
    assert_eq!(words(&page).await.len(), 4, "half a year is not over for any of them");
    page.clock().sleep(14 * DAY_MS).await;
    page.reload().await;
    page.flush().await;
    assert_eq!(words(&page).await, ["of today"]);
    assert_gone(
        &Ropes::of(&page).await,
        &["the oldest", "of Tom’s", "the newest", &oldest],
        &["of today"],
    );
    page.finish().await;
}

/// The file of another tool: two clients with an open loop each, and something that is of no client.
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
async fn what_another_tool_said_of_a_client_goes_with_the_client_and_of_another_one_stays() {
    let (site, page) = clocked().await;
    done(&page, "import", json!(foreign())).await;
    page.flush().await;
    let second = page.sibling(&site.url(PLAIN)).await;
    to_store(&second).await;
    to_store(&page).await;
    erase(&page, "Client: Harbour Trust").await;
    second.wait_until("!s.querySelector('.store').textContent.includes('Harbour Trust')").await;
    for round in 0..2 {
        for tab in [&page, &second] {
            let left = notebook(tab).await;
            assert_eq!(left["loops"][0]["words"], "The gate squeaks", "round {round}: {left}");
            assert_eq!(left["loops"].as_array().map(Vec::len), Some(1));
            assert_eq!(left["journal"][0]["learned"], "Wait longer");
            let rest = ["The gate squeaks", "Tom’s Yard", "Wait longer"];
            assert_gone(&Ropes::of(tab).await, &["Tickets vanish", "Harbour Trust"], &rest);
        }
        for tab in [&page, &second] {
            tab.reload().await;
            tab.flush().await;
        }
    }
    page.finish().await;
}
