//! The published forms of the widget: each works and requests no other file.

use std::fs;

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site, dist};
use crate::fixtures::{FLOOR, exported_meeting, start_meeting};

fn bytes(name: &str) -> usize {
    let path = dist().join(name);
    fs::metadata(&path).map_or_else(
        |_| panic!("{} is missing", path.display()),
        |file| usize::try_from(file.len()).unwrap(),
    )
}

async fn assert_works(page: &Page) {
    start_meeting(page).await;
    page.click(FLOOR).await;
    page.wait_until("w.floor === 'consultant'").await;
    page.flush().await;
    assert_eq!(exported_meeting(page).await["turns"].as_array().map(Vec::len), Some(2));
}

const SCRIPT: &str = r#"<!doctype html><html lang="en"><title>One script</title><link rel="icon" href="data:,">
    <script src="/heard.js" defer></script><heard-widget></heard-widget>"#;

#[tokio::test]
async fn the_single_file_makes_one_request() {
    let site = Site::dist();
    site.page("/one.html", SCRIPT);
    let page = Browser::new().open(&site.url("/one.html")).await;
    assert_works(&page).await;
    let asked: Vec<String> = site.served().into_iter().map(|served| served.path).collect();
    assert_eq!(asked, ["/one.html", "/heard.js"]);
    let globals = "return Object.keys(window).filter((name) => /heard|wasm|wbg/i.test(name))";
    assert_eq!(
        page.eval(globals, vec![]).await,
        json!([]),
        "it leaves no name in the host's scope"
    );
    page.finish().await;
}

#[test]
fn the_single_file_is_at_most_2_percent_larger_than_the_module() {
    let (single, module) =
        (bytes("heard.js.gz"), bytes("heard.mjs.gz") + bytes("heard_bg.wasm.gz"));
    eprintln!("gzip: the single file {single} bytes, the module form {module}");
    assert!(100 * single <= 102 * module, "{single} against {module}");
    let raw = bytes("heard.mjs") + bytes("heard_bg.wasm");
    assert!(bytes("heard.js") < raw, "uncompressed it is smaller than two files");
}

#[test]
fn every_file_has_compressed_copies_and_a_checksum() {
    let sums = fs::read_to_string(dist().join("SHA256SUMS")).unwrap();
    let promised = [
        "index.html",
        "heard.js",
        "heard.mjs",
        "heard_bg.wasm",
        "heard-standalone.html",
        "frame.html",
        "loader.js",
        "custom-elements.json",
        "heard.d.ts",
    ];
    for name in promised {
        assert!(bytes(name) > 0);
        let line = |line: &&str| {
            line.split_once("  ").is_some_and(|(sum, of)| of == name && sum.len() == 64)
        };
        assert_eq!(sums.lines().filter(line).count(), 1, "{name} has a checksum");
        if bytes(name) >= 512 {
            assert!(bytes(&format!("{name}.gz")) < bytes(name), "{name}.gz");
            assert!(bytes(&format!("{name}.br")) < bytes(name), "{name}.br");
        }
    }
}

#[tokio::test]
async fn a_script_with_an_integrity_hash_runs_only_if_unchanged() {
    let site = Site::dist();
    let pins: Value =
        serde_json::from_slice(&fs::read(dist().join("integrity.json")).unwrap()).unwrap();
    let pin = pins["heard.js"].as_str().unwrap();
    let pinned = SCRIPT.replace("defer", &format!("defer integrity=\"{pin}\""));
    site.page("/pinned.html", &pinned);
    let page = Browser::new().open(&site.url("/pinned.html")).await;
    page.finish().await;
    let mut changed = fs::read(dist().join("heard.js")).unwrap();
    changed.extend(b"//");
    site.rule("/heard.js", crate::drive::ResponseRule::new().body(changed));
    let page = Browser::new().open_bare(&site.url("/pinned.html")).await;
    assert_eq!(
        page.eval("return customElements.get('heard-widget') === undefined", vec![]).await,
        true
    );
    page.take_problems().await;
    page.finish().await;
}

#[tokio::test]
async fn the_standalone_file_works_from_disk_and_from_a_server() {
    let file = format!(
        "file://{}",
        dist().canonicalize().unwrap().join("heard-standalone.html").display()
    );
    let page = Browser::new().open(&file).await;
    assert_works(&page).await;
    page.reload().await;
    assert_eq!(page.prop("state").await, "running", "the page opened from disk saves data");
    page.finish().await;
    let site = Site::dist();
    let page = Browser::new().open(&site.url("/heard-standalone.html")).await;
    assert_works(&page).await;
    assert_eq!(site.served().len(), 1, "it makes no request");
    page.finish().await;
}

#[tokio::test]
async fn the_single_file_works_from_a_file_url() {
    let folder = std::env::temp_dir().join(format!("heard-file-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::copy(dist().join("heard.js"), folder.join("heard.js")).unwrap();
    fs::write(folder.join("page.html"), SCRIPT.replace("/heard.js", "heard.js")).unwrap();
    let page = Browser::new().open(&format!("file://{}", folder.join("page.html").display())).await;
    assert_works(&page).await;
    page.finish().await;
    fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn importing_the_module_without_a_document_does_nothing() {
    // A worker has neither elements nor style sheets, like a server.
    let site = Site::dist();
    site.page(
        "/worker.html",
        r#"<!doctype html><html lang="en"><title>W</title><link rel="icon" href="data:,">"#,
    );
    let page = Browser::new().open_bare(&site.url("/worker.html")).await;
    let js = "
        const source = `import('${location.origin}/heard.mjs').then((heard) => postMessage(typeof heard.HeardWidget), (error) => postMessage(String(error)))`;
        const worker = new Worker(URL.createObjectURL(new Blob([source])));
        return new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data); });";
    assert_eq!(page.eval_async(js, vec![]).await, "function");
    page.finish().await;
}
