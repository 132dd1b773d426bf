//! A Yew app that holds the component, and an element beside it: none hears what was meant for another.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::scene::{FLOOR, storage};

const INTRANET: &str = "/hosts/yew/index.html";
const BOTH: &str = "/hosts/yew/both.html";
/// Long enough for a wasm that was built in haste.
const LOADING_MS: u32 = 20_000;

/// The built intranet, looked at through the component in it.
async fn intranet(path: &str) -> (Site, Page) {
    let site = Site::dist();
    // The page's own source, with the element as well; the rest of the folder is the built one.
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

/// Clicks something of the intranet's own.
async fn press(page: &Page, css: &str) {
    page.at("body").click(css).await;
}

async fn deed(page: &Page, word: &str) -> String {
    press(page, &format!("[data-deed='{word}']")).await;
    page.at("body").text("#answer").await
}

async fn coffees(page: &Page) -> String {
    page.at("body").text("#coffees").await
}

/// What the app's own part of the page shows: the counter, and more days to touch than the widget has things to touch at
/// first, so that a touch taken for one of the app's own is seen.
async fn own(page: &Page) -> String {
    let own = "return document.querySelector('#own').innerHTML + document.querySelector('#answer').textContent";
    page.eval(own, vec![]).await.to_string()
}

/// What the component told the app, the state of the disk aside.
async fn told(page: &Page) -> Vec<String> {
    let mut lines = page.at("body").all_texts("#told li").await;
    lines.retain(|line| !line.starts_with("ready") && !line.starts_with("storage"));
    lines
}

/// Who has the floor by the circle of a widget.
async fn floor(page: &Page) -> Option<String> {
    page.attr(FLOOR, "data-floor").await
}

#[tokio::test]
async fn the_app_and_its_component_each_hear_their_own() {
    let (_site, page) = intranet(INTRANET).await;
    let before = own(&page).await;
    page.click("[data-act=start]").await;
    page.wait_for(".live").await;
    for holder in ["consultant", "client", "consultant"] {
        page.click(FLOOR).await;
        page.wait_for(&format!("{FLOOR}[data-floor={holder}]")).await;
    }
    assert_eq!(own(&page).await, before);
    let before = told(&page).await;
    for _ in 0..3 {
        press(&page, "#coffee").await;
    }
    assert_eq!(coffees(&page).await, "3");
    assert_eq!(floor(&page).await.as_deref(), Some("consultant"));
    assert_eq!(told(&page).await, before);
    page.finish().await;
}

#[tokio::test]
async fn outer_yew_app_no_crosstalk() {
    let (_site, page) = intranet(BOTH).await;
    let element = page.at("heard-widget");
    element.ready().await;
    element.listen("heard-floor-change").await;
    let before = own(&page).await;
    element.click("[data-act=start]").await;
    element.wait_for(".live").await;
    for holder in ["consultant", "client", "consultant"] {
        element.click(FLOOR).await;
        element.wait_for(&format!("{FLOOR}[data-floor={holder}]")).await;
    }
    assert_eq!(element.events().await.len(), 3, "each touch counts once");
    assert_eq!(own(&page).await, before);
    assert_eq!(told(&page).await, [] as [&str; 0]);
    assert!(page.exists(".start").await, "the component has a notebook of its own");

    for _ in 0..3 {
        press(&page, "#coffee").await;
    }
    assert_eq!(coffees(&page).await, "3");
    page.click("[data-act=start]").await;
    page.wait_for(".live").await;
    page.click(FLOOR).await;
    page.wait_for(&format!("{FLOOR}[data-floor=consultant]")).await;
    page.click(FLOOR).await;
    page.wait_for(&format!("{FLOOR}[data-floor=client]")).await;
    assert_eq!(told(&page).await.len(), 3);
    assert_eq!(element.events().await, [] as [Value; 0]);
    assert_eq!(element.prop("floor").await, "consultant");
    assert_eq!(coffees(&page).await, "3");
    page.finish().await;
}

#[tokio::test]
async fn callbacks_tell_the_app_what_happens_and_no_words() {
    let (_site, page) = intranet(INTRANET).await;
    assert_eq!(deed(&page, "start").await, "done");
    page.wait_for(".live").await;
    assert_eq!(page.text(".live header b").await, "Harbour Trust");
    page.click(FLOOR).await;
    assert_eq!(deed(&page, "capture").await, "done");
    assert_eq!(deed(&page, "end").await, "done");
    page.wait_for(".review").await;
    let lines = told(&page).await;
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
async fn the_controller_does_what_a_hand_does_and_says_why_not() {
    let (_site, page) = intranet(INTRANET).await;
    assert!(deed(&page, "pass the floor").await.starts_with("no-meeting: "));
    assert_eq!(deed(&page, "start").await, "done");
    assert_eq!(deed(&page, "to the client").await, "it was so already");
    assert_eq!(deed(&page, "pass the floor").await, "done");
    page.wait_for(&format!("{FLOOR}[data-floor=consultant]")).await;
    assert_eq!(deed(&page, "break").await, "done");
    assert!(deed(&page, "read").await.starts_with("break, floor: nobody, "));
    assert_eq!(deed(&page, "resume").await, "done");
    for word in ["mark", "tally", "capture", "undo", "redo", "end"] {
        assert_eq!(deed(&page, word).await, "done", "{word}");
    }
    assert!(deed(&page, "read").await.starts_with("review, floor: nobody, "));
    page.finish().await;
}

#[tokio::test]
async fn its_looks_come_from_the_one_adopted_sheet_and_nothing_of_the_page() {
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
    // Whoever sets the size of the root's own text means all text, the widget's too.
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
    assert_eq!(page.eval(color, vec![]).await, "rgb(255, 0, 0)", "the page itself looks so");
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
async fn taken_away_and_put_back_it_goes_on_and_tells_everything_once() {
    let (_site, page) = intranet(INTRANET).await;
    deed(&page, "start").await;
    page.wait_for(".live").await;
    for _ in 0..2 {
        press(&page, "#show").await;
        page.at("body").wait_until("!s.querySelector('.first')").await;
        assert!(deed(&page, "mark").await.starts_with("not-connected: "));
        press(&page, "#show").await;
        page.wait_for(".live").await;
    }
    let readies = "document.querySelector('#told').textContent.split('ready').length === 4";
    page.wait_until(readies).await;
    page.click(FLOOR).await;
    page.wait_for(&format!("{FLOOR}[data-floor=consultant]")).await;
    let floors = told(&page).await.iter().filter(|line| line.starts_with("floor")).count();
    assert_eq!(floors, 1);
    assert_eq!(deed(&page, "mark").await, "done");
    page.finish().await;
}

#[tokio::test]
async fn two_components_of_one_key_mirror_each_other() {
    let (_site, page) = intranet(INTRANET).await;
    press(&page, "#twice").await;
    let second = page.at(".second");
    second.wait_for(".start").await;
    deed(&page, "start").await;
    second.wait_for(".live").await;
    second.click(FLOOR).await;
    page.wait_for(&format!("{FLOOR}[data-floor=consultant]")).await;
    page.click(FLOOR).await;
    second.wait_for(&format!("{FLOOR}[data-floor=client]")).await;
    let floors = told(&page).await.iter().filter(|line| line.starts_with("floor")).count();
    assert_eq!(floors, 2, "each touch is told once");
    let same = "return s.adoptedStyleSheets[0] ===
        document.querySelector('.second').shadowRoot.adoptedStyleSheets[0]";
    assert_eq!(page.widget(same).await, true);
    let keys = storage(&page).await;
    assert!(keys.keys().all(|key| key.starts_with("heard:intranet:")), "{:?}", keys.keys());
    page.finish().await;
}
