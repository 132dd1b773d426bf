//! The recap: shown, copied, mailed, shared, printed and saved, and free of active content in every format.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{
    add_capture, call_ok, call_refused, open_with_clock, start_meeting, text, type_keys,
    wait_for_focus,
};

const SAID: &str = ".recap .said";
pub(crate) const COPY: &str = "[data-act=recap-copy]";

/// Text that would be active content if it were interpreted as markup.
const HOSTILE: [&str; 6] = [
    "<script>window.pwned = 1</script>",
    "</title></style></bdi><img src=/pwned onerror='window.pwned = 1'>",
    "\" onmouseover=alert(1) x='<svg onload=alert(1)>",
    "[x](javascript:alert(1)) <a href=javascript:alert(1)>x</a>",
    "<meta http-equiv=refresh content='0;url=/pwned'><base href=/pwned><link rel=stylesheet href=/pwned>",
    "<iframe src=/pwned></iframe><form action=/pwned><input autofocus onfocus=alert(1)>",
];

/// A file of a meeting whose fields all contain `words`; names are limited in length.
fn notebook_of(words: &str, name: &str) -> Value {
    let capture = |(at, kind): (usize, &str)| {
        json!({
            "id": format!("c{at}"), "kind": kind, "at_ms": 1_000 * at, "floor": "client", "words": words,
            "said_by": name, "earlier": [words], "ours": words, "confirmed": null, "rank": null,
            "chain": [words, words], "hurts": words, "known_by": words, "by_when": "2026-12-01",
        })
    };
    let kinds = ["outcome", "insight", "issue", "promise", "spared", "held"];
    let captures: Vec<_> = kinds.into_iter().enumerate().map(capture).collect();
    json!({
        "heard": 1, "exported_at": "2026-11-21T12:00:00.000+00:00",
        "clients": [{ "id": "k", "name": name }],
        "meetings": [{
            "id": "m", "client": "k", "kind": "discovery", "us": 1, "them": 2,
            "started_at": "2026-11-21T09:00:00.000+00:00", "ended_at": "2026-11-21T09:47:00.000+00:00",
            "turns": [{ "party": "client", "start_ms": 0, "end_ms": 2_820_000, "source": "touch" }],
            "breaks": [], "away": [], "marks": [], "captures": captures,
            "tallies": { "asked": 0, "played_back": 0, "jumped_in": 0 },
            "guess_talk_percent": 40, "felt_heard": 3,
            "cost": [{ "kind": "pain", "whom": name, "note": words }],
            "notices": [{ "id": "n", "what": words, "how_long": words, "how_to_stop": words }],
        }],
        "loops": [], "journal": [],
    })
}

async fn exported(page: &Page, format: &str, audience: &str) -> String {
    text(&call_ok(page, "exportText", json!([format, { "audience": audience }])).await)
}

/// Opens an HTML file, and asserts that it contains text only.
async fn assert_opens_inert(site: &Site, page: &Page, html: &str) {
    site.page("/recap.html", html);
    site.page("/favicon.ico", "");
    page.open_bare(&site.url("/recap.html")).await;
    let look = "
        const odd = [...document.querySelectorAll('*')].filter((el) =>
          !/^(HTML|HEAD|META|TITLE|STYLE|BODY|H1|H2|H3|P|BLOCKQUOTE|UL|LI|SPAN|BDI|BR)$/.test(el.tagName)
          || [...el.attributes].some((a) => !/^(lang|charset|http-equiv|content|name|class|dir)$/.test(a.name)));
        return {
          odd: odd.map((el) => el.outerHTML),
          fetched: performance.getEntriesByType('resource').map((entry) => entry.name)
            // Requested by the browser for any page.
            .filter((name) => !name.endsWith('/favicon.ico')),
          pwned: window.pwned ?? null,
          metas: document.querySelectorAll('meta').length,
          text: document.body.textContent,
        };";
    let seen = page.eval(look, vec![]).await;
    let nothing = json!({ "odd": [], "fetched": [], "pwned": null });
    for field in ["odd", "fetched", "pwned"] {
        assert_eq!(seen[field], nothing[field], "{html}");
    }
    for words in HOSTILE {
        assert!(text(&seen["text"]).contains(words), "“{words}” is shown literally: {seen}");
    }
    assert_eq!(site.count("/pwned"), 0);
}

#[tokio::test]
async fn hostile_words_stay_text_in_every_exported_file() {
    let (site, page) = open_with_clock().await;
    let file = notebook_of(&HOSTILE.join(" "), HOSTILE[1]).to_string();
    call_ok(&page, "import", json!(file)).await;
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">";
    let files = [exported(&page, "html", "client").await, exported(&page, "html", "me").await];
    for html in files {
        assert!(html.contains(policy), "{html}");
        assert_opens_inert(&site, &page, &html).await;
        // Even without the policy there would be nothing to block.
        assert_opens_inert(&site, &page, &html.replace(policy, "")).await;
    }
    page.finish().await;
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
async fn open_review(page: &Page) {
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
    let mut hand = CountingUser { page: &page, touches: 0 };
    hand.tap("[data-act=end]").await;
    hand.tap("[data-guess='30']").await;
    hand.tap(".asks .say").await;
    for words in ["Nobody calls back", "Fridays are the worst", "One list would do"] {
        wait_for_focus(&page, ".asks .say").await;
        hand.write(words).await;
    }
    page.wait_until("!s.querySelector('.asks')").await;
    hand.tap(COPY).await;
    let touches = hand.touches;
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
async fn without_clipboard_access_the_text_is_selected_for_copying() {
    let (_site, page) = open_with_clock().await;
    page.eval("Object.defineProperty(navigator, 'clipboard', { value: undefined })", vec![]).await;
    open_review(&page).await;
    page.click(COPY).await;
    page.wait_for(".recap textarea").await;
    let js = "
        const area = s.querySelector('.recap textarea');
        return {
          focused: s.activeElement === area,
          chosen: area.value.slice(area.selectionStart, area.selectionEnd),
        };";
    let hand = page.widget(js).await;
    assert_eq!(hand, json!({ "focused": true, "chosen": exported(&page, "txt", "client").await }));
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

/// Records the links that the page would click.
pub(crate) async fn catch_links(page: &Page) {
    let js = "
        window.links = [];
        HTMLAnchorElement.prototype.click = function () { links.push([this.href, this.download]); };";
    page.eval(js, vec![]).await;
}

#[tokio::test]
async fn a_mail_draft_contains_the_whole_text_or_none() {
    let (site, page) = open_with_clock().await;
    grant_clipboard(&site, &page).await;
    open_review(&page).await;
    catch_links(&page).await;
    page.click("[data-act=recap-mail]").await;
    wait_for_status(&page, "Opened as a draft").await;
    let body = "return decodeURIComponent(new URL(links.at(-1)[0]).search.split('&body=')[1])";
    let body = text(&page.eval(body, vec![]).await);
    assert_eq!(body.replace("\r\n", "\n"), exported(&page, "txt", "client").await);

    add_capture(&page, "issue", &"Nobody calls back. ".repeat(100), "").await;
    page.click("[data-act=recap-mail]").await;
    wait_for_status(&page, "Too long for a draft").await;
    page.wait_until("links.length === 2").await;
    let link = text(&page.eval("return links.at(-1)[0]", vec![]).await);
    assert!(link.ends_with("&body="), "{link}");
    assert_eq!(clipboard(&page).await[0], exported(&page, "txt", "client").await);
    page.finish().await;
}

#[tokio::test]
async fn under_the_strictest_policy_a_blank_frame_is_printed() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url("/index.html")).await;
    let catch = "
        const real = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
        Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
          const inner = real.get.call(this);
          inner.print = () => {
            inner.dispatchEvent(new Event('beforeprint'));
            window.printed = [
              inner.document.title, inner.document.body.textContent,
              inner.getComputedStyle(inner.document.querySelector('blockquote')).borderInlineStartWidth,
            ];
            inner.dispatchEvent(new Event('afterprint'));
          };
          return inner;
        } });";
    page.eval(catch, vec![]).await;
    start_meeting(&page).await;
    add_capture(&page, "outcome", "Quiet Mondays", "Maria").await;
    call_ok(&page, "end", Value::Null).await;
    page.wait_for(COPY).await;
    page.click("[data-act=recap-print]").await;
    wait_for_status(&page, "Opened in the print dialog").await;
    let printed = page.eval("return window.printed", vec![]).await;
    assert!(text(&printed[0]).starts_with("What I heard, "), "{printed}");
    assert_eq!(
        printed[1],
        json!(page.widget("return s.querySelector('.sheet').textContent").await)
    );
    assert_eq!(printed[2], "3px", "it has its own style sheet");
    assert!(!page.exists("iframe").await, "the frame is removed afterwards");
    page.finish().await;
}

#[tokio::test]
async fn without_printing_a_file_is_offered() {
    let (_site, page) = open_with_clock().await;
    let js = "
        const real = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
        Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
          const inner = real.get.call(this);
          inner.print = () => {};
          return inner;
        } });";
    page.eval(js, vec![]).await;
    open_review(&page).await;
    catch_links(&page).await;
    page.click("[data-act=recap-print]").await;
    wait_for_status(&page, "This page isn’t allowed to print").await;
    let saved = page.eval("return links.at(-1)[1]", vec![]).await;
    assert_eq!(saved, "what-i-heard-2026-11-21.html");
    assert!(!page.exists("iframe").await);
    page.finish().await;
}

#[tokio::test]
async fn with_a_share_sheet_the_recap_is_shared_as_text_and_file() {
    let (_site, page) = open_with_clock().await;
    open_review(&page).await;
    assert!(!page.exists("[data-act=recap-share]").await, "this browser has no share sheet");
    let js = "
        navigator.canShare = () => true;
        navigator.share = async ({ title, text, files }) => {
          window.shared = { title, text, name: files[0].name, type: files[0].type, html: await files[0].text() };
        };";
    page.eval(js, vec![]).await;
    add_capture(&page, "issue", "Nobody calls back", "").await;
    page.click("[data-act=recap-share]").await;
    wait_for_status(&page, "Shared.").await;
    let shared = page.eval("return window.shared", vec![]).await;
    assert_eq!(shared["text"], json!(exported(&page, "txt", "client").await));
    assert_eq!(shared["html"], json!(exported(&page, "html", "client").await));
    assert_eq!(shared["name"], "what-i-heard-2026-11-21.html");
    assert_eq!(shared["type"], "text/html");
    page.eval("navigator.share = async () => { throw new Error('no'); }", vec![]).await;
    page.click("[data-act=recap-share]").await;
    wait_for_status(&page, "Not shared.").await;
    page.finish().await;
}

#[tokio::test]
async fn file_names_contain_their_audience() {
    let (_site, page) = open_with_clock().await;
    call_ok(&page, "import", json!(notebook_of("words", "Tom").to_string())).await;
    page.click(crate::fixtures::PAST).await;
    page.click(".entry").await;
    page.wait_for(COPY).await;
    catch_links(&page).await;
    for (audience, name) in [(1, "what-i-heard"), (2, "for-myself")] {
        page.click(&format!(".recap label:nth-of-type({audience})")).await;
        for form in ["md", "txt", "html", "ics"] {
            page.click(&format!("[data-act=recap-{form}]")).await;
            wait_for_status(&page, "Exported as a file").await;
            let saved = page.eval("return links.at(-1)[1]", vec![]).await;
            assert_eq!(saved, json!(format!("{name}-2026-11-21.{form}")));
        }
    }
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
