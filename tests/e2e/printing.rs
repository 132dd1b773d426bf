//! Printing: quotes and figures in dark text on white, without controls.

use serde_json::{Value, json};

use crate::fixtures::{add_capture, call_ok, open_with_clock, start_meeting};

/// Which of these elements are visible, and how light their text is, from 0 (black) to 255 (white).
const SEEN: &str = "
    const seen = (el) => el.getClientRects().length > 0 && getComputedStyle(el).visibility === 'visible';
    return [...s.querySelectorAll(args[0])].filter(seen).map((el) => {
      const [red, green, blue] = getComputedStyle(el).color.match(/[\\d.]+/g).map(Number);
      return { text: el.textContent, light: Math.max(red, green, blue) };
    });";

#[tokio::test]
async fn a_review_is_printed_dark_on_white_without_controls() {
    let (_site, page) = open_with_clock().await;
    start_meeting(&page).await;
    add_capture(&page, "issue", "nobody calls back", "Maria").await;
    page.clock().advance(60_000).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(30_000).await;
    call_ok(&page, "end", Value::Null).await;
    page.click("[data-guess='40']").await;
    page.wait_for(".reveal").await;
    let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
    let paper = json!({ "media": "print", "features": dark });
    page.cdp("Emulation.setEmulatedMedia", paper).await;
    let pressed = page.widget_with(SEEN, json!(["button, input, textarea, select, nav"])).await;
    assert_eq!(pressed, json!([]));
    for (what, words) in [("blockquote", "nobody calls back"), ("h2", "You did"), (".facts dt", "")]
    {
        let seen = page.widget_with(SEEN, json!([what])).await;
        assert!(
            seen[0]["text"].as_str().is_some_and(|text| text.contains(words)),
            "{what}: {seen}"
        );
        assert!(seen[0]["light"].as_f64().is_some_and(|light| light < 120.0), "{what}: {seen}");
    }
    let printed = page.cdp("Page.printToPDF", json!({})).await;
    assert!(printed["data"].as_str().is_some_and(|pdf| pdf.starts_with("JVBERi")));
    page.finish().await;
}
