//! A Yew app with the component next to a custom element: each handles only its own events.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{FLOOR, local_storage};

const INTRANET: &str = "/hosts/yew/index.html";
const BOTH: &str = "/hosts/yew/both.html";
/// Long enough for an unoptimised wasm to start, in milliseconds.
const LOADING_MS: u32 = 20_000;

/// Opens the built intranet app; the page refers to the component in it.
async fn intranet(path: &str) -> (Site, Page) {
    let site = Site::dist();
    // The app's page with the custom element added; the other files are the built ones.
    let source = include_str!("../../examples/yew/index.html");
    let element = "<script type=\"module\" src=\"/heard.mjs\"></script></head>";
    site.page(BOTH, &source.replace("</head>", element));
    let page = Browser::new().blank().await.at(".first");
    page.open_bare(&site.url(path)).await;
    page.wait_within(LOADING_MS, "document.querySelector('#told').textContent.includes('ready')")
        .await;
    page.ready().await;
    (site, page)
}

/// Clicks an element of the app.
async fn click_in_app(page: &Page, css: &str) {
    page.at("body").click(css).await;
}

async fn run_action(page: &Page, word: &str) -> String {
    click_in_app(page, &format!("[data-deed='{word}']")).await;
    page.at("body").text("#answer").await
}

async fn coffees(page: &Page) -> String {
    page.at("body").text("#coffees").await
}

/// The app's own content: the counter, and more buttons than the widget has at first, so that an event handled by the
/// wrong app is noticed.
async fn app_content(page: &Page) -> String {
    let own = "return document.querySelector('#own').innerHTML + document.querySelector('#answer').textContent";
    page.eval(own, vec![]).await.to_string()
}

/// The callbacks that the app received, except those about saving.
async fn received_callbacks(page: &Page) -> Vec<String> {
    let mut lines = page.at("body").all_texts("#told li").await;
    lines.retain(|line| !line.starts_with("ready") && !line.starts_with("storage"));
    lines
}

/// Who has the floor according to a widget's floor button.
async fn floor_holder(page: &Page) -> Option<String> {
    page.attr(FLOOR, "data-floor").await
}

#[tokio::test]
async fn the_app_and_the_component_each_handle_their_own_events() {
    let (_site, page) = intranet(INTRANET).await;
    let before = app_content(&page).await;
    page.click("[data-act=start]").await;
    page.wait_for(".live").await;
    for holder in ["consultant", "client", "consultant"] {
        page.click(FLOOR).await;
        page.wait_for(&format!("{FLOOR}[data-floor={holder}]")).await;
    }
    assert_eq!(app_content(&page).await, before);
    let before = received_callbacks(&page).await;
    for _ in 0..3 {
        click_in_app(&page, "#coffee").await;
    }
    assert_eq!(coffees(&page).await, "3");
    assert_eq!(floor_holder(&page).await.as_deref(), Some("consultant"));
    assert_eq!(received_callbacks(&page).await, before);
    page.finish().await;
}

#[tokio::test]
async fn an_element_next_to_the_app_does_not_interfere() {
    let (_site, page) = intranet(BOTH).await;
    let element = page.at("heard-widget");
    element.ready().await;
    element.listen("heard-floor-change").await;
    let before = app_content(&page).await;
    element.click("[data-act=start]").await;
    element.wait_for(".live").await;
    for holder in ["consultant", "client", "consultant"] {
        element.click(FLOOR).await;
        element.wait_for(&format!("{FLOOR}[data-floor={holder}]")).await;
    }
    assert_eq!(element.events().await.len(), 3, "each click counts once");
    assert_eq!(app_content(&page).await, before);
    assert_eq!(received_callbacks(&page).await, [] as [&str; 0]);
    assert!(page.exists(".start").await, "the component has its own notebook");

    for _ in 0..3 {
        click_in_app(&page, "#coffee").await;
    }
    assert_eq!(coffees(&page).await, "3");
    page.click("[data-act=start]").await;
    page.wait_for(".live").await;
    page.click(FLOOR).await;
    page.wait_for(&format!("{FLOOR}[data-floor=consultant]")).await;
    page.click(FLOOR).await;
    page.wait_for(&format!("{FLOOR}[data-floor=client]")).await;
    assert_eq!(received_callbacks(&page).await.len(), 3);
    assert_eq!(element.events().await, [] as [Value; 0]);
    assert_eq!(element.prop("floor").await, "consultant");
    assert_eq!(coffees(&page).await, "3");
    page.finish().await;
}

#[tokio::test]
async fn callbacks_report_events_without_words() {
    let (_site, page) = intranet(INTRANET).await;
    assert_eq!(run_action(&page, "start").await, "done");
    page.wait_for(".live").await;
    assert_eq!(page.text(".live header b").await, "Harbour Trust");
    page.click(FLOOR).await;
    assert_eq!(run_action(&page, "capture").await, "done");
    assert_eq!(run_action(&page, "end").await, "done");
    page.wait_for(".review").await;
    let lines = received_callbacks(&page).await;
    let begins = [
        "meeting ",
        "floor: client to consultant",
        "capture: issue",
        "loop: heard, raised 1 times",
        "meeting ",
    ];
    assert_eq!(lines.len(), begins.len(), "{lines:?}");
    for (line, begin) in lines.iter().zip(begins) {
        assert!(line.starts_with(begin), "{line}");
    }
    assert!(lines[4].ends_with("ends: 1 changes, 1 captures"), "{lines:?}");
    let words = ["Harbour", "nobody calls"];
    assert!(words.iter().all(|word| lines.iter().all(|line| !line.contains(word))), "{lines:?}");
    page.finish().await;
}

#[tokio::test]
async fn the_controller_performs_commands_and_returns_errors() {
    let (_site, page) = intranet(INTRANET).await;
    assert!(run_action(&page, "pass the floor").await.starts_with("no-meeting: "));
    assert_eq!(run_action(&page, "start").await, "done");
    assert_eq!(run_action(&page, "to the client").await, "it was so already");
    assert_eq!(run_action(&page, "pass the floor").await, "done");
    page.wait_for(&format!("{FLOOR}[data-floor=consultant]")).await;
    assert_eq!(run_action(&page, "break").await, "done");
    assert!(run_action(&page, "read").await.starts_with("break, floor: nobody, "));
    assert_eq!(run_action(&page, "resume").await, "done");
    for word in ["mark", "tally", "capture", "undo", "redo", "end"] {
        assert_eq!(run_action(&page, word).await, "done", "{word}");
    }
    assert!(run_action(&page, "read").await.starts_with("review, floor: nobody, "));
    page.finish().await;
}

#[tokio::test]
async fn the_component_is_styled_by_one_adopted_sheet_only() {
    let (_site, page) = intranet(INTRANET).await;
    let looks = "
        const looks = (el) => {
            const { color, backgroundColor, fontFamily, fontSize, textTransform, display, margin, border }
                = getComputedStyle(el);
            return [color, backgroundColor, fontFamily, fontSize, textTransform, display, margin, border];
        };
        return [...s.querySelectorAll('[part=base], [part=base] *')].map(looks);";
    let before = page.widget(looks).await;
    assert!(before.as_array().is_some_and(|all| all.len() > 10), "{before}");
    // The root font size scales all text, including the widget's.
    let hostile = "
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`
            body, body * { color: red !important; background: lime !important; font: 40px cursive !important;
                text-transform: uppercase !important; letter-spacing: 9px !important; }
            button, h2, div div { display: none !important; margin: 50px !important; border: 9px solid !important; }
        `);
        document.adoptedStyleSheets = [sheet];";
    page.eval(hostile, vec![]).await;
    let color = "return getComputedStyle(document.querySelector('#coffees')).color";
    assert_eq!(page.eval(color, vec![]).await, "rgb(255, 0, 0)", "the page has this style");
    assert_eq!(page.widget(looks).await, before);
    let own =
        "return [s.adoptedStyleSheets.length, s.querySelectorAll('style, link, [style]').length]";
    assert_eq!(page.widget(own).await, json!([1, 0]));
    let root =
        "return [getComputedStyle(w).display, s.querySelector('[part=base] > .heard') !== null]";
    assert_eq!(page.widget(root).await, json!(["block", true]));
    page.finish().await;
}

#[tokio::test]
async fn a_remounted_component_continues_and_reports_each_event_once() {
    let (_site, page) = intranet(INTRANET).await;
    run_action(&page, "start").await;
    page.wait_for(".live").await;
    for _ in 0..2 {
        click_in_app(&page, "#show").await;
        page.at("body").wait_until("!s.querySelector('.first')").await;
        assert!(run_action(&page, "mark").await.starts_with("not-connected: "));
        click_in_app(&page, "#show").await;
        page.wait_for(".live").await;
    }
    let readies = "document.querySelector('#told').textContent.split('ready').length === 4";
    page.wait_until(readies).await;
    page.click(FLOOR).await;
    page.wait_for(&format!("{FLOOR}[data-floor=consultant]")).await;
    let floors =
        received_callbacks(&page).await.iter().filter(|line| line.starts_with("floor")).count();
    assert_eq!(floors, 1);
    assert_eq!(run_action(&page, "mark").await, "done");
    page.finish().await;
}

#[tokio::test]
async fn two_components_with_one_key_show_the_same_notebook() {
    let (_site, page) = intranet(INTRANET).await;
    click_in_app(&page, "#twice").await;
    let second = page.at(".second");
    second.wait_for(".start").await;
    run_action(&page, "start").await;
    second.wait_for(".live").await;
    second.click(FLOOR).await;
    page.wait_for(&format!("{FLOOR}[data-floor=consultant]")).await;
    page.click(FLOOR).await;
    second.wait_for(&format!("{FLOOR}[data-floor=client]")).await;
    let floors =
        received_callbacks(&page).await.iter().filter(|line| line.starts_with("floor")).count();
    assert_eq!(floors, 2, "each tap is reported once");
    let same = "return s.adoptedStyleSheets[0] ===
        document.querySelector('.second').shadowRoot.adoptedStyleSheets[0]";
    assert_eq!(page.widget(same).await, true);
    let keys = local_storage(&page).await;
    assert!(keys.keys().all(|key| key.starts_with("heard:intranet:")), "{:?}", keys.keys());
    page.finish().await;
}
