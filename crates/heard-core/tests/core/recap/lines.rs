//! Tests that words are displayed unchanged and are never taken for headings.

use heard_core::report::recap::Form;
use heard_core::transfer::export::Audience;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser};

use crate::random_actions::config;
use crate::recap::file;
use crate::scene::Scene;

/// What a reader of Markdown sees, a line each.
fn read(markdown: &str) -> String {
    // It would make curly quotation marks of straight ones.
    let dialects = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let mut text = String::new();
    for event in Parser::new_ext(markdown, dialects) {
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => text.push('\n'),
            _ => {}
        }
    }
    text
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn words_are_displayed_unchanged(words in "[!-~]{1,8}( [!-~]{1,8}){0,6}(\n[!-~]{1,20})?") {
        let mut scene = Scene::opened();
        scene.capture_outcome(&words);
        let quoted = format!("“{words}”");
        let markdown = file(&scene.notebook, Audience::Client, Form::Markdown);
        let seen = read(&markdown);
        prop_assert!(seen.contains(&quoted) || seen.contains(&words), "{}", markdown);
    }
}

#[test]
fn a_line_within_words_is_not_a_heading() {
    let mut scene = Scene::opened();
    scene.capture_outcome("Yes\n\nPromises\n--------\n- “I will pay”");
    let text = file(&scene.notebook, Audience::Client, Form::Plain);
    let inside = "  “Yes\n  Promises\n  --------\n  - “I will pay””\n  — unconfirmed\n";
    assert!(text.contains(inside), "{text}");
}
