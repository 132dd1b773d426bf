//! The page reloaded, left or closed in the middle of a word: the line holds every letter that was
//! typed.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Problem, Site};
use crate::kept::ELSEWHERE;
use crate::rounds::{Random, rounds};
use crate::scene::{LINE, begin, done, text};

/// The page with the widget.
const TYPING: &str = "/pages/typing.html";

/// What stands in the line, what the host saw typed last, and how many letters there were so far.
const SEEN: &str = "
    await w.flush();
    window.faultsLooked();
    return {
      line: s.querySelector('.capture .say').value,
      typed: localStorage.getItem('host:typed'),
      letters: Number(localStorage.getItem('host:letters')),
    };";

/// Sixty letters at a lively pace, and the moment of leaving somewhere among them.
fn letters(random: &mut Random) -> (Vec<(u64, char)>, u64) {
    let beats = (0..60).map(|n| (4 + random.below(24), if n % 7 == 6 { ' ' } else { 'k' }));
    let beats: Vec<_> = beats.collect();
    let all_ms = beats.iter().map(|(ms, _)| ms).sum();
    (beats, 20 + random.below(all_ms))
}

/// Types in `page` until it goes away, and comes back to the page in which the line must be whole.
async fn leave(site: &Site, base: &Page, way: &str, random: &mut Random) -> Page {
    let (beats, leave_ms) = letters(random);
    let page = match way {
        "close" => {
            // With the widget in one page only, so that the next one takes the line over.
            base.open_bare(&site.url(ELSEWHERE)).await;
            base.sibling(&site.url(TYPING)).await
        }
        _ => base.clone(),
    };
    page.type_text(LINE, "k").await;
    page.widget_with("window.faultsLeave(...args)", json!([way, leave_ms])).await;
    page.type_in_time(&beats).await;
    match way {
        "reload" => page.wait_until("!window.faultsLeft && w").await,
        "navigate" => base.wait_until("location.pathname === '/pages/elsewhere.html'").await,
        _ => page.closed().await,
    }
    if way != "reload" {
        base.open(&site.url(TYPING)).await;
    }
    base.ready().await;
    base.clone()
}

#[tokio::test]
async fn the_line_holds_the_last_letter_however_the_page_was_left() {
    let site = Site::dist();
    // A page may otherwise close only windows that it has opened itself.
    let closable = Browser::new().flag("--blink-settings=allowScriptsToCloseWindows=true");
    let base = closable.open(&site.url(TYPING)).await;
    begin(&base).await;
    done(&base, "passFloor", Value::Null).await;
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
        // The next trial begins with an empty line.
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
    // Leaving was the page's own doing, so the harness counts what loading fetches.
    let problems = base.take_problems().await;
    assert!(problems.iter().all(|p| matches!(p, Problem::Request(_))), "{problems:?}");
}
