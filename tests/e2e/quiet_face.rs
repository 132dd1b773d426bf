//! The quiet face: while the client talks, there is nothing to read and nothing moves; a tap shows the details again.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{
    FLOOR, LINE, SETTINGS, call_ok, open_plain, open_with_clock, start_meeting, wait_for_focus,
};

/// The visible texts of the live screen, each with its total opacity.
const READABLE: &str = "(() => {
    const live = s.querySelector('.live');
    const walker = document.createTreeWalker(live, NodeFilter.SHOW_TEXT);
    const seen = (el) => {
      for (let one = el; one && one !== s; one = one.parentNode) {
        const style = getComputedStyle(one);
        if (Number(style.opacity) === 0 || style.visibility !== 'visible') return false;
      }
      return el.getClientRects().length > 0;
    };
    const texts = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.data.trim();
      if (text && seen(walker.currentNode.parentElement)) texts.push(text);
    }
    for (const field of live.querySelectorAll('textarea, input[type=text]')) {
      if (seen(field)) texts.push(field.value || field.placeholder);
    }
    return texts;
  })()";

/// The changes in the shadow tree and the timers set within `ms` milliseconds of a running clock.
const WATCHED: &str = "
    let [changes, timers] = [0, 0];
    const observer = new MutationObserver((records) => { changes += records.length; });
    observer.observe(s, { subtree: true, childList: true, attributes: true, characterData: true });
    const real = { setTimeout, setInterval, requestAnimationFrame };
    for (const name of Object.keys(real)) {
      globalThis[name] = (...given) => { timers += 1; return real[name].call(globalThis, ...given); };
    }
    await new Promise((resolve) => real.setTimeout.call(globalThis, resolve, args[0]));
    Object.assign(globalThis, real);
    observer.disconnect();
    return { changes, timers };";

/// Starts a meeting in which the client has just got the floor, so that the face is quiet.
async fn open_quiet(page: &Page) {
    start_meeting(page).await;
    call_ok(page, "passFloor", Value::Null).await;
    call_ok(page, "passFloor", Value::Null).await;
    page.wait_until(&format!("{READABLE}.length === 0")).await;
}

async fn readable_texts(page: &Page) -> Vec<Value> {
    let texts = page.widget(&format!("return {READABLE}")).await;
    texts.as_array().expect("a list of texts").clone()
}

#[tokio::test]
async fn passing_the_floor_to_the_client_makes_the_face_quiet_at_once() {
    let (_site, page) = open_plain().await;
    open_quiet(&page).await;
    assert_eq!(page.attr(".live", "data-quiet").await.as_deref(), Some("true"));
    // The ring stays visible, since it shows who has the floor.
    let ring = "return getComputedStyle(s.querySelector('.rim .theirs')).opacity";
    assert_eq!(page.widget(ring).await, "1");
    // Invisible controls do not react to taps.
    let js = "
        const hidden = s.querySelectorAll('.live .bar *, .notes *, .share *');
        return [...hidden].filter((el) => {
          const { left, top, width, height } = el.getBoundingClientRect();
          const [x, y] = [left + width / 2, top + height / 2];
          return el.contains(s.elementFromPoint(x, y));
        }).map((el) => el.outerHTML.slice(0, 80));";
    assert_eq!(page.widget(js).await, json!([]));
    page.finish().await;
}

#[tokio::test]
async fn without_input_the_face_becomes_quiet_by_itself() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    assert_ne!(
        readable_texts(&page).await,
        Vec::<Value>::new(),
        "a meeting begins with its details"
    );
    page.wait_until(&format!("{READABLE}.length === 0")).await;
    page.finish().await;
}

#[tokio::test]
async fn while_the_client_talks_nothing_changes_and_no_timer_runs() {
    let (_site, page) = open_plain().await;
    open_quiet(&page).await;
    // The last timeout and the last transition have ended.
    page.wait_until("s.getAnimations().length === 0").await;
    let still = json!({ "changes": 0, "timers": 0 });
    assert_eq!(page.widget_with(WATCHED, json!([2_500])).await, still);
    page.finish().await;
}

#[tokio::test]
async fn the_pointer_a_key_and_a_tap_show_the_details() {
    let (_site, page) = open_plain().await;
    open_quiet(&page).await;
    for (event, kind) in [("pointermove", "mouse"), ("pointerdown", "touch")] {
        let js = "
            s.querySelector('.stage').dispatchEvent(
              new PointerEvent(args[0], { pointerType: args[1], bubbles: true }));";
        page.widget_with(js, json!([event, kind])).await;
        page.wait_until(&format!("{READABLE}.includes('Harbour Trust')")).await;
        call_ok(&page, "passFloor", Value::Null).await;
        call_ok(&page, "passFloor", Value::Null).await;
        page.wait_for(".live[data-quiet=true]").await;
    }
    page.widget("s.querySelector('[part=floor]').focus()").await;
    page.press_key("Shift").await;
    page.wait_for(".live[data-quiet=false]").await;
    page.finish().await;
}

#[tokio::test]
async fn the_details_show_the_current_time_when_they_return() {
    let (_site, page) = open_with_clock().await;
    open_quiet(&page).await;
    page.clock().advance(125_000).await;
    page.widget("s.querySelector('[part=floor]').focus()").await;
    page.press_key("Shift").await;
    page.wait_until("s.querySelector('.clock').textContent === '2:05'").await;
    page.wait_until("s.querySelector('.elapsed').textContent === '2:05'").await;
    page.finish().await;
}

#[tokio::test]
async fn typing_keeps_the_details_visible() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.type_text(LINE, "nobody").await;
    wait_for_focus(&page, LINE).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.wait_until("w.floor === 'client'").await;
    // Even after the timeout of the details.
    let watched = page.widget_with(WATCHED, json!([3_300])).await;
    assert_ne!(watched["timers"], 0, "the clock runs");
    assert_eq!(page.attr(".live", "data-quiet").await.as_deref(), Some("false"));
    page.press_key("Escape").await;
    page.wait_for(".live[data-quiet=true]").await;
    page.finish().await;
}

#[tokio::test]
async fn with_the_detailed_face_the_clock_runs_while_the_client_talks() {
    let (_site, page) = open_plain().await;
    page.click(SETTINGS).await;
    page.click("input[name=face][value='All details']").await;
    assert_not_quiet(&page).await;
    let watched = page.widget_with(WATCHED, json!([1_500])).await;
    assert_ne!(watched["changes"], 0, "the digits change");
    assert!(readable_texts(&page).await.contains(&json!("Listening")));
    page.finish().await;
}

async fn assert_not_quiet(page: &Page) {
    start_meeting(page).await;
    call_ok(page, "passFloor", Value::Null).await;
    call_ok(page, "passFloor", Value::Null).await;
    page.wait_for(".live[data-state=listening][data-quiet=false]").await;
}

#[tokio::test]
async fn in_our_turn_the_digits_are_visible() {
    let (_site, page) = open_with_clock().await;
    open_quiet(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(7_000).await;
    page.wait_until("s.querySelector('.clock').textContent === '0:07'").await;
    page.wait_until(&format!("{READABLE}.includes('0:07')")).await;
    assert!(readable_texts(&page).await.contains(&json!("You are talking")));
    page.finish().await;
}

#[tokio::test]
async fn the_nudge_appears_after_two_minutes_of_our_turn() {
    let (_site, page) = open_with_clock().await;
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(119_000).await;
    page.wait_until("s.querySelector('.clock').textContent === '1:59'").await;
    assert_eq!(page.attr(".live", "data-long").await.as_deref(), Some("false"));
    assert_eq!(page.text(".nudge").await, "");
    page.clock().advance(1_000).await;
    page.wait_for(".live[data-long=true]").await;
    let nudge = page.text(".nudge").await;
    assert_eq!(nudge, "2 minutes. What would they say next if you stopped here?");
    page.click(FLOOR).await;
    page.wait_for(".live[data-state=listening][data-long=false]").await;
    assert_eq!(page.text(".nudge").await, "");
    page.finish().await;
}

#[tokio::test]
async fn there_is_no_nudge_while_the_client_talks() {
    let (_site, page) = open_with_clock().await;
    open_quiet(&page).await;
    page.clock().advance(3_600_000).await;
    page.widget("s.querySelector('[part=floor]').focus()").await;
    page.press_key("Shift").await;
    page.wait_until("s.querySelector('.clock').textContent === '1:00:00'").await;
    assert_eq!(page.attr(".live", "data-long").await.as_deref(), Some("false"));
    assert_eq!(page.text(".nudge").await, "");
    page.finish().await;
}
