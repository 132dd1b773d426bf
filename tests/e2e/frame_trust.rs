//! Which senders the frame and the loader accept messages from.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, ResponseRule, Site};
use crate::fixtures::{add_capture, call_ok, start_meeting};
use crate::frame::{BOX, FRAME, Sites, inside, messages};

/// A page in another frame that sends forged messages to the widget's frame and to the host page.
const STRANGER: &str = "<!doctype html><title>A stranger</title><script>
    window.e2eGot = [];
    addEventListener('message', ({ data }) => e2eGot.push(data));
    window.e2eForge = () => {
      const say = (to, message) => to.postMessage({ heard: 1, ...message }, '*');
      const frame = parent.frames[0];
      say(frame, { type: 'config', options: { theme: 'dark', 'storage-key': 'theirs' } });
      say(frame, { type: 'call', id: 1, method: 'exportText', args: ['json'] });
      say(frame, { type: 'call', id: 2, method: 'end', args: [] });
      say(parent, { type: 'ready' });
      say(parent, { type: 'resize', height: 9999 });
      say(parent, { type: 'event', name: 'heard-meeting-end', detail: { v: 1 } });
      for (let id = 0; id < 50; id += 1) say(parent, { type: 'result', id, value: 'forged' });
    };
    </script>";
/// Counts messages to the frame from other windows than its parent.
const COUNTED: &str = "
    window.e2eStrange = 0;
    addEventListener('message', ({ source }) => { if (source !== parent) e2eStrange += 1; });";

async fn assert_unchanged(page: &Page, height: &Value) {
    let look = "return [document.querySelector(arguments[0]).offsetHeight, w2.length]";
    let look = look.replace("w2", "document.querySelector('.heard-frame').e2eEvents");
    assert_eq!(page.eval(&look, vec![json!(FRAME)]).await, json!([height, 0]));
}

#[tokio::test]
async fn another_frame_can_neither_change_nor_read_anything() {
    let sites = Sites::new();
    sites.frames.page("/stranger.html", STRANGER);
    sites.host.page("/stranger.html", STRANGER);
    let like = sites.host.url("/stranger.html");
    let near = sites.frames.url("/stranger.html");
    let far = near.replace("127.0.0.1", "localhost");
    let body = format!(
        "{}<iframe id=like src={like}></iframe><iframe id=near src={near}></iframe><iframe id=far src={far}></iframe>",
        sites.loader(r#"data-loading="eager""#).replace(" async", "")
    );
    let page = Browser::new().blank().await.at(BOX);
    page.open(&sites.page("", &body)).await;
    start_meeting(&page).await;
    add_capture(&page, "issue", "nobody calls back", "Maria").await;
    page.flush().await;
    page.listen("heard-meeting-end").await;
    page.enter(FRAME).await;
    page.eval(COUNTED, vec![]).await;
    page.out().await;
    let height = page
        .eval("return document.querySelector('.heard-frame iframe').offsetHeight", vec![])
        .await;

    for (stranger, so_far) in [("#like", 3), ("#near", 6), ("#far", 9)] {
        page.enter(stranger).await;
        page.eval("e2eForge()", vec![]).await;
        page.out().await;
        let within = inside(&page, FRAME).await;
        within.wait_until(&format!("e2eStrange === {so_far}")).await;
        assert_eq!(within.prop("state").await, "running", "{stranger}");
        let options = "return [w.getAttribute('theme'), w.getAttribute('storage-key')]";
        assert_eq!(within.widget(options).await, json!([null, null]), "{stranger}");
        page.out().await;
        page.wait_until(&format!(
            "e2eMessages.filter(({{ value }}) => value === 'forged').length === {}",
            so_far / 3 * 50
        ))
        .await;
        assert_unchanged(&page, &height).await;
        // A call gets its own answer, and the other frame gets none.
        assert!(call_ok(&page, "tally", json!("asked")).await.is_string());
        page.enter(stranger).await;
        assert_eq!(page.eval("return e2eGot", vec![]).await, json!([]), "{stranger}");
        page.out().await;
    }
    page.finish().await;
}

#[tokio::test]
async fn messages_of_a_frame_that_navigated_away_are_ignored() {
    let sites = Sites::new();
    sites.host.page("/stranger.html", STRANGER);
    let page = sites.open("").await;
    page.listen("heard-meeting-end").await;
    let height =
        page.eval("return document.querySelector('.heard-frame iframe').offsetHeight", vec![]);
    let height = height.await;
    page.enter(FRAME).await;
    page.eval("location.href = arguments[0]", vec![json!(sites.host.url("/stranger.html"))]).await;
    let there = page.at("html");
    there.wait_until("window.e2eForge && (e2eForge(), true)").await;
    page.out().await;
    page.wait_until("e2eMessages.some(({ id }) => id === 49)").await;
    assert_unchanged(&page, &height).await;
    assert_eq!(messages(&page, "config").await, [] as [Value; 0]);
    // The frame did navigate to the other page.
    page.take_problems().await;
}

#[tokio::test]
async fn with_trusted_hosts_a_page_without_an_origin_is_refused() {
    let sites = Sites::new();
    let named = format!("frame-ancestors {}", sites.host.url(""));
    sites.frames.rule("/frame.html", ResponseRule::new().header("Content-Security-Policy", &named));
    let url = sites.page("", &sites.loader(r#"data-loading="eager""#));
    let outer = format!("<!doctype html><iframe sandbox=allow-scripts src={url}></iframe>");
    sites.host.page("/outer.html", &outer);
    let page = Browser::new().open_bare(&sites.host.url("/outer.html")).await;
    page.enter("iframe").await;
    assert_eq!(page.eval("return [frames.length, e2eMessages]", vec![]).await, json!([1, []]));
    page.enter(FRAME).await;
    assert_eq!(page.eval("return location.protocol", vec![]).await, "chrome-error:");
    page.out().await;
    page.out().await;
    page.take_problems().await;
    // The same page without the sandbox is a trusted host.
    let page = page.at(BOX);
    page.open(&url).await;
    start_meeting(&page).await;
    page.finish().await;
}

/// A host page that contains the frame itself and, if `answers`, replies to `ready` with `config`.
pub(crate) fn page_with_frame(frame: &str, answers: bool) -> String {
    format!(
        "<script>
        const calls = new Map();
        let last = 0;
        addEventListener('message', ({{ data, source }}) => {{
          if ({answers} && data.type === 'ready') source.postMessage({{ heard: 1, type: 'config' }}, '*');
          if (data.type === 'result') calls.get(data.id)?.(data);
        }});
        window.e2eCall = (method, ...args) => new Promise((resolve) => {{
          calls.set(++last, resolve);
          frames[0].postMessage({{ heard: 1, type: 'call', id: last, method, args }}, '*');
        }});
        </script>{frame}"
    )
}

#[tokio::test]
async fn a_host_that_has_not_sent_config_receives_nothing() {
    let sites = Sites::new();
    let frame = format!("<iframe src={}></iframe>", sites.frames.url("/frame.html"));
    let page = Browser::new().open_bare(&sites.page("", &page_with_frame(&frame, false))).await;
    let within = inside(&page, "iframe").await;
    within.ready().await;
    page.out().await;
    page.eval("e2eCall('start', { client: 'Nobody' })", vec![]).await;
    assert_eq!(messages(&page, "event").await, [] as [Value; 0]);
    // The frame has read the earlier message, since messages between two windows keep their order.
    page.eval("frames[0].postMessage({ heard: 1, type: 'config' }, '*'); window.e2eLate = e2eCall('flush')", vec![]).await;
    page.eval_async("await e2eLate", vec![]).await;
    let kinds = "return e2eMessages.map(({ type, name }) => name ?? type).filter((kind) => kind !== 'resize')";
    // Queued messages are sent now: that it is ready, and nothing about a meeting.
    assert_eq!(page.eval(kinds, vec![]).await, json!(["ready", "heard-ready", "result"]));
    let fields = "return [...new Set(e2eMessages.filter(({ type }) => /ready|resize/.test(type)).flatMap(Object.keys))].sort()";
    assert_eq!(page.eval(fields, vec![]).await, json!(["heard", "height", "origin", "type"]));
    page.finish().await;
}

#[tokio::test]
async fn only_trusted_hosts_receive_the_words() {
    let sites = Sites::new();
    let own = sites.host.url("");
    for (hosts, code) in
        [("", "host-unknown"), ("https://wiki.example", "host-unknown"), (&*own, "")]
    {
        sites.trust(hosts);
        let page = sites.open("data-storage=memory").await;
        start_meeting(&page).await;
        call_ok(&page, "mark", Value::Null).await;
        for (method, args) in [("exportText", json!("json")), ("export", json!("csv"))] {
            let answer = page.call(method, args).await;
            assert_eq!(
                answer.err().map(|e| e.code).unwrap_or_default(),
                code,
                "{method} for {hosts:?}"
            );
        }
        let import = page.call("import", "no notebook".into()).await;
        let expected = if code.is_empty() { "import-invalid" } else { code };
        assert_eq!(import.err().map(|e| e.code).as_deref(), Some(expected));
        page.finish().await;
    }
}

#[tokio::test]
async fn a_page_of_the_frames_own_origin_is_trusted() {
    let site = Site::dist();
    let html = r#"<!doctype html><html lang="en"><title>At home</title><link rel="icon" href="data:,">
        <script src="/loader.js"></script>"#;
    site.page("/home.html", html);
    let page = Browser::new().blank().await.at(".heard-frame");
    page.open(&site.url("/home.html")).await;
    start_meeting(&page).await;
    let text = call_ok(&page, "exportText", json!("json")).await;
    assert!(text.as_str().is_some_and(|text| text.contains("Harbour Trust")), "{text}");
    page.finish().await;
}
