//! The recap: shown, copied, mailed, shared, printed and saved, and free of active content in every format.

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::fixtures::{
    add_capture, call_ok, call_refused, open_with_clock, start_meeting, text, type_keys,
    wait_for_focus,
};

const SAID: &str = ".recap .status-text";
pub(crate) const COPY: &str = "[data-act=recap-copy]";

pub(crate) async fn exported(page: &Page, format: &str, audience: &str) -> String {
    text(&call_ok(page, "exportText", json!([format, { "audience": audience }])).await)
}

/// Holds a meeting with two outcomes and three marks, up to its end.
async fn hold_meeting(page: &Page) {
    start_meeting(page).await;
    page.clock().advance(60_000).await;
    for _ in 0..3 {
        call_ok(page, "mark", Value::Null).await;
    }
    add_capture(page, "outcome", "Quiet Mondays", "Maria").await;
    add_capture(page, "outcome", "Tickets answered\nin a day", "").await;
    add_capture(page, "held", "Buy the other one", "").await;
}

/// Opens the review of such a meeting.
pub(crate) async fn open_review(page: &Page) {
    hold_meeting(page).await;
    call_ok(page, "end", Value::Null).await;
    page.wait_for(COPY).await;
}

pub(crate) async fn grant_clipboard(site: &Site, page: &Page) {
    let permissions = json!(["clipboardReadWrite", "clipboardSanitizedWrite"]);
    let origin = site.url("");
    page.cdp("Browser.grantPermissions", json!({ "permissions": permissions, "origin": origin }))
        .await;
}

/// The clipboard's plain text and its HTML.
pub(crate) async fn clipboard(page: &Page) -> [String; 2] {
    let js = "
        const [item] = await navigator.clipboard.read();
        const read = async (type) => item.types.includes(type) ? (await item.getType(type)).text() : '';
        return [await read('text/plain'), await read('text/html')];";
    let read = page.eval_async(js, vec![]).await;
    [text(&read[0]), text(&read[1])]
}

pub(crate) async fn wait_for_status(page: &Page, start: &str) {
    let start = json!(start);
    page.wait_until(&format!("s.querySelector('{SAID}').textContent.startsWith({start})")).await;
}

/// Performs and counts inputs.
struct CountingUser<'a> {
    page: &'a Page,
    touches: u32,
}

impl CountingUser<'_> {
    async fn tap(&mut self, css: &str) {
        self.page.wait_for(css).await;
        self.page.tap(css).await;
        self.touches += 1;
    }

    /// Types words and saves them with Enter, which counts as an input.
    async fn write(&mut self, words: &str) {
        type_keys(self.page, words).await;
        self.page.press_key("Enter").await;
        self.touches += 1;
    }
}

#[tokio::test]
async fn seven_inputs_lead_from_the_end_of_a_meeting_to_a_copied_recap() {
    let (site, page) = open_with_clock().await;
    grant_clipboard(&site, &page).await;
    hold_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(30_000).await;
    let began = std::time::Instant::now();
    let mut user = CountingUser { page: &page, touches: 0 };
    user.tap("[data-act=end]").await;
    user.tap("[data-guess='30']").await;
    user.tap(".mark-question .say").await;
    for words in ["Nobody calls back", "Fridays are the worst", "One list would do"] {
        wait_for_focus(&page, ".mark-question .say").await;
        user.write(words).await;
    }
    page.wait_until("!s.querySelector('.mark-question')").await;
    user.tap(COPY).await;
    let touches = user.touches;
    assert!(began.elapsed().as_secs() < 90);
    wait_for_status(&page, "Copied.").await;
    assert_eq!(touches, 7, "the limit is twelve");
    let [plain, html] = clipboard(&page).await;
    assert_eq!(plain, exported(&page, "txt", "client").await);
    for words in ["Quiet Mondays", "Nobody calls back", "Maria · not yet confirmed by you"] {
        assert!(
            html.contains(words) || html.contains(&words.replace("Maria", "<bdi>Maria</bdi>")),
            "{html}"
        );
    }
    assert!(!plain.contains("Buy the other one") && !html.contains("Buy the other one"));
    page.finish().await;
}

#[tokio::test]
async fn before_the_guess_no_private_copy_contains_the_answer() {
    let (_site, page) = open_with_clock().await;
    hold_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(30_000).await;
    call_ok(&page, "end", Value::Null).await;
    page.wait_for(".guess").await;
    assert!(!page.exists(".recap .chips").await, "there is no choice yet");
    assert_eq!(
        page.text(".recap > .sub").await,
        "Make your guess first: your own copy gives the answer away."
    );
    page.click("[data-guess='40']").await;
    page.wait_for(".recap .chips").await;
    page.click(".recap label:nth-of-type(2)").await;
    page.wait_for(".recap[data-audience=me]").await;
    assert!(page.text(".recap .sheet").await.contains("I guessed I did 40% of the talking"));
    // Undoing the guess asks for it again.
    page.click("[data-act=undo]").await;
    page.wait_for(".recap[data-audience=client]").await;
    assert!(!page.text(".recap .sheet").await.contains("How I listened"));
    page.finish().await;
}

#[tokio::test]
async fn a_host_can_export_every_format_and_no_other() {
    let (_site, page) = open_with_clock().await;
    open_review(&page).await;
    for (format, mime) in [
        ("md", "text/markdown"),
        ("txt", "text/plain"),
        ("html", "text/html"),
        ("ics", "text/calendar"),
    ] {
        let js = "
            const blob = await w.export(args[0], { audience: 'client' });
            return [blob.type, await blob.text()];";
        let blob = page.widget_with(js, json!([format])).await;
        assert_eq!(blob, json!([mime, exported(&page, format, "client").await]));
    }
    let named = json!(["md", { "client": "harbour trust" }]);
    assert!(
        text(&call_ok(&page, "exportText", named).await).contains("Buy the other one"),
        "for me"
    );
    for format in ["pdf", "MD", ""] {
        assert_eq!(call_refused(&page, "exportText", json!(format)).await, "bad-argument");
    }
    page.finish().await;
}
