//! Mailing, printing and sharing the recap, and what is offered where the browser forbids it.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{PAST, add_capture, call_ok, open_with_clock, start_meeting, text};
use crate::recap::{COPY, clipboard, exported, grant_clipboard, open_review, wait_for_status};
use crate::recap_hostile::notebook_of;

/// Records the links that the page would click.
async fn catch_links(page: &Page) {
    let js = "
        window.links = [];
        HTMLAnchorElement.prototype.click = function () { links.push([this.href, this.download]); };";
    page.eval(js, vec![]).await;
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
    let area = page.widget(js).await;
    assert_eq!(area, json!({ "focused": true, "chosen": exported(&page, "txt", "client").await }));
    page.finish().await;
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
    assert_eq!(saved, "what-i-heard-Harbour-Trust-2026-11-21.html");
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
    assert_eq!(shared["name"], "what-i-heard-Harbour-Trust-2026-11-21.html");
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
    page.click(PAST).await;
    page.click(".entry").await;
    page.wait_for(COPY).await;
    catch_links(&page).await;
    for (audience, name) in [(1, "what-i-heard"), (2, "for-myself")] {
        page.click(&format!(".recap label:nth-of-type({audience})")).await;
        for form in ["md", "txt", "html", "ics"] {
            page.click(&format!("[data-act=recap-{form}]")).await;
            wait_for_status(&page, "Exported as a file").await;
            let saved = page.eval("return links.at(-1)[1]", vec![]).await;
            assert_eq!(saved, json!(format!("{name}-Tom-2026-11-21.{form}")));
        }
    }
    page.finish().await;
}
