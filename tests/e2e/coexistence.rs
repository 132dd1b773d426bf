//! Several copies, documents and mounts of the element, and no side effects on the host page.

use serde_json::json;

use crate::drive::{Browser, Page, ResponseRule, Site, dist};
use crate::fixtures::{FLOOR, exported_meeting, host_page, start_meeting};

#[tokio::test]
async fn loading_the_script_twice_defines_the_element_once() {
    let site = Site::dist();
    let twice = r#"<script src="/heard.js"></script><script src="/heard.js"></script>
        <script type="module" src="/heard.mjs"></script>"#;
    site.page("/twice.html", &host_page(twice, "<heard-widget></heard-widget>"));
    let page = Browser::new().open(&site.url("/twice.html")).await;
    start_meeting(&page).await;
    page.click(FLOOR).await;
    page.wait_until("w.floor === 'consultant'").await;
    assert_eq!(
        exported_meeting(&page).await["turns"].as_array().map(Vec::len),
        Some(2),
        "one touch, one turn"
    );
    assert_eq!(site.count("/heard_bg.wasm"), 0, "the second copy loads nothing");
    page.finish().await;
}

#[tokio::test]
async fn a_second_version_on_the_page_keeps_the_first() {
    let site = Site::dist();
    let newer = String::from_utf8(std::fs::read(dist().join("heard.js")).unwrap()).unwrap();
    let version = concat!("static version = \"", env!("CARGO_PKG_VERSION"), "\"");
    assert!(newer.contains(version));
    site.rule(
        "/newer.js",
        ResponseRule::new().body(newer.replace(version, "static version = \"99.0.0\"")),
    );
    let both = r#"<script>
        window.e2eSaid = [];
        console.info = (...words) => e2eSaid.push(words.join(' '));
        document.addEventListener('heard-version', ({ detail }) => e2eSaid.push(detail));
        </script>
        <script src="/heard.js"></script><script src="/newer.js"></script>"#;
    site.page("/versions.html", &host_page(both, "<heard-widget></heard-widget>"));
    let page = Browser::new().open(&site.url("/versions.html")).await;
    start_meeting(&page).await;
    assert_eq!(
        page.widget("return w.constructor.version").await,
        env!("CARGO_PKG_VERSION"),
        "the first one stays"
    );
    let reports = page.eval("return e2eSaid", vec![]).await;
    assert_eq!(
        reports.as_array().map(Vec::len),
        Some(2),
        "reported once in the console and once by an event: {reports}"
    );
    assert!(reports[0].as_str().unwrap().contains("99.0.0"), "{reports}");
    assert_eq!(
        reports[1],
        json!({ "v": 1, "version": env!("CARGO_PKG_VERSION"), "other": "99.0.0" })
    );
    page.finish().await;
}

#[tokio::test]
async fn the_element_can_be_defined_under_another_name() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url("/pages/plain.html")).await;
    let js = "
        const Other = w.constructor.define('acme-listening');
        const other = document.createElement('acme-listening');
        other.storage = 'memory';
        document.body.append(other);
        await other.ready;
        await other.start();
        return [other.state, w.state, Other === customElements.get('acme-listening'), w.constructor.define() === w.constructor];";
    assert_eq!(page.widget(js).await, json!(["running", "idle", true, true]));
    page.finish().await;
}

#[tokio::test]
async fn move_before_keeps_the_widgets_state() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url("/pages/host.html")).await;
    start_meeting(&page).await;
    let js = "
        const before = s.querySelector('.heard');
        s.querySelector('.say').focus();
        document.querySelector('#second').moveBefore(w, null);
        await new Promise((resolve) => setTimeout(resolve));
        return [before === s.querySelector('.heard'), s.activeElement === s.querySelector('.say'), w.state];";
    assert_eq!(page.widget(js).await, json!([true, true, "running"]));
    page.finish().await;
}

#[tokio::test]
async fn the_element_survives_adoption_into_a_frame_and_back() {
    let site = Site::dist();
    site.page("/adopt.html", &host_page(
        r#"<script src="/heard.js"></script>"#,
        r#"<iframe id="frame" title="another document" src="/inner.html"></iframe><main><heard-widget></heard-widget></main>"#,
    ));
    site.page("/inner.html", &host_page("", "<p>Another document</p>"));
    let page = Browser::new().open(&site.url("/adopt.html")).await;
    start_meeting(&page).await;
    let js = "
        const inner = document.querySelector('#frame').contentDocument;
        const looks = () => w.ownerDocument.defaultView.getComputedStyle(s.querySelector('.heard')).display;
        const results = [];
        for (const place of [inner.body, document.querySelector('main'), inner.body, document.querySelector('main')]) {
          place.append(w);
          await w.flush();
          s.querySelector('[part=floor]').click();
          await w.flush();
          results.push([looks(), w.floor, s.adoptedStyleSheets.length, w instanceof HTMLElement]);
        }
        return results;";
    let results = page.widget(js).await;
    let here = |floor: &str| json!(["flex", floor, 1, true]);
    assert_eq!(
        results,
        json!([here("consultant"), here("client"), here("consultant"), here("client")])
    );
    assert_eq!(exported_meeting(&page).await["turns"].as_array().map(Vec::len), Some(5));
    page.finish().await;
}

/// The size of the wasm memory in bytes, and the number of nodes and listeners in the page.
async fn memory_and_listeners(page: &Page) -> (i64, i64) {
    page.cdp("HeapProfiler.collectGarbage", json!({})).await;
    let counted = page.cdp("Memory.getDOMCounters", json!({})).await;
    let bytes = page.eval("return window.e2eMemory.buffer.byteLength", vec![]).await;
    (bytes.as_i64().unwrap(), counted["nodes"].as_i64().unwrap())
}

#[tokio::test]
async fn a_thousand_mounts_leak_nothing() {
    let site = Site::dist();
    let watch = "<script>
        const { instantiate } = WebAssembly;
        WebAssembly.instantiate = async (...given) => {
          const made = await instantiate(...given);
          window.e2eMemory = made.instance.exports.memory;
          return made;
        };
    </script><script src=\"/heard.js\"></script>";
    site.page(
        "/many.html",
        &host_page(watch, "<heard-widget storage=\"memory\"></heard-widget><main></main>"),
    );
    let page = Browser::new().open(&site.url("/many.html")).await;
    let mount = "
        for (let n = 0; n < args[0]; n += 1) {
          const one = document.createElement('heard-widget');
          one.storage = 'memory';
          document.querySelector('main').append(one);
          await one.ready;
          one.remove();
          await null;
        }";
    page.widget_with(mount, json!([50])).await;
    let (before, nodes_before) = memory_and_listeners(&page).await;
    page.widget_with(mount, json!([1_000])).await;
    let (after, nodes_after) = memory_and_listeners(&page).await;
    eprintln!(
        "1,000 mounts: the wasm's memory grew by {} bytes, the page by {} nodes",
        after - before,
        nodes_after - nodes_before
    );
    assert!(after - before < 1_000_000, "from {before} to {after}");
    assert!(nodes_after - nodes_before < 500, "from {nodes_before} to {nodes_after}");
    page.finish().await;
}
