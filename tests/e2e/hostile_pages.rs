//! Hostile host pages: they forbid, override, clear or patch what the widget uses.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, ResponseRule, Site};
use crate::fixtures::{FLOOR, add_capture, call_ok, exported_meeting, host_page, start_meeting};

const SCRIPT: &str = r#"<script src="/heard.js"></script>"#;

/// Holds a meeting from the first tap to the recap.
async fn assert_works(page: &Page) {
    start_meeting(page).await;
    page.click(FLOOR).await;
    page.wait_until("w.floor === 'consultant'").await;
    add_capture(page, "issue", "nobody calls back", "Maria").await;
    call_ok(page, "end", Value::Null).await;
    page.wait_for("[part~=review]").await;
    page.flush().await;
    let meeting = exported_meeting(page).await;
    assert_eq!(meeting["captures"][0]["words"], "nobody calls back");
    assert_eq!(meeting["turns"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn the_widget_works_under_a_policy_of_default_src_none() {
    let site = Site::dist();
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:";
    let html = host_page(SCRIPT, "<heard-widget></heard-widget>");
    site.rule(
        "/strict.html",
        ResponseRule::new().body(html).header("Content-Security-Policy", policy),
    );
    let page = Browser::new().open(&site.url("/strict.html")).await;
    assert_works(&page).await;
    let look = "return getComputedStyle(s.querySelector('.heard')).display";
    assert_eq!(page.widget(look).await, "flex", "the style sheet is allowed");
    page.finish().await;
}

#[tokio::test]
async fn the_widget_works_with_enforced_trusted_types() {
    let site = Site::dist();
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:; \
        require-trusted-types-for 'script'; trusted-types 'none'";
    let html = host_page(SCRIPT, "<heard-widget></heard-widget>");
    site.rule(
        "/typed.html",
        ResponseRule::new().body(html).header("Content-Security-Policy", policy),
    );
    let page = Browser::new().open(&site.url("/typed.html")).await;
    assert_works(&page).await;
    page.finish().await;
}

/// The widget's pixels as a list of bytes in hexadecimal.
async fn pixels(page: &Page) -> String {
    let area = "
        await document.fonts.ready;
        const { x, y, width, height } = w.getBoundingClientRect();
        return { x, y, width, height, scale: 1 };";
    let clip = page.widget(area).await;
    let shot = page.cdp("Page.captureScreenshot", json!({ "format": "png", "clip": clip })).await;
    shot["data"].as_str().expect("a picture").to_owned()
}

/// A page with a style sheet that changes every property of every element.
const HOSTILE: &str = "<style>
    * { all: unset !important; }
    * { display: inline !important; color: red !important; background: yellow !important; font: 40px/3 monospace !important;
      letter-spacing: 1em !important; text-transform: uppercase !important; text-align: center !important; }
    html { font-size: 3px !important; }
    head, style, script { display: none !important; }
    *::before, *::after { content: 'x' !important; }
    button, input, textarea, svg, div { transform: rotate(20deg) !important; width: 3px !important; }
</style>";

#[tokio::test]
async fn a_hostile_style_sheet_changes_no_pixel() {
    let widget = r#"<heard-widget storage="memory"></heard-widget>"#;
    // The host decides the element's position, width and the background behind its corners.
    let put = "w.style.cssText = 'all: initial !important; display: block !important; position: absolute !important; \
        left: 20px !important; top: 20px !important; width: 400px !important; background: white !important'";
    let site = Site::dist();
    let mut seen = Vec::new();
    for style in ["<style>body { background: yellow }</style>", HOSTILE] {
        site.page("/style.html", &host_page(&format!("{style}{SCRIPT}"), widget));
        let page = Browser::new().size(500, 1400).open(&site.url("/style.html")).await;
        page.emulate_reduced_motion(true).await;
        page.widget(put).await;
        let mut shots = vec![pixels(&page).await];
        page.click("[data-way=settings]").await;
        page.wait_for(".settings").await;
        shots.push(pixels(&page).await);
        page.click("[data-way=start]").await;
        page.wait_for(".start").await;
        seen.push(shots);
        page.finish().await;
    }
    let page = Browser::new().open_bare(&site.url("/style.html")).await;
    for (plain, hostile) in seen[0].iter().zip(&seen[1]) {
        let report = page.eval_async(COMPARED, vec![json!(plain), json!(hostile)]).await;
        assert!(report["pixels"].as_u64().is_some_and(|pixels| pixels > 100_000), "{report}");
        // The browser blends the edge of a rounded corner with the background, which may round by 1 of 255.
        assert!(report["most"].as_u64().is_some_and(|most| most <= 1), "{report}");
    }
    page.take_problems().await;
    page.finish().await;
}

/// The number of different pixels in two images, and the largest difference (of 255).
const COMPARED: &str = "
    const drawn = async (base64) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${base64}`;
      await picture.decode();
      const { naturalWidth: width, naturalHeight: height } = picture;
      const paper = new OffscreenCanvas(width, height).getContext('2d');
      paper.drawImage(picture, 0, 0);
      return paper.getImageData(0, 0, width, height).data;
    };
    const [one, other] = [await drawn(arguments[0]), await drawn(arguments[1])];
    if (one.length !== other.length) return { pixels: one.length / 4, most: 255 };
    let most = 0;
    for (let at = 0; at < one.length; at += 1) most = Math.max(most, Math.abs(one[at] - other[at]));
    return { pixels: one.length / 4, most };";

#[tokio::test]
async fn quirks_mode_renders_the_same_pixels() {
    let site = Site::dist();
    let written = r#"<html lang="en"><title>Quirks</title><link rel="icon" href="data:,"><script src="/heard.js"></script>
        <table width="100%"><tr><td><heard-widget></heard-widget></table>"#;
    site.page("/quirks.html", written);
    let page = Browser::new().open(&site.url("/quirks.html")).await;
    assert_eq!(page.eval("return document.compatMode", vec![]).await, "BackCompat");
    site.page("/standard.html", &format!("<!doctype html>{written}"));
    let js = "return [...s.querySelectorAll('button, input, h2')].map((one) => [one.offsetWidth, one.offsetHeight])";
    let sizes = page.widget(js).await;
    assert_works(&page).await;
    page.finish().await;
    let page = Browser::new().open(&site.url("/standard.html")).await;
    assert_eq!(page.widget(js).await, sizes, "both modes render the same pixels");
    page.finish().await;
}

#[tokio::test]
async fn the_script_works_through_document_write() {
    let site = Site::dist();
    let html = host_page("", r#"<iframe id="frame" title="written"></iframe>"#);
    site.page("/write.html", &html);
    let page = Browser::new().open_bare(&site.url("/write.html")).await;
    let js = "
        const { contentDocument: inner } = document.querySelector('#frame');
        inner.open();
        inner.write(`<script src=\"${location.origin}/heard.js\"><\\/script><heard-widget storage=\"memory\"></heard-widget>`);
        inner.close();
        await inner.defaultView.customElements.whenDefined('heard-widget');
        if (inner.readyState !== 'complete') await new Promise((resolve) => inner.defaultView.addEventListener('load', resolve));
        const w = inner.querySelector('heard-widget');
        await w.ready;
        await w.start({ client: 'Harbour Trust' });
        w.shadowRoot.querySelector('[part=floor]').click();
        await w.flush();
        return [inner.compatMode, w.floor, inner.defaultView.getComputedStyle(w.shadowRoot.querySelector('.heard')).display];";
    assert_eq!(page.eval_async(js, vec![]).await, json!(["BackCompat", "consultant", "flex"]));
    page.finish().await;
}

/// The report of a short meeting in a frame with these attributes.
async fn framed(browser: Browser, attributes: &str, src: &str, site: &Site) -> Value {
    let frame = format!(r#"<iframe title="framed" {attributes} src="{src}"></iframe>"#);
    site.page(
        "/framing.html",
        &host_page(r#"<script src="/pages/frame_reports.js"></script>"#, &frame),
    );
    let page = browser.open_bare(&site.url("/framing.html")).await;
    page.wait_within(20_000, "window.e2eFramed?.length > 0").await;
    let mut report = page.eval("return window.e2eFramed[0]", vec![]).await;
    page.finish().await;
    assert_eq!(report["errors"], json!([]), "{report}");
    assert_eq!(report["violations"], json!([]), "{report}");
    assert_eq!((&report["state"], &report["turns"]), (&json!("review"), &json!(2)), "{report}");
    assert_eq!(report["words"], "nobody calls back", "the correction was undone");
    report["mode"].take()
}

#[tokio::test]
async fn the_widget_works_in_a_sandbox_with_scripts_only() {
    let site = Site::dist();
    let src = "/pages/framed_meeting.html";
    let mode = framed(Browser::new(), r#"sandbox="allow-scripts""#, src, &site).await;
    assert_eq!(mode, "memory", "without an origin nothing can be saved");
}

#[tokio::test]
async fn the_widget_works_in_a_sandbox_with_its_origin() {
    let site = Site::dist();
    let sandbox = r#"sandbox="allow-scripts allow-same-origin""#;
    assert_eq!(
        framed(Browser::new(), sandbox, "/pages/framed_meeting.html", &site).await,
        "durable"
    );
}

#[tokio::test]
async fn the_widget_works_in_a_third_party_frame_without_cookies() {
    let (site, other) = (Site::dist(), Site::dist());
    let src = other.url("/pages/framed_meeting.html").replace("127.0.0.1", "localhost");
    // A user or an administrator can forbid a site to store data.
    let forbidden = json!({ "localhost,*": { "setting": 2 } });
    let exceptions = "profile.content_settings.exceptions.cookies";
    let blocks = Browser::new().preference(exceptions, forbidden);
    let mode = framed(blocks, "", &src, &site).await;
    assert_eq!(mode, "memory", "the browser blocks third-party storage");
}

#[tokio::test]
async fn the_widget_works_with_patched_prototypes() {
    let patches = "<script>
        Array.prototype.each = function () { throw new Error('of the host'); };
        Array.prototype.toJSON = function () { return 'a list of the host'; };
        Object.defineProperty(Object.prototype, 'extra', { value: 1, enumerable: true, configurable: true, writable: true });
        String.prototype.toJSON = function () { return 'a text of the host'; };
        for (const name of ['map', 'filter', 'forEach', 'reduce', 'find', 'includes', 'indexOf', 'some', 'every', 'concat', 'reverse', 'sort']) {
          Array.prototype[name] = function () { throw new Error(`the host’s own ${name}`); };
        }
    </script>";
    let site = Site::dist();
    let body = r#"<heard-widget></heard-widget><script src="/pages/framed_meeting.js"></script>"#;
    site.page("/patched.html", &host_page(&format!("{patches}{SCRIPT}"), body));
    // The driver's scripts do not work with such patches, so the page runs in a frame and reports by itself.
    assert_eq!(framed(Browser::new(), "", "/patched.html", &site).await, "durable");
}

#[tokio::test]
async fn a_host_that_clears_local_storage_loses_no_data() {
    let site = Site::dist();
    site.page("/clears.html", &host_page(SCRIPT, "<heard-widget></heard-widget>"));
    let page = Browser::new().open(&site.url("/clears.html")).await;
    start_meeting(&page).await;
    for _ in 0..3 {
        page.click(FLOOR).await;
        page.flush().await;
        page.eval("localStorage.clear(); sessionStorage.clear()", vec![]).await;
    }
    add_capture(&page, "issue", "nobody calls back", "").await;
    page.flush().await;
    page.eval("localStorage.clear()", vec![]).await;
    page.reload().await;
    let kept = exported_meeting(&page).await;
    assert_eq!(kept["turns"].as_array().map(Vec::len), Some(4), "{kept}");
    assert_eq!(kept["captures"][0]["words"], "nobody calls back");
    page.finish().await;
}
