//! The grounds that a guest may stand on, in every make of browser: on each, the widget holds a short meeting and tells how it went.

use std::time::Duration;

use serde_json::{Value, json};

use crate::bare::{Make, Running};
use crate::drive::{Profile, Rule, Site, dist};

/// Longer than a browser takes to start on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long the wasm is on its way where touches come before it, in milliseconds.
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

/// A page that stands in a frame.
struct Ground {
    name: &'static str,
    /// What comes before the widget.
    head: String,
    sandbox: &'static str,
    policy: &'static str,
    /// How safe the notebook says it is there.
    mode: &'static str,
}

fn grounds() -> Vec<Ground> {
    let plain =
        |name, head: String| Ground { name, head, sandbox: "", policy: "", mode: "durable" };
    let script = || format!("{STANDARD}{SCRIPT}");
    let alone = "allow-scripts";
    vec![
        plain("script", script()),
        plain("module", format!("{STANDARD}{MODULE}")),
        plain("double-load", format!("{STANDARD}{SCRIPT}{MODULE}")),
        Ground { policy: STRICT, ..plain("strict-policy", script()) },
        plain("quirks", SCRIPT.into()),
        plain("document-write", WRITTEN.into()),
        plain("patched-prototypes", format!("{STANDARD}{PATCHES}{SCRIPT}")),
        Ground { sandbox: alone, mode: "memory", ..plain("sandbox", script()) },
        Ground { sandbox: "allow-scripts allow-same-origin", ..plain("sandbox-own", script()) },
    ]
}

/// A page with the widget, and a script that plays on it and tells the window around it.
fn page(name: &str, head: &str, script: &str) -> String {
    format!(
        r#"{head}<link rel="icon" href="data:,"><heard-widget storage-key="{name}"></heard-widget><script defer src="/pages/{script}"></script>"#
    )
}

/// Serves every ground, and the page that goes from one to the next. `other` is another origin.
fn serve(site: &Site, other: &Site) {
    let mut stops = Vec::new();
    for Ground { name, head, sandbox, policy, .. } in grounds() {
        let path = format!("/{name}.html");
        let rule = Rule::new().body(page(name, &head, "framed.js"));
        let is_strict = !policy.is_empty();
        let policy = |rule: Rule| rule.header("Content-Security-Policy", policy);
        site.rule(&path, if is_strict { policy(rule) } else { rule });
        stops.push(json!({ "name": name, "src": path, "sandbox": sandbox }));
    }
    let built = |name: &str| Rule::new().body(std::fs::read(dist().join(name)).unwrap());
    site.rule("/slow/heard.mjs", built("heard.mjs"));
    site.rule("/slow/heard_bg.wasm", built("heard_bg.wasm").late(SLOW_MS));
    site.page("/hasty.html", &page("hasty", &format!("{STANDARD}{SLOW}"), "hasty.js"));
    stops.push(json!({ "name": "hasty", "src": "/hasty.html", "sandbox": "" }));
    let loader = other.url("/loader.js");
    let framed = format!(
        r#"{STANDARD}<link rel="icon" href="data:,"><body><script src="{loader}" data-loading="eager"></script><script defer src="/pages/loaded.js"></script>"#
    );
    site.page("/loaded.html", &framed);
    stops.push(json!({ "name": "loader", "src": "/loaded.html", "sandbox": "" }));
    let stops = Value::from(stops);
    let tour = format!(
        r#"{STANDARD}<link rel="icon" href="data:,"><body><script type="application/json">{stops}</script><script type="module" src="/pages/tour.js"></script>"#
    );
    site.page("/tour.html", &tour);
}

/// What a ground told, which had nothing to complain of.
fn told(site: &Site, make: Make, name: &str) -> Value {
    let told = site.reports().first(PATIENCE, |told| told["framed"]["name"] == name);
    let told = told.unwrap_or_else(|| panic!("{}: nothing is heard of {name}", make.name()));
    let told = &told["framed"];
    assert_eq!(told["errors"], json!([]), "{}, {name}: {told}", make.name());
    told.clone()
}

/// Whether the short meeting went as it should.
fn assert_well(make: Make, told: &Value, mode: &str) {
    let make = make.name();
    assert_eq!(told["violations"], json!([]), "{make}: {told}");
    assert_eq!((&told["turns"], &told["state"]), (&json!(2), &json!("review")), "{make}: {told}");
    assert_eq!(told["words"], "nobody calls back", "{make}: {told}");
    assert_eq!(told["mode"], mode, "{make}: {told}");
}

fn is_missing(make: Make) -> bool {
    let is_missing = make.program().is_none();
    if is_missing {
        println!("guest, {}: not tried, for it is not here", make.name());
    }
    is_missing
}

/// Every ground, and at last touches at random moments while the wasm is on its way.
fn tour(make: Make) {
    if is_missing(make) {
        return;
    }
    let (site, other) = (Site::dist(), Site::dist());
    serve(&site, &other);
    let browser = Running::start(make, &Profile::fresh(), &site.url("/tour.html"));
    for ground in grounds() {
        assert_well(make, &told(&site, make, ground.name), ground.mode);
    }
    let (touches, most_ms) = assert_punctual(make, &told(&site, make, "hasty"));
    assert_relayed(make, &told(&site, make, "loader"));
    println!(
        "guest, {}: {} grounds, a frame, {touches} touches before the wasm, at most {most_ms:.1} ms off",
        make.name(),
        grounds().len(),
    );
    browser.kill();
}

/// Whether every touch that came before the wasm is there, at its own moment. Gives how many those
/// were, and how far off at most.
fn assert_punctual(make: Make, told: &Value) -> (usize, f64) {
    let make = make.name();
    let off: Vec<f64> = serde_json::from_value(told["off"].clone()).unwrap();
    assert!(off.len() > 1, "{make}: {told}");
    assert_eq!(json!(off.len()), told["touches"], "{make}: none is lost: {told}");
    let most = off.iter().copied().fold(0.0, f64::max);
    assert!(most <= 2.0, "{make}: a touch counts {most} ms off: {told}");
    (off.len(), most)
}

/// Whether the loader's frame did as it was told, said so, and kept the notebook from a stranger.
fn assert_relayed(make: Make, told: &Value) {
    let events =
        ["heard-meeting-start", "heard-floor-change", "heard-capture", "heard-meeting-end"];
    assert_eq!(told["events"], json!(events), "{}: {told}", make.name());
    assert_eq!(told["refused"], "host-unknown", "{}: {told}", make.name());
    assert!(told["height"].as_u64() > Some(100), "{}: {told}", make.name());
}

/// The classic script beside a page on the disk, opened as a file.
fn file_url(make: Make) {
    if is_missing(make) {
        return;
    }
    let site = Site::dist();
    let profile = Profile::fresh();
    let folder = profile.path().join("desk");
    std::fs::create_dir(&folder).unwrap();
    std::fs::copy(dist().join("heard.js"), folder.join("heard.js")).unwrap();
    let framed = include_str!("../pages/framed.js");
    let tell = format!(
        "addEventListener('message', ({{ data }}) => {{
          if (data?.framed) fetch('{}', {{ method: 'POST', mode: 'no-cors', body: JSON.stringify(data) }});
        }});",
        site.url("/report")
    );
    let head = format!("{STANDARD}<script>name = 'file'; {tell}</script>");
    let html = format!(
        r#"{head}<script src="heard.js"></script><heard-widget></heard-widget><script>{framed}</script>"#
    );
    std::fs::write(folder.join("page.html"), html).unwrap();
    let url = format!("file://{}/page.html", folder.display());
    let browser = Running::start(make, &profile, &url);
    assert_well(make, &told(&site, make, "file"), "durable");
    println!("guest, {}: a file on the disk", make.name());
    browser.kill();
}

#[test]
fn every_ground_bears_it_in_chromium() {
    tour(Make::Chromium);
}

#[test]
fn every_ground_bears_it_in_firefox() {
    tour(Make::Firefox);
}

#[test]
fn every_ground_bears_it_in_webkit() {
    tour(Make::WebKit);
}

#[test]
fn a_file_bears_it_in_chromium() {
    file_url(Make::Chromium);
}

#[test]
fn a_file_bears_it_in_firefox() {
    file_url(Make::Firefox);
}

#[test]
fn a_file_bears_it_in_webkit() {
    file_url(Make::WebKit);
}
