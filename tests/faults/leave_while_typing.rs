//! The page is reloaded, left or closed while the user types: the capture line keeps every letter.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Problem, Site};
use crate::fixtures::{LINE, call_ok, start_meeting, text};
use crate::rounds::{Random, rounds};
use crate::stored::WITHOUT_WIDGET;

/// The page with the widget.
const TYPING: &str = "/pages/typing.html";

/// The content of the line, what the host recorded last, and the number of letters so far.
const SEEN: &str = "
    await w.flush();
    window.faultsLooked();
    return {
      line: s.querySelector('.capture .say').value,
      typed: localStorage.getItem('host:typed'),
      letters: Number(localStorage.getItem('host:letters')),
    };";

/// Sixty letters at a fast pace, and a random time of leaving in milliseconds.
fn letters(random: &mut Random) -> (Vec<(u64, char)>, u64) {
    let beats = (0..60).map(|n| (4 + random.below(24), if n % 7 == 6 { ' ' } else { 'k' }));
    let beats: Vec<_> = beats.collect();
    let all_ms = beats.iter().map(|(ms, _)| ms).sum();
    (beats, 20 + random.below(all_ms))
}

/// Types in `page` until it unloads, and returns the page that must show the whole line.
async fn leave(site: &Site, base: &Page, way: &str, random: &mut Random) -> Page {
    let (beats, leave_ms) = letters(random);
    let page = match way {
        "close" => {
            // No other page may hold the widget, so that the next one takes over the draft.
            base.open_bare(&site.url(WITHOUT_WIDGET)).await;
            base.sibling(&site.url(TYPING)).await
        }
        _ => base.clone(),
    };
    page.type_text(LINE, "k").await;
    page.widget_with("window.faultsLeave(...args)", json!([way, leave_ms])).await;
    page.type_in_time(&beats).await;
    match way {
        "reload" => page.wait_until("!window.faultsLeft && w").await,
        "navigate" => base.wait_until("location.pathname === '/pages/without_widget.html'").await,
        _ => page.closed().await,
    }
    if way != "reload" {
        base.open(&site.url(TYPING)).await;
    }
    base.ready().await;
    base.clone()
}

#[tokio::test]
async fn the_line_keeps_the_last_letter_however_the_page_is_left() {
    let site = Site::dist();
    // By default, scripts may close only windows that they have opened.
    let closable = Browser::new().flag("--blink-settings=allowScriptsToCloseWindows=true");
    let base = closable.open(&site.url(TYPING)).await;
    start_meeting(&base).await;
    call_ok(&base, "passFloor", Value::Null).await;
    let mut random = Random::of_this_run();
    let trials = rounds(6, 60);
    let (mut letters, mut faults) = (0, Vec::new());
    for number in 0..trials {
        let way = ["reload", "navigate", "close"][number as usize % 3];
        base.widget("window.faultsLeft = true").await;
        let page = leave(&site, &base, way, &mut random).await;
        let seen = page.widget(SEEN).await;
        letters = seen["letters"].as_u64().unwrap_or(0);
        if seen["line"] != seen["typed"] {
            faults.push(format!("{number}, {way}: {seen}"));
        }
        assert!(!text(&seen["typed"]).is_empty(), "{number}, {way}: nothing was typed");
        // The next trial starts with an empty line.
        page.type_text(LINE, "\n").await;
        page.wait_until("s.querySelector('.capture .say').value === ''").await;
    }
    println!(
        "left while typing, Chromium: {trials} trials (reload, navigate, close in turn), {letters} \
         letters typed, {} lines not whole; seed {}",
        faults.len(),
        random.seed
    );
    faults.truncate(12);
    assert!(faults.is_empty(), "seed {}:\n  {}", random.seed, faults.join("\n  "));
    // The page navigated by itself, so the harness counted its requests as problems.
    let problems = base.take_problems().await;
    assert!(problems.iter().all(|p| matches!(p, Problem::Request(_))), "{problems:?}");
}
