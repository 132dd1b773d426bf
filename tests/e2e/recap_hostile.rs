//! Hostile words in a recap stay text in every exported file.

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::fixtures::{call_ok, open_with_clock, text};
use crate::recap::exported;

/// Text that would be active content if it were interpreted as markup.
const HOSTILE: [&str; 6] = [
    "<script>window.pwned = 1</script>",
    "</title></style></bdi><img src=/pwned onerror='window.pwned = 1'>",
    "\" onmouseover=alert(1) x='<svg onload=alert(1)>",
    "[x](javascript:alert(1)) <a href=javascript:alert(1)>x</a>",
    "<meta http-equiv=refresh content='0;url=/pwned'><base href=/pwned><link rel=stylesheet href=/pwned>",
    "<iframe src=/pwned></iframe><form action=/pwned><input autofocus onfocus=alert(1)>",
];

/// A file of a meeting whose fields all contain `words`; names are limited in length.
pub(crate) fn notebook_of(words: &str, name: &str) -> Value {
    let capture = |(at, kind): (usize, &str)| {
        json!({
            "id": format!("c{at}"), "kind": kind, "at_ms": 1_000 * at, "floor": "client", "words": words,
            "said_by": name, "earlier": [words], "ours": words, "confirmed": null, "rank": null,
            "chain": [words, words], "hurts": words, "known_by": words, "by_when": "2026-12-01",
        })
    };
    let kinds = ["outcome", "insight", "issue", "promise", "spared", "held"];
    let captures: Vec<_> = kinds.into_iter().enumerate().map(capture).collect();
    json!({
        "heard": 1, "exported_at": "2026-11-21T12:00:00.000+00:00",
        "clients": [{ "id": "k", "name": name }],
        "meetings": [{
            "id": "m", "client": "k", "kind": "discovery", "us": 1, "them": 2,
            "started_at": "2026-11-21T09:00:00.000+00:00", "ended_at": "2026-11-21T09:47:00.000+00:00",
            "turns": [{ "party": "client", "start_ms": 0, "end_ms": 2_820_000, "source": "touch" }],
            "breaks": [], "away": [], "marks": [], "captures": captures,
            "tallies": { "asked": 0, "played_back": 0, "jumped_in": 0 },
            "guess_talk_percent": 40, "felt_heard": 3,
            "cost": [{ "kind": "pain", "whom": name, "note": words }],
            "notices": [{ "id": "n", "what": words, "how_long": words, "how_to_stop": words }],
        }],
        "loops": [], "journal": [],
    })
}

/// Opens an HTML file, and asserts that it contains text only.
async fn assert_opens_inert(site: &Site, page: &Page, html: &str) {
    site.page("/recap.html", html);
    site.page("/favicon.ico", "");
    page.open_bare(&site.url("/recap.html")).await;
    let look = "
        const odd = [...document.querySelectorAll('*')].filter((el) =>
          !/^(HTML|HEAD|META|TITLE|STYLE|BODY|H1|H2|H3|P|BLOCKQUOTE|UL|LI|SPAN|BDI|BR)$/.test(el.tagName)
          || [...el.attributes].some((a) => !/^(lang|charset|http-equiv|content|name|class|dir)$/.test(a.name)));
        return {
          odd: odd.map((el) => el.outerHTML),
          fetched: performance.getEntriesByType('resource').map((entry) => entry.name)
            // Requested by the browser for any page.
            .filter((name) => !name.endsWith('/favicon.ico')),
          pwned: window.pwned ?? null,
          metas: document.querySelectorAll('meta').length,
          text: document.body.textContent,
        };";
    let seen = page.eval(look, vec![]).await;
    let nothing = json!({ "odd": [], "fetched": [], "pwned": null });
    for field in ["odd", "fetched", "pwned"] {
        assert_eq!(seen[field], nothing[field], "{html}");
    }
    for words in HOSTILE {
        assert!(text(&seen["text"]).contains(words), "“{words}” is shown literally: {seen}");
    }
    assert_eq!(site.count("/pwned"), 0);
}

#[tokio::test]
async fn hostile_words_stay_text_in_every_exported_file() {
    let (site, page) = open_with_clock().await;
    let file = notebook_of(&HOSTILE.join(" "), HOSTILE[1]).to_string();
    call_ok(&page, "import", json!(file)).await;
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">";
    let files = [exported(&page, "html", "client").await, exported(&page, "html", "me").await];
    for html in files {
        assert!(html.contains(policy), "{html}");
        assert_opens_inert(&site, &page, &html).await;
        // Even without the policy there would be nothing to block.
        assert_opens_inert(&site, &page, &html.replace(policy, "")).await;
    }
    page.finish().await;
}
