//! Several tabs write to one notebook at the same time: none loses anything, and all agree soon after the last
//! action.

use std::collections::BTreeSet;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{call_ok, exported_notebook, start_meeting, text};
use crate::json_diff::{assert_same, difference};
use crate::rounds::{Random, rounds};

const PLAIN: &str = "/pages/plain.html?storage-key=faults";
/// The time in milliseconds within which all tabs agree after the last action.
const SOON_MS: u64 = 1_000;
/// Writes at the given time, and then waits until all tabs' captures have arrived.
const WRITE: &str = include_str!("write.js");

/// Lets `count` tabs of one browser add `actions` captures in total.
async fn write_concurrently(count: u64, actions: u64) {
    let site = Site::dist();
    let mut random = Random::of_this_run();
    let first = Browser::new().open(&site.url(PLAIN)).await;
    start_meeting(&first).await;
    let mut tabs = vec![first];
    while (tabs.len() as u64) < count {
        let tab = tabs[0].sibling(&site.url(PLAIN)).await;
        tabs.push(tab);
    }
    let start_ms = now_ms() + 300 * count;
    for (tab, name) in tabs.iter().zip('a'..) {
        let plan = json!({
            "name": name, "acts": actions / count, "all": actions, "startMs": start_ms,
            "seed": random.below(1 << 32),
        });
        tab.widget_with(WRITE, plan).await;
    }
    let mut short = Vec::new();
    let mut last_act_ms = 0;
    let mut arrived_ms = 0;
    for tab in &tabs {
        let report = tab.widget("return window.faultsWritten").await;
        let ms = |name: &str| report[name].as_u64().unwrap_or_else(|| panic!("{name}: {report}"));
        last_act_ms = last_act_ms.max(ms("lastActMs"));
        arrived_ms = arrived_ms.max(ms("arrivedMs"));
        short.extend((ms("count") != actions).then(|| format!("only {} in a tab", ms("count"))));
    }
    let took_ms = arrived_ms.saturating_sub(last_act_ms);
    call_ok(&tabs[0], "end", Value::Null).await;
    let one = exported_notebook(&tabs[0]).await;
    let mut differences = Vec::new();
    for tab in &tabs[1..] {
        tab.wait_until("w.state !== 'running'").await;
        differences.extend(difference(&exported_notebook(tab).await, &one));
    }
    tabs[0].flush().await;
    tabs[0].reload().await;
    let one_again = exported_notebook(&tabs[0]).await;
    let lost = missing(&one_again, count, actions);
    println!(
        "{count} tabs at once, Chromium: 1 trial, {actions} actions, {} lost; everything was in every tab \
         {took_ms} ms after the last act; seed {}",
        lost.len(),
        random.seed
    );
    assert!(lost.is_empty(), "lost: {lost:?}");
    assert!(short.is_empty(), "{actions} actions, and {short:?} after {took_ms} ms");
    assert!(differences.is_empty(), "two tabs differ: {differences:?}");
    assert_same(&one_again, &one, "a reload changes what was there");
    assert!(took_ms <= SOON_MS, "the tabs came to the same only after {took_ms} ms");
    let first: Page = tabs.swap_remove(0);
    first.finish().await;
}

/// The words that are missing. Panics if any are there twice.
fn missing(notebook: &Value, tabs: u64, actions: u64) -> BTreeSet<String> {
    let captures = notebook["meetings"][0]["captures"].as_array().cloned().unwrap_or_default();
    let names = ('a'..).take(usize::try_from(tabs).unwrap_or(0));
    let wanted = names.flat_map(|name| (0..actions / tabs).map(move |n| format!("{name}.{n}")));
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
async fn two_tabs_that_write_concurrently_lose_nothing_and_agree() {
    write_concurrently(2, u64::from(rounds(60, 600))).await;
}

#[tokio::test]
async fn five_tabs_that_write_concurrently_lose_nothing_and_agree() {
    write_concurrently(5, u64::from(rounds(60, 600))).await;
}
