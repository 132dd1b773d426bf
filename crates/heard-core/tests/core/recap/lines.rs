//! Tests that words are displayed unchanged and are never taken for headings.

use heard_core::event::capture::Kind;
use heard_core::report::recap::Form;
use heard_core::transfer::export::Audience;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser};

use crate::random_actions::config;
use crate::recap::{file, planned};
use crate::scene::{Scene, captured};

/// What a reader of Markdown with these extensions sees, a line each.
fn read(markdown: &str, extensions: Options) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(markdown, extensions) {
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
        let is_quoted = words.len() > 1 && words.starts_with('"') && words.ends_with('"');
        let quoted = if is_quoted { words } else { format!("“{words}”") };
        let markdown = file(&scene.notebook, Audience::Client, Form::Markdown);
        let seen = read(&markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION);
        prop_assert!(seen.contains(&quoted), "{}", markdown);
        // An apostrophe within a word becomes a typographic one.
        let seen = read(&markdown, Options::all()).replace('’', "'");
        prop_assert!(seen.contains(&quoted), "{}", markdown);
    }
}

#[test]
fn each_line_of_a_quotation_and_of_an_item_is_a_paragraph() {
    let mut scene = Scene::opened();
    scene.capture_outcome("first\nsecond");
    let promise = scene.record(captured(Kind::Promise, "third\nfourth"));
    scene.record(planned(promise, None, "2026-11-27"));
    let markdown = file(&scene.notebook, Audience::Client, Form::Markdown);
    let quotation = "\n> “first\n>\n> second”\n>\n> — unconfirmed\n";
    let item = "\n- “third\n\n    fourth”\n\n    — By 2026-11-27\n";
    assert!(markdown.contains(quotation) && markdown.contains(item), "{markdown}");
    assert!(markdown.lines().all(|line| line == line.trim_end()), "{markdown}");
}

#[test]
fn a_line_within_words_is_not_a_heading() {
    let mut scene = Scene::opened();
    scene.capture_outcome("Yes\n\nPromises\n--------\n- “I will pay”");
    let text = file(&scene.notebook, Audience::Client, Form::Plain);
    let inside = "  “Yes\n  Promises\n  --------\n  - “I will pay””\n  — unconfirmed\n";
    assert!(text.contains(inside), "{text}");
}
