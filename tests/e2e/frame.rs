//! The loader: it creates a frame on another origin, resizes it to its content, relays its events and calls its
//! methods.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{add_capture, call_ok, call_refused, start_meeting, text};

/// The `<div>` that the loader creates, which tests use like the element.
pub(crate) const BOX: &str = ".heard-frame";
pub(crate) const FRAME: &str = ".heard-frame iframe";
/// Records every message to the page before other listeners receive it.
const NOTED: &str = "
    window.e2eMessages = [];
    addEventListener('message', ({ data, origin }) => e2eMessages.push({ ...data, origin }));";

/// Two servers, one for the host's pages and one for the frames.
pub(crate) struct Sites {
    pub(crate) host: Site,
    pub(crate) frames: Site,
}

impl Sites {
    /// Frames that trust every host. The default, no trusted host, is tested separately.
    pub(crate) fn new() -> Self {
        let sites = Self { host: Site::dist(), frames: Site::dist() };
        sites.trust("*");
        sites
    }

    /// Sets the trusted hosts, as the operator of the frames' server does.
    pub(crate) fn trust(&self, hosts: &str) {
        self.frames.page("/frame.html", &trusting(hosts));
    }

    /// The loader's script element.
    pub(crate) fn loader(&self, attributes: &str) -> String {
        let address = self.frames.url("/loader.js");
        format!(r#"<script src="{address}" {attributes} async></script>"#)
    }

    /// Serves a page on the host's server, and returns its URL.
    pub(crate) fn page(&self, head: &str, body: &str) -> String {
        let start = format!(
            r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A host of a frame</title>
            <link rel="icon" href="data:,"><script src="/pages/record_events.js"></script><script>{NOTED}</script>"#
        );
        self.host.page("/framed.html", &format!("{start}{head}</head><body>{body}</body></html>"));
        self.host.url("/framed.html")
    }

    /// Opens a page with one loader, and waits until the widget in its frame is ready.
    pub(crate) async fn open(&self, attributes: &str) -> Page {
        let url = self.page("", &format!("<p>Before.</p>{}<p>After.</p>", self.loader(attributes)));
        let page = Browser::new().blank().await.at(BOX);
        page.open(&url).await;
        page
    }

    /// `html` with the frames' origin replaced by another site, which the same server serves.
    pub(crate) fn other_site_page(&self, html: &str) -> String {
        html.replace(&self.frames.url(""), &self.frames.url("").replace("127.0.0.1", "localhost"))
    }
}

/// The frame's page with trusted hosts.
pub(crate) fn trusting(hosts: &str) -> String {
    let html = include_str!("../../src/embed/frame/frame.html");
    let (as_delivered, named) = ("content=\"\"", format!("content=\"{hosts}\""));
    assert!(html.contains(as_delivered));
    html.replace(as_delivered, &named)
}

/// Enters the frame that `css` finds.
pub(crate) async fn inside(page: &Page, css: &str) -> Page {
    page.enter(css).await;
    page.at("heard-widget")
}

/// The messages of a type that the page has received.
pub(crate) async fn messages(page: &Page, kind: &str) -> Vec<Value> {
    let js = "return e2eMessages.filter(({ type }) => type === arguments[0])";
    match page.eval(js, vec![json!(kind)]).await {
        Value::Array(messages) => messages,
        other => panic!("messages are a list, not {other}"),
    }
}

#[tokio::test]
async fn the_loader_creates_a_frame_and_fetches_four_files() {
    let sites = Sites::new();
    let page = sites.open(r#"data-storage-key="acme" data-title="Who talks""#).await;
    let frame = "
        const [p, box, after] = [...document.body.children].filter((el) => el.localName !== 'script');
        const frame = box.firstElementChild;
        const { title, loading, allow, offsetWidth, attributes } = frame;
        const { borderTopWidth } = getComputedStyle(frame);
        return [box.className, box.children.length, after.textContent, title, loading, allow, offsetWidth === box.offsetWidth,
            borderTopWidth];";
    let allow = "screen-wake-lock; clipboard-write; web-share";
    let wanted =
        json!([BOX.trim_start_matches('.'), 1, "After.", "Who talks", "lazy", allow, true, "0px"]);
    assert_eq!(page.eval(frame, vec![]).await, wanted);
    let served: Vec<String> = sites.frames.served().into_iter().map(|served| served.path).collect();
    assert_eq!(served, ["/loader.js", "/frame.html", "/frame.js", "/heard.js"]);
    page.finish().await;
}

#[tokio::test]
async fn events_and_methods_work_on_the_loaders_element() {
    let sites = Sites::new();
    let page = sites.open("").await;
    let ready = page.eval("return window.e2eHeard", vec![]).await;
    assert_eq!(ready[0]["type"], "heard-ready");
    assert_eq!(ready[0]["detail"]["storageMode"], "durable");
    for event in
        ["heard-meeting-start", "heard-floor-change", "heard-capture", "heard-before-export"]
    {
        page.listen(event).await;
    }
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    let id = add_capture(&page, "issue", "nobody calls back", "Maria").await;
    let file = text(&call_ok(&page, "exportText", json!("json")).await);
    assert!(file.contains("nobody calls back"), "{file}");
    let blob =
        "const blob = await w.export('csv'); return [blob.type, (await blob.text()).length > 100]";
    assert_eq!(page.widget(blob).await, json!(["text/csv", true]));
    let again = "return (await w.import(new Blob([args[0]]))).meetingsKnown";
    assert_eq!(page.widget_with(again, json!([file])).await, 1);

    let events = page.events().await;
    let types: Vec<&str> = events.iter().filter_map(|event| event["type"].as_str()).collect();
    let before = "heard-before-export";
    assert_eq!(
        types,
        ["heard-meeting-start", "heard-floor-change", "heard-capture", before, before]
    );
    assert_eq!(events[1]["detail"]["from"], "client");
    assert_eq!(events[1]["detail"]["to"], "consultant");
    assert_eq!(events[2]["detail"]["id"], id);
    assert!(!json!(events).to_string().contains("calls back"), "events carry no words: {events:?}");

    assert_eq!(call_refused(&page, "start", json!({})).await, "already-running");
    assert_eq!(call_refused(&page, "tally", json!("smiled")).await, "bad-argument");
    let function = page.call("start", Value::Null).await;
    assert!(function.is_err(), "a meeting runs");
    let unclonable = "return w.capture({ words: () => {} }).catch((error) => error.name)";
    assert_eq!(page.widget(unclonable).await, "DataCloneError");
    page.finish().await;
}

#[tokio::test]
async fn calls_before_the_frame_is_ready_run_in_order() {
    let sites = Sites::new();
    let early = "<script>
        window.e2eDone = new Promise((resolve) => {
          new MutationObserver((_, observer) => {
            const box = document.querySelector('.heard-frame');
            if (!box) return;
            observer.disconnect();
            resolve(Promise.all([box.start({ client: 'Early' }), box.passFloor(), box.mark(), box.undo(), box.flush()]));
          }).observe(document, { subtree: true, childList: true });
        });
        </script>";
    let url = sites.page(early, &sites.loader(""));
    let page = Browser::new().blank().await.at(BOX);
    page.open(&url).await;
    page.eval_async("await e2eDone", vec![]).await;
    let within = inside(&page, FRAME).await;
    assert_eq!(within.prop("floor").await, "consultant");
    assert_eq!(within.text(".live header b").await, "Early");
    page.finish().await;
}
