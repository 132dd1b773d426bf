//! axe-core, the accessibility checker: loading it into a page, and what it finds there.

use std::env;
use std::fs;

use serde_json::Value;

use crate::drive::{Browser, Page};

/// The violations in the whole page: the rule, the element and what to change.
const VIOLATIONS: &str = "
    const { violations } = await window.axe.run(document, { preload: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`);";

/// The text of axe-core's script, from the file that `HEARD_AXE` names. `None` if the variable is
/// empty: `cargo xtask test` sets it so if npm is missing and may be.
pub(crate) fn axe() -> Option<String> {
    let path = env::var_os("HEARD_AXE");
    let path = path.expect("HEARD_AXE names axe-core's script, or is empty to test without it");
    if path.is_empty() {
        return None;
    }
    Some(fs::read_to_string(path).expect("axe-core can be read"))
}

/// Loads axe-core into a page and runs it: a list of texts.
pub(crate) async fn violations(page: &Page, axe: &str) -> Value {
    page.eval(axe, Vec::new()).await;
    page.eval_async(VIOLATIONS, Vec::new()).await
}

/// Skipped without axe-core, so that the report lists the accessibility checks that the other tests leave out.
#[tokio::test]
async fn axe_core_finds_a_button_without_a_name() {
    let axe = axe().expect("HEARD_AXE names axe-core's script");
    let page = Browser::new().blank().await;
    let names_the_rule = |found: &Value| {
        let found = found.as_array().expect("violations are a list");
        found.iter().any(|rule| rule.as_str().is_some_and(|rule| rule.starts_with("button-name:")))
    };
    page.eval("document.body.append(document.createElement('button'))", Vec::new()).await;
    let found = violations(&page, &axe).await;
    assert!(names_the_rule(&found), "{found}");
    page.eval("document.querySelector('button').append('Save')", Vec::new()).await;
    let found = violations(&page, &axe).await;
    assert!(!names_the_rule(&found), "{found}");
    page.finish().await;
}
