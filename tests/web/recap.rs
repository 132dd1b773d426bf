//! The recap on the review screen: it renders the same elements as the file that is sent.

use heard::{Command, Options};
use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::event::review::{Answer, NoticeText};
use heard_core::transfer::export::{Audience, Wanted};
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::widget_scene::Scene;

const WORDS: [&str; 4] =
    ["We <b>wait</b> & wait", "two\nlines", "\"quoted\" 'words'", "שלום \u{202e}👋"];

/// The review of a meeting with captures of every kind.
async fn reviewed(key: &'static str) -> Scene {
    let scene = Scene::of(key, Options::default()).await;
    scene.click("[data-act=start]").await;
    let record = |act| scene.store.dispatch(Command::Record(act)).unwrap().unwrap();
    let mut first = None;
    for kind in Kind::ALL {
        for words in WORDS {
            let (words, said_by) = (words.to_owned(), Some("Maria & <i>Tom</i>".to_owned()));
            let id = record(EventKind::Captured(NewCapture {
                kind,
                words,
                said_by,
                ago_ms: 0,
                mark: None,
            }));
            first.get_or_insert(id);
        }
    }
    record(EventKind::MomentMarked);
    record(EventKind::MeetingEnded);
    record(EventKind::ReadBack { capture: first.unwrap(), answer: Answer::Yes });
    let text = NoticeText { what: "A <switch>".to_owned(), how_long: None, how_to_stop: None };
    record(EventKind::NoticeWritten { notice: None, text });
    scene.is_drawn().await;
    scene
}

fn wanted(scene: &Scene, audience: Audience) -> Wanted {
    Wanted { meeting: scene.store.snapshot().review, audience, client: None }
}

/// HTML as the browser parses and serializes it.
fn normalized(html: &str) -> String {
    let read = "return new DOMParser().parseFromString(html, 'text/html').body.innerHTML";
    let read = Function::new_with_args("html", read);
    let read = read.call1(&JsValue::NULL, &html.into()).unwrap();
    read.as_string().unwrap().replace('\n', "")
}

fn assert_same_as_file(scene: &Scene, audience: Audience) {
    let recap = scene.store.recap(wanted(scene, audience));
    let sheet = scene.find(".recap .sheet");
    // On the screen, what people wrote is kept from page translators.
    let shown = sheet.inner_html().replace(" translate=\"no\"", "");
    assert_eq!(shown, normalized(&recap.html_fragment(4)));
    // The headings of the file have other levels, so only the text is compared.
    let text = Function::new_with_args(
        "html",
        "return new DOMParser().parseFromString(html, 'text/html').body.textContent",
    );
    let file = text.call1(&JsValue::NULL, &recap.html().into()).unwrap().as_string().unwrap();
    assert_eq!(sheet.text_content().unwrap(), file.replace('\n', ""));
}

#[wasm_bindgen_test]
async fn the_screen_shows_what_the_file_for_each_audience_has() {
    let scene = reviewed("recap").await;
    assert_same_as_file(&scene, Audience::Client);
    assert_eq!(scene.find(".recap").get_attribute("data-audience").as_deref(), Some("client"));
    assert!(!scene.text(".recap .sheet").contains("Answers I held"));
    let own: HtmlInputElement =
        wasm_bindgen::JsCast::unchecked_into(scene.find(".recap label:nth-of-type(2) input"));
    own.click();
    crate::page::later(0).await;
    assert!(scene.text(".recap .sheet").contains("Answers I held"));
    assert_same_as_file(&scene, Audience::Me);
}

#[wasm_bindgen_test]
async fn the_recap_of_the_next_meeting_is_for_the_client_again() {
    let scene = reviewed("recap-again").await;
    scene.click(".recap label:nth-of-type(2) input").await;
    crate::page::later(0).await;
    scene.click("[data-act=done]").await;
    scene.click("[data-act=start]").await;
    scene.click("[data-act=end]").await;
    assert_eq!(scene.find(".recap").get_attribute("data-audience").as_deref(), Some("client"));
}
