//! Tools that other people run on the host page: page translators and session recorders.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{add_capture, call_ok, open_plain, start_meeting};

const WORDS: &str = "Nobody calls back";

/// Replaces each text on the screen as page translators do: by two nested elements that hold the text.
const TRANSLATE: &str = "
    const walker = document.createTreeWalker(s.querySelector('.heard'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts.filter((text) => text.data.trim())) {
      if (text.parentElement.closest('[translate=no]')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
    return texts.length;";

/// Opens a running meeting with a capture, in which the consultant has the floor.
async fn open_meeting(page: &Page) {
    start_meeting(page).await;
    add_capture(page, "issue", WORDS, "Maria").await;
    call_ok(page, "passFloor", Value::Null).await;
    page.wait_for(".live[data-state=talking]").await;
}

async fn shows(page: &Page, css: &str, text: &str) {
    let (css, text) = (json!(css), json!(text));
    page.wait_until(&format!("s.querySelector({css})?.textContent === {text}")).await;
}

#[tokio::test]
async fn the_state_on_screen_stays_right_after_a_page_translator() {
    let (_site, page) = open_plain().await;
    open_meeting(&page).await;
    for (state, who, news) in [
        ("listening", "Listening", "Listening."),
        ("talking", "You are talking", "You are talking."),
        ("listening", "Listening", "Listening."),
    ] {
        page.widget(TRANSLATE).await;
        call_ok(&page, "passFloor", Value::Null).await;
        page.wait_for(&format!(".live[data-state={state}]")).await;
        shows(&page, ".who", who).await;
        shows(&page, "[part=status]", news).await;
    }
    page.finish().await;
}

#[tokio::test]
async fn a_page_translator_leaves_the_clients_words_alone() {
    let (_site, page) = open_plain().await;
    open_meeting(&page).await;
    let translated = format!(
        "return [...s.querySelectorAll('.heard *')]
          .filter((el) => [...el.childNodes].some((node) => node.nodeType === 3 && node.data.includes({})))
          .map((el) => el.closest('[translate=no]') !== null);",
        json!(WORDS)
    );
    assert_eq!(page.widget(&translated).await, json!([true]));
    call_ok(&page, "end", Value::Null).await;
    page.wait_for(".review").await;
    let all = page.widget(&translated).await;
    let all = all.as_array().expect("a list");
    assert!(!all.is_empty() && all.iter().all(|is_left| *is_left == true), "{all:?}");
    page.finish().await;
}

#[tokio::test]
async fn the_same_news_twice_is_announced_twice() {
    let (_site, page) = open_plain().await;
    open_meeting(&page).await;
    let js = "
        const region = s.querySelector('[part=status]');
        const heard = [];
        new MutationObserver(() => heard.push(region.textContent))
          .observe(region, { childList: true, subtree: true, characterData: true });
        for (let nth = 0; nth < 2; nth += 1) {
          await w.mark();
          await new Promise((resolve) => setTimeout(resolve));
        }
        return heard;";
    let heard = page.widget(js).await;
    let heard = heard.as_array().expect("a list");
    assert_eq!(heard.len(), 2, "{heard:?}");
    assert_eq!(heard[0], heard[1]);
    page.finish().await;
}

#[tokio::test]
async fn session_recorders_are_told_to_leave_every_text_out() {
    let (_site, page) = open_plain().await;
    open_meeting(&page).await;
    let js = "
        const marks = ['.rr-block', '.ph-no-capture', '.fs-exclude', '.sentry-block', '.dd-privacy-hidden',
          '.smartlook-hide', '[data-private]', '[data-hj-suppress]', '[data-clarity-mask]',
          '[data-dd-privacy=hidden]', '[data-sentry-block]', '[data-cs-mask]', '[data-openreplay-hidden]'];
        const walker = document.createTreeWalker(s, NodeFilter.SHOW_TEXT);
        const seen = new Set();
        while (walker.nextNode()) {
          const { data, parentElement } = walker.currentNode;
          if (!data.trim() || parentElement.matches('style, script')) continue;
          for (const mark of marks) if (!parentElement.closest(mark)) seen.add(`${mark}: ${data}`);
        }
        return [...seen];";
    assert_eq!(page.widget(js).await, json!([]));
    page.finish().await;
}
