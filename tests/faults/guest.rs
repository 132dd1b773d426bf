//! The grounds that a guest may stand on, in every make of browser: each frame of one page holds a short meeting and tells how it went.

use std::fmt::Write;
use std::time::Duration;

use serde_json::json;

use crate::bare::{Make, Running};
use crate::drive::{Profile, Rule, Site};

/// A busy machine starts a browser in some seconds, and nine widgets in some more.
const PATIENCE: Duration = Duration::from_secs(90);
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:; \
    require-trusted-types-for 'script'; trusted-types 'none'";
const SCRIPT: &str = r#"<script src="/heard.js"></script>"#;
const MODULE: &str = r#"<script type="module" src="/heard.mjs"></script>"#;
const TELLS: &str =
    r#"<heard-widget></heard-widget><script type="module" src="/pages/framed.js"></script>"#;
const PATCHES: &str = "<script>
    Array.prototype.toJSON = function () { return 'a list of the host'; };
    for (const name of ['map', 'filter', 'includes', 'indexOf', 'some', 'concat']) {
      Array.prototype[name] = function () { throw new Error(`the host’s own ${name}`); };
    }
</script>";

/// A frame of the tour: its name, the attributes of its frame, and its page.
struct Ground {
    name: &'static str,
    frame: &'static str,
    page: String,
    mode: &'static str,
}

fn grounds() -> Vec<Ground> {
    let standard = "<!doctype html>";
    let ground = |name, frame, page, mode| Ground { name, frame, page, mode };
    let script = format!("{standard}{SCRIPT}{TELLS}");
    vec![
        ground("script", "", script.clone(), "durable"),
        ground("module", "", format!("{standard}{MODULE}{TELLS}"), "durable"),
        ground("strict", "", script.clone(), "durable"),
        ground("quirks", "", format!("{SCRIPT}{TELLS}"), "durable"),
        ground("patched", "", format!("{standard}{PATCHES}{SCRIPT}{TELLS}"), "durable"),
        ground(
            "sandbox",
            r#"sandbox="allow-scripts""#,
            script.replace("type=\"module\" src=\"/pages", "defer src=\"/pages"),
            "memory",
        ),
        ground("origin", r#"sandbox="allow-scripts allow-same-origin""#, script, "durable"),
    ]
}

fn tour(make: Make) {
    if make.program().is_none() {
        println!("guest, {}: not tried, for it is not here", make.name());
        return;
    }
    let site = Site::dist();
    let mut frames = String::new();
    for ground in grounds() {
        let path = format!("/{}.html", ground.name);
        let rule = Rule::new().body(ground.page.replace(
            "<heard-widget>",
            &format!(r#"<heard-widget storage-key="{}">"#, ground.name),
        ));
        let is_strict = ground.name == "strict";
        let rule = if is_strict { rule.header("Content-Security-Policy", STRICT) } else { rule };
        site.rule(&path, rule);
        let (name, frame) = (ground.name, ground.frame);
        let _ = write!(frames, r#"<iframe name="{name}" {frame} src="{path}"></iframe>"#);
    }
    // One frame after the other would take long; the slow one has its wasm to itself.
    site.rule(
        "/slow/heard_bg.wasm",
        Rule::new()
            .body(std::fs::read(crate::drive::dist().join("heard_bg.wasm")).unwrap())
            .late(2_500),
    );
    site.rule(
        "/slow/heard.mjs",
        Rule::new().body(std::fs::read(crate::drive::dist().join("heard.mjs")).unwrap()),
    );
    let hasty = r#"<!doctype html><script type="module" src="/slow/heard.mjs"></script><heard-widget storage-key="hasty"></heard-widget>
        <script type="module" src="/pages/hasty.js"></script>"#;
    site.page("/hasty.html", hasty);
    frames += r#"<iframe name="hasty" src="/hasty.html"></iframe>"#;
    site.page("/tour.html", &format!(r#"<!doctype html><link rel="icon" href="data:,"><script src="/pages/tour.js"></script>{frames}"#));

    let browser = Running::start(make, &Profile::fresh(), &site.url("/tour.html"));
    let told = |name: &str| {
        let name = json!(name);
        let told = site.reports().first(PATIENCE, |told| told["guest"]["name"] == name);
        told.unwrap_or_else(|| panic!("{}: nothing is heard of {name}", make.name()))["guest"]
            .clone()
    };
    for ground in grounds() {
        let told = told(ground.name);
        let (make, name) = (make.name(), ground.name);
        assert_eq!(told["errors"], json!([]), "{make}, {name}: {told}");
        assert_eq!(told["violations"], json!([]), "{make}, {name}: {told}");
        assert_eq!(
            (&told["turns"], &told["state"]),
            (&json!(2), &json!("review")),
            "{make}, {name}: {told}"
        );
        assert_eq!(told["mode"], ground.mode, "{make}, {name}");
    }
    let hasty = told("hasty");
    assert_eq!(hasty["errors"], json!([]), "{hasty}");
    let off: Vec<f64> = serde_json::from_value(hasty["off"].clone()).unwrap();
    assert_eq!(json!(off.len()), hasty["touches"], "{}: none is lost: {hasty}", make.name());
    let most = off.iter().copied().fold(0.0, f64::max);
    assert!(most <= 2.0, "{}: a touch counts {most} ms off", make.name());
    let grounds = grounds().len();
    println!(
        "guest, {}: {grounds} grounds, {} touches before the wasm, at most {most:.1} ms off",
        make.name(),
        off.len()
    );
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
