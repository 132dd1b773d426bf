//! The widget in unusual host pages, in every browser. In each page it runs a short meeting and
//! reports the result.

use std::time::Duration;

use serde_json::{Value, json};

use crate::browsers::{BrowserKind, RunningBrowser};
use crate::drive::{Profile, ResponseRule, Site, dist};

/// How long to wait for a report: longer than a browser takes to start on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long the wasm takes to load where touches come before it, in milliseconds.
const SLOW_MS: u64 = 5_000;

const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:; \
    require-trusted-types-for 'script'; trusted-types 'none'";
const STANDARD: &str = "<!doctype html>";
const SCRIPT: &str = r#"<script src="/heard.js"></script>"#;
const MODULE: &str = r#"<script type="module" src="/heard.mjs"></script>"#;
const SLOW: &str = r#"<script type="module" src="/slow/heard.mjs"></script>"#;
const PATCHES: &str = "<script>
    Array.prototype.toJSON = function () { return 'a list of the host'; };
    for (const name of ['map', 'filter', 'includes', 'indexOf', 'some', 'concat']) {
      Array.prototype[name] = function () { throw new Error(`the host’s own ${name}`); };
    }
</script>";
const WRITTEN: &str = r#"<script>document.write('<script src="/heard.js"><\/script>')</script>"#;

/// A kind of host page, which is shown in a frame.
struct HostPage {
    name: &'static str,
    /// The HTML before the widget.
    head: String,
    sandbox: &'static str,
    policy: &'static str,
    /// The storage mode that the widget reports there.
    mode: &'static str,
}

fn host_pages() -> Vec<HostPage> {
    let plain =
        |name, head: String| HostPage { name, head, sandbox: "", policy: "", mode: "durable" };
    let script = || format!("{STANDARD}{SCRIPT}");
    let scripts = "allow-scripts";
    vec![
        plain("script", script()),
        plain("module", format!("{STANDARD}{MODULE}")),
        plain("double-load", format!("{STANDARD}{SCRIPT}{MODULE}")),
        HostPage { policy: STRICT, ..plain("strict-policy", script()) },
        plain("quirks", SCRIPT.into()),
        plain("document-write", WRITTEN.into()),
        plain("patched-prototypes", format!("{STANDARD}{PATCHES}{SCRIPT}")),
        HostPage { sandbox: scripts, mode: "memory", ..plain("sandbox", script()) },
        HostPage { sandbox: "allow-scripts allow-same-origin", ..plain("sandbox-own", script()) },
    ]
}

/// A page with the widget, and a script that runs a meeting and reports it to the window around it.
fn page(name: &str, head: &str, script: &str) -> String {
    format!(
        r#"{head}<link rel="icon" href="data:,"><heard-widget storage-key="{name}"></heard-widget><script defer src="/pages/{script}"></script>"#
    )
}

/// Serves every host page, and a page that opens them in turn. `other` is another origin.
fn serve(site: &Site, other: &Site) {
    let mut stops = Vec::new();
    for HostPage { name, head, sandbox, policy, .. } in host_pages() {
        let path = format!("/{name}.html");
        let rule = ResponseRule::new().body(page(name, &head, "framed_meeting.js"));
        let is_strict = !policy.is_empty();
        let policy = |rule: ResponseRule| rule.header("Content-Security-Policy", policy);
        site.rule(&path, if is_strict { policy(rule) } else { rule });
        stops.push(json!({ "name": name, "src": path, "sandbox": sandbox }));
    }
    let built = |name: &str| ResponseRule::new().body(std::fs::read(dist().join(name)).unwrap());
    site.rule("/slow/heard.mjs", built("heard.mjs"));
    site.rule("/slow/heard_bg.wasm", built("heard_bg.wasm").late(SLOW_MS));
    site.page(
        "/early-clicks.html",
        &page("early-clicks", &format!("{STANDARD}{SLOW}"), "early_clicks.js"),
    );
    stops.push(json!({ "name": "early-clicks", "src": "/early-clicks.html", "sandbox": "" }));
    let loader = other.url("/loader.js");
    let framed = format!(
        r#"{STANDARD}<link rel="icon" href="data:,"><body><script src="{loader}" data-loading="eager"></script><script defer src="/pages/loader_meeting.js"></script>"#
    );
    site.page("/loader.html", &framed);
    stops.push(json!({ "name": "loader", "src": "/loader.html", "sandbox": "" }));
    let stops = Value::from(stops);
    let tour = format!(
        r#"{STANDARD}<link rel="icon" href="data:,"><body><script type="application/json">{stops}</script><script type="module" src="/pages/tour.js"></script>"#
    );
    site.page("/tour.html", &tour);
}

/// The report of a host page, which must be without errors.
fn report(site: &Site, kind: BrowserKind, name: &str) -> Value {
    let report = site.reports().first(PATIENCE, |report| report["framed"]["name"] == name);
    let report = report.unwrap_or_else(|| panic!("{}: no report of {name}", kind.name()));
    let report = &report["framed"];
    assert_eq!(report["errors"], json!([]), "{}, {name}: {report}", kind.name());
    report.clone()
}

/// Fails unless the short meeting is as it should be.
fn assert_complete(kind: BrowserKind, report: &Value, mode: &str) {
    let kind = kind.name();
    assert_eq!(report["violations"], json!([]), "{kind}: {report}");
    assert_eq!(
        (&report["turns"], &report["state"]),
        (&json!(2), &json!("review")),
        "{kind}: {report}"
    );
    assert_eq!(report["words"], "nobody calls back", "{kind}: {report}");
    assert_eq!(report["mode"], mode, "{kind}: {report}");
}

/// Every host page, one where touches come at random moments before the wasm, and the loader's frame.
fn tour(kind: BrowserKind) {
    let (site, other) = (Site::dist(), Site::dist());
    serve(&site, &other);
    let browser = RunningBrowser::start(kind, &Profile::fresh(), &site.url("/tour.html"));
    for host in host_pages() {
        assert_complete(kind, &report(&site, kind, host.name), host.mode);
    }
    let (touches, most_ms) = assert_punctual(kind, &report(&site, kind, "early-clicks"));
    assert_relayed(kind, &report(&site, kind, "loader"));
    println!(
        "guest, {}: {} host pages, a frame, {touches} touches before the wasm, at most {most_ms:.1} ms off",
        kind.name(),
        host_pages().len(),
    );
    browser.kill();
}

/// Fails unless every touch before the wasm was recorded, within 2 ms of its own time. Gives the number
/// of touches and the largest deviation in milliseconds.
fn assert_punctual(kind: BrowserKind, report: &Value) -> (usize, f64) {
    let kind = kind.name();
    let off: Vec<f64> = serde_json::from_value(report["off"].clone()).unwrap();
    assert!(off.len() > 1, "{kind}: {report}");
    assert_eq!(json!(off.len()), report["touches"], "{kind}: a touch is lost: {report}");
    let most = off.iter().copied().fold(0.0, f64::max);
    assert!(most <= 2.0, "{kind}: a touch is recorded {most} ms off: {report}");
    (off.len(), most)
}

/// Fails unless the loader's frame relayed methods and events, and refused an unknown host.
fn assert_relayed(kind: BrowserKind, report: &Value) {
    let events =
        ["heard-meeting-start", "heard-floor-change", "heard-capture", "heard-meeting-end"];
    assert_eq!(report["events"], json!(events), "{}: {report}", kind.name());
    assert_eq!(report["refused"], "host-unknown", "{}: {report}", kind.name());
    assert!(report["height"].as_u64() > Some(100), "{}: {report}", kind.name());
}

/// A page that is opened as a file, with the classic script beside it.
fn file_url(kind: BrowserKind) {
    let site = Site::dist();
    let profile = Profile::fresh();
    let folder = profile.path().join("page");
    std::fs::create_dir(&folder).unwrap();
    std::fs::copy(dist().join("heard.js"), folder.join("heard.js")).unwrap();
    let framed = include_str!("../pages/framed_meeting.js");
    let relay = format!(
        "addEventListener('message', ({{ data }}) => {{
          if (data?.framed) fetch('{}', {{ method: 'POST', mode: 'no-cors', body: JSON.stringify(data) }});
        }});",
        site.url("/report")
    );
    let head = format!("{STANDARD}<script>name = 'file'; {relay}</script>");
    let html = format!(
        r#"{head}<script src="heard.js"></script><heard-widget></heard-widget><script>{framed}</script>"#
    );
    std::fs::write(folder.join("page.html"), html).unwrap();
    let url = format!("file://{}/page.html", folder.display());
    let browser = RunningBrowser::start(kind, &profile, &url);
    assert_complete(kind, &report(&site, kind, "file"), "durable");
    println!("guest, {}: a file on the disk", kind.name());
    browser.kill();
}

#[test]
fn the_widget_works_in_every_host_page_in_chromium() {
    tour(BrowserKind::Chromium);
}

#[test]
fn the_widget_works_in_every_host_page_in_firefox() {
    tour(BrowserKind::Firefox);
}

#[test]
fn the_widget_works_in_every_host_page_in_webkit() {
    tour(BrowserKind::WebKit);
}

#[test]
fn the_widget_works_in_a_file_in_chromium() {
    file_url(BrowserKind::Chromium);
}

#[test]
fn the_widget_works_in_a_file_in_firefox() {
    file_url(BrowserKind::Firefox);
}

#[test]
fn the_widget_works_in_a_file_in_webkit() {
    file_url(BrowserKind::WebKit);
}
