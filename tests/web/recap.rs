//! The recap on the review screen: what is drawn is what is sent, element by element.

use heard::{Command, Options};
use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::event::review::{Answer, Says};
use heard_core::transfer::export::{Audience, Wanted};
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::widget_scene::Scene;

const WORDS: [&str; 4] =
    ["We <b>wait</b> & wait", "two\nlines", "\"quoted\" 'words'", "שלום \u{202e}👋"];

/// A meeting with words of every kind, ended; its review is snapshot.
async fn reviewed(key: &'static str) -> Scene {
    let scene = Scene::of(key, Options::default()).await;
    scene.click("[data-act=start]").await;
    let say = |act| scene.live.dispatch(Command::Record(act)).unwrap().unwrap();
    let mut first = None;
    for kind in Kind::ALL {
        for words in WORDS {
            let (words, said_by) = (words.to_owned(), Some("Maria & <i>Tom</i>".to_owned()));
            let id = say(EventKind::Captured(NewCapture {
                kind,
                words,
                said_by,
                ago_ms: 0,
                mark: None,
            }));
            first.get_or_insert(id);
        }
    }
    say(EventKind::MomentMarked);
    say(EventKind::MeetingEnded);
    say(EventKind::ReadBack { capture: first.unwrap(), answer: Answer::Yes });
    let says = Says { what: "A <switch>".to_owned(), how_long: None, how_to_stop: None };
    say(EventKind::NoticeWritten { notice: None, says });
    scene.is_drawn().await;
    scene
}

fn wanted(scene: &Scene, audience: Audience) -> Wanted {
    Wanted { meeting: scene.live.snapshot().review, audience, client: None }
}

/// A text of HTML as the browser understands it, and writes it itself.
fn understood(html: &str) -> String {
    let read = "return new DOMParser().parseFromString(html, 'text/html').body.innerHTML";
    let read = Function::new_with_args("html", read);
    let read = read.call1(&JsValue::NULL, &html.into()).unwrap();
    read.as_string().unwrap().replace('\n', "")
}

fn is_what_is_sent(scene: &Scene, audience: Audience) {
    let recap = scene.live.recap(wanted(scene, audience));
    let sheet = scene.find(".recap .sheet");
    assert_eq!(sheet.inner_html(), understood(&recap.html_fragment(4)));
    // The file's headings are higher ones; every word is the same.
    let text = Function::new_with_args(
        "html",
        "return new DOMParser().parseFromString(html, 'text/html').body.textContent",
    );
    let file = text.call1(&JsValue::NULL, &recap.html().into()).unwrap().as_string().unwrap();
    assert_eq!(sheet.text_content().unwrap(), file.replace('\n', ""));
}

#[wasm_bindgen_test]
async fn what_is_drawn_is_what_is_sent_to_the_client_and_to_oneself() {
    let scene = reviewed("recap").await;
    is_what_is_sent(&scene, Audience::Client);
    assert_eq!(scene.find(".recap").get_attribute("data-audience").as_deref(), Some("client"));
    assert!(!scene.text(".recap .sheet").contains("Answers I held"));
    let own: HtmlInputElement =
        wasm_bindgen::JsCast::unchecked_into(scene.find(".recap label:nth-of-type(2) input"));
    own.click();
    crate::page::later(0).await;
    assert!(scene.text(".recap .sheet").contains("Answers I held"));
    is_what_is_sent(&scene, Audience::Me);
}

#[wasm_bindgen_test]
async fn another_meeting_is_for_the_client_again() {
    let scene = reviewed("recap-again").await;
    scene.click(".recap label:nth-of-type(2) input").await;
    crate::page::later(0).await;
    scene.click("[data-act=done]").await;
    scene.click("[data-act=start]").await;
    scene.click("[data-act=end]").await;
    assert_eq!(scene.find(".recap").get_attribute("data-audience").as_deref(), Some("client"));
}
