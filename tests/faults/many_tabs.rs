//! Several tabs that write into one notebook at the same time: none loses anything, and all come to
//! the same soon after the last act.

use std::collections::BTreeSet;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::alike::{assert_alike, difference};
use crate::drive::{Browser, Page, Site};
use crate::rounds::{Random, rounds};
use crate::scene::{begin, done, notebook, text};

const PLAIN: &str = "/pages/plain.html?storage-key=faults";
/// How long after the last act all tabs have come to the same.
const SOON_MS: u64 = 1_000;
/// Writes at the appointed moment, and then watches until all that all tabs write has arrived.
const WRITE: &str = include_str!("write.js");

/// So many tabs of one browser write so many captures between them.
async fn together(count: u64, acts: u64) {
    let site = Site::dist();
    let mut random = Random::of_this_run();
    let first = Browser::new().open(&site.url(PLAIN)).await;
    begin(&first).await;
    let mut tabs = vec![first];
    while (tabs.len() as u64) < count {
        let tab = tabs[0].sibling(&site.url(PLAIN)).await;
        tabs.push(tab);
    }
    let start_ms = now_ms() + 300 * count;
    for (tab, name) in tabs.iter().zip('a'..) {
        let plan = json!({
            "name": name, "acts": acts / count, "all": acts, "startMs": start_ms,
            "seed": random.below(1 << 32),
        });
        tab.widget_with(WRITE, plan).await;
    }
    let mut short = Vec::new();
    let mut last_act_ms = 0;
    let mut arrived_ms = 0;
    for tab in &tabs {
        let told = tab.widget("return window.faultsWritten").await;
        let ms = |name: &str| told[name].as_u64().unwrap_or_else(|| panic!("{name}: {told}"));
        last_act_ms = last_act_ms.max(ms("lastActMs"));
        arrived_ms = arrived_ms.max(ms("arrivedMs"));
        short.extend((ms("count") != acts).then(|| format!("only {} in a tab", ms("count"))));
    }
    let took_ms = arrived_ms.saturating_sub(last_act_ms);
    done(&tabs[0], "end", Value::Null).await;
    let one = notebook(&tabs[0]).await;
    let mut differences = Vec::new();
    for tab in &tabs[1..] {
        tab.wait_until("w.state !== 'running'").await;
        differences.extend(difference(&notebook(tab).await, &one));
    }
    tabs[0].flush().await;
    tabs[0].reload().await;
    let one_again = notebook(&tabs[0]).await;
    let lost = missing(&one_again, count, acts);
    println!(
        "{count} tabs at once, Chromium: 1 trial, {acts} acts, {} lost; everything was in every tab \
         {took_ms} ms after the last act; seed {}",
        lost.len(),
        random.seed
    );
    assert!(lost.is_empty(), "lost: {lost:?}");
    assert!(short.is_empty(), "{acts} acts, and {short:?} after {took_ms} ms");
    assert!(differences.is_empty(), "two tabs differ: {differences:?}");
    assert_alike(&one_again, &one, "a reload changes what was there");
    assert!(took_ms <= SOON_MS, "the tabs came to the same only after {took_ms} ms");
    let first: Page = tabs.swap_remove(0);
    first.finish().await;
}

/// The words that are not in the notebook, or are there more than once.
fn missing(notebook: &Value, tabs: u64, acts: u64) -> BTreeSet<String> {
    let captures = notebook["meetings"][0]["captures"].as_array().cloned().unwrap_or_default();
    let names = ('a'..).take(usize::try_from(tabs).unwrap_or(0));
    let wanted = names.flat_map(|name| (0..acts / tabs).map(move |n| format!("{name}.{n}")));
    let mut wanted: BTreeSet<String> = wanted.collect();
    for capture in &captures {
        let words = text(&capture["words"]);
        assert!(wanted.remove(&words), "“{words}” is there twice, or was never written");
    }
    wanted
}

fn now_ms() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("the clock is set");
    u64::try_from(now.as_millis()).expect("the time fits")
}

#[tokio::test]
async fn two_tabs_that_write_at_once_lose_nothing_and_agree() {
    together(2, u64::from(rounds(60, 600))).await;
}

#[tokio::test]
async fn five_tabs_that_write_at_once_lose_nothing_and_agree() {
    together(5, u64::from(rounds(60, 600))).await;
}
