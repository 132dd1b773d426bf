//! The loader: it creates a frame on another origin, resizes it to its content, relays its events and calls its
//! methods.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{FLOOR, add_capture, call_ok, call_refused, start_meeting, text};

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
            <link rel="icon" href="data:,"><script src="/pages/record.js"></script><script>{NOTED}</script>"#
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

    /// Like `page`, on another site than that of the frames.
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

/// Waits until the frame has the height it last requested and no message has arrived for twenty animation frames.
async fn settled_height(page: &Page) -> u64 {
    page.flush().await;
    let js = "
        const frame = document.querySelector(arguments[0]);
        const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
        for (let still = 0, seen = -1; still < 20; still += 1) {
            await next();
            if (seen !== e2eMessages.length) [still, seen] = [0, e2eMessages.length];
        }
        const { height } = e2eMessages.filter(({ type }) => type === 'resize').pop();
        if (frame.offsetHeight !== height) throw new Error(`${frame.offsetHeight} is not ${height}`);
        return height;";
    page.eval_async(js, vec![json!(FRAME)]).await.as_u64().expect("a height is an integer")
}

/// Asserts that the frame does not scroll, and that at most the spare pixel, a fraction and one ignored pixel lie
/// below the widget.
async fn assert_fits(page: &Page, when: &str) {
    let within = inside(page, FRAME).await;
    let js = "
        const { scrollHeight, clientHeight, clientWidth } = document.documentElement;
        const room = innerHeight - w.getBoundingClientRect().bottom;
        return { scrolls: scrollHeight > clientHeight, bar: clientWidth < innerWidth, much: room >= 3 ? room : 0 };";
    assert_eq!(
        within.widget(js).await,
        json!({ "scrolls": false, "bar": false, "much": 0 }),
        "{when}"
    );
    page.out().await;
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

#[tokio::test]
async fn the_frame_follows_the_height_of_its_content_and_settles() {
    let sites = Sites::new();
    for layout in ["auto", "compact", "mini"] {
        let page = sites.open(&format!(r#"data-layout="{layout}""#)).await;
        let start = settled_height(&page).await;
        assert_fits(&page, &format!("{layout}, at the start")).await;
        start_meeting(&page).await;
        let live = settled_height(&page).await;
        assert_ne!(start, live, "{layout}");
        assert_fits(&page, &format!("{layout}, live")).await;
        page.resize(360, 640).await;
        settled_height(&page).await;
        assert_fits(&page, &format!("{layout}, live and narrow")).await;
        // A tap that changes only colours and digits requests no other height.
        let before = messages(&page, "resize").await.len();
        call_ok(&page, "passFloor", Value::Null).await;
        call_ok(&page, "passFloor", Value::Null).await;
        settled_height(&page).await;
        let after = messages(&page, "resize").await.len();
        assert!(after <= before + 2, "{layout}: {before}, then {after}");
        call_ok(&page, "end", Value::Null).await;
        settled_height(&page).await;
        assert_fits(&page, &format!("{layout}, afterwards")).await;
        assert!(messages(&page, "resize").await.len() < 16, "{layout}: more than one resize");
        page.finish().await;
    }
}

#[tokio::test]
async fn a_dialog_fits_in_a_small_frame() {
    let sites = Sites::new();
    let page = sites.open(r#"data-layout="mini" data-height="200""#).await;
    start_meeting(&page).await;
    let before = settled_height(&page).await;
    assert!(before < 560, "{before}");
    let within = inside(&page, FRAME).await;
    within.widget("s.querySelector('[part=floor]').focus()").await;
    within.press_key("?").await;
    within.wait_for("dialog[open]").await;
    page.out().await;
    assert_eq!(settled_height(&page).await, 560);
    page.enter(FRAME).await;
    within.click("dialog [data-act=close]").await;
    page.out().await;
    assert_eq!(settled_height(&page).await, before);
    page.finish().await;
}

#[tokio::test]
async fn the_page_layout_keeps_the_height_that_the_host_gave() {
    let sites = Sites::new();
    let page = sites.open(r#"data-layout="page" data-height="500""#).await;
    start_meeting(&page).await;
    page.call("flush", Value::Null).await.unwrap();
    assert_eq!(messages(&page, "resize").await, [] as [Value; 0]);
    let height = "return document.querySelector(arguments[0]).offsetHeight";
    assert_eq!(page.eval(height, vec![json!(FRAME)]).await, 500);
    page.finish().await;
}

#[tokio::test]
async fn options_are_passed_on_under_the_same_names() {
    let sites = Sites::new();
    let url = sites.page(
        "",
        &format!(
            r#"<div lang="de" dir="ltr">{}</div>"#,
            sites.loader(r#"data-theme="dark" data-target-talk="30" data-client="Acme" data-haptics data-onload="x""#)
        ),
    );
    let page = Browser::new().blank().await.at(BOX);
    page.open(&url).await;
    let within = inside(&page, FRAME).await;
    let html = "return [w.outerHTML.replace(/<.*?heard-widget/, ''), document.documentElement.lang, document.documentElement.dir,
        document.querySelector('meta[name=color-scheme]').content]";
    let attributes = r#" theme="dark" target-talk="30" client="Acme" haptics=""></heard-widget>"#;
    assert_eq!(within.widget(html).await, json!([attributes, "de", "ltr", "dark"]));
    // Later changes use the same names.
    page.out().await;
    page.widget("w.configure({ theme: 'light', haptics: null, 'target-talk': 40, onload: 'x' }); await w.flush()").await;
    page.enter(FRAME).await;
    let attributes = r#" theme="light" target-talk="40" client="Acme"></heard-widget>"#;
    assert_eq!(within.widget(html).await, json!([attributes, "de", "ltr", "light"]));
    page.finish().await;
}

#[tokio::test]
async fn the_frame_supports_every_attribute_and_method_of_the_element() {
    let sites = Sites::new();
    let page = sites.open("").await;
    page.enter(FRAME).await;
    let own = "
        const element = customElements.get('heard-widget');
        const methods = Object.getOwnPropertyNames(element.prototype).filter((name) => !/^(constructor|.*Callback)$/.test(name)
            && typeof Object.getOwnPropertyDescriptor(element.prototype, name).value === 'function');
        return [element.observedAttributes, methods]";
    let own = page.eval(own, vec![]).await;
    page.out().await;
    let missing = "return args[0].filter((name) => typeof w[name] !== 'function')";
    assert_eq!(page.widget_with(missing, json!([own[1]])).await, json!([]));
    let every =
        "w.configure(Object.fromEntries(args[0].map((name) => [name, 'x']))); await w.flush();";
    page.widget_with(every, json!([own[0]])).await;
    let within = inside(&page, FRAME).await;
    let missing = "return args[0].filter((name) => !w.hasAttribute(name))";
    assert_eq!(within.widget_with(missing, json!([own[0]])).await, json!([]));
    page.finish().await;
}

#[tokio::test]
async fn two_loaders_share_a_notebook_only_with_the_same_key() {
    for (keys, mirrored) in [(["one", "one"], true), (["one", "two"], false)] {
        let sites = Sites::new();
        let loader = |key| sites.loader(&format!(r#"data-storage-key="{key}""#));
        let [left, right] =
            keys.map(|key| format!("<section id=id-{key}>{}</section>", loader(key)));
        let url = sites.page("", &format!("<div id=left>{left}</div><div id=right>{right}</div>"));
        let page = Browser::new().blank().await.at("#left .heard-frame");
        page.open(&url).await;
        let right = page.at("#right .heard-frame");
        right.ready().await;
        right.listen("heard-floor-change").await;
        start_meeting(&page).await;
        call_ok(&page, "passFloor", Value::Null).await;
        let within = inside(&page, "#right iframe").await;
        if mirrored {
            within.wait_for(".live[data-state=talking]").await;
            within.click(FLOOR).await;
            page.out().await;
            right.wait_until("w.e2eEvents.length === 2").await;
        } else {
            assert_eq!(within.prop("state").await, "idle");
            page.out().await;
            assert_eq!(right.events().await, [] as [Value; 0]);
            assert_eq!(call_refused(&right, "mark", Value::Null).await, "no-meeting");
        }
        page.finish().await;
    }
}
