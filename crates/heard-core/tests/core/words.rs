//! Tests of the length and content of words.

use heard_core::Refusal;
use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::validate::MAX_WORDS;

use crate::scene::{Scene, amended, captured};

#[test]
fn a_capture_needs_words() {
    let scene = Scene::opened();
    for words in ["", "   ", "\n\t", "\u{2003}"] {
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Held) {
            assert_eq!(scene.refusal(captured(kind, words)), Some(Refusal::NoWords), "{words:?}");
        }
    }
}

#[test]
fn an_answer_held_needs_no_words() {
    let mut scene = Scene::opened();
    scene.record(captured(Kind::Held, ""));
    scene.record(captured(Kind::Held, "  "));
    scene.record(captured(Kind::Held, "That we tried this in 2019"));
    assert_eq!(scene.meeting().captures.len(), 3);
    let endless = "x".repeat(MAX_WORDS + 1);
    assert_eq!(scene.refusal(captured(Kind::Held, &endless)), Some(Refusal::TooLong));
}

#[test]
fn twenty_thousand_characters_are_kept_whole_in_any_script() {
    assert_eq!(MAX_WORDS, 20_000);
    for one in ["x", "é", "😀", "ש", "م", "字"] {
        let words = one.repeat(20_000);
        let mut scene = Scene::opened();
        scene.capture_outcome(&words);
        scene.reload();
        assert_eq!(scene.meeting().captures[0].words, words, "{one}");
    }
}

#[test]
fn one_character_more_is_too_long_whatever_its_bytes() {
    let mut scene = Scene::opened();
    let id = scene.capture_outcome("short");
    for one in ["x", "😀"] {
        let words = one.repeat(20_001);
        assert_eq!(scene.refusal(captured(Kind::Issue, &words)), Some(Refusal::TooLong), "{one}");
        assert_eq!(scene.refusal(amended(id, &words)), Some(Refusal::TooLong), "{one}");
    }
}

#[test]
fn words_are_kept_exactly() {
    for words in [
        " outer spaces ",
        "line\nbreaks\r\nand\ttabs",
        "<script>alert('x')</script>",
        "\"quoted\" \\ back\\slashed \u{0}\u{7f}\u{2028}",
        "مرحبا \u{202e}abc\u{202c} שלום",
        "👩‍👩‍👧‍👦 e\u{301}",
    ] {
        let mut scene = Scene::opened();
        let id = scene.capture_outcome(words);
        scene.record(amended(id, "other"));
        scene.record(amended(id, words));
        scene.reload();
        let capture = &scene.meeting().captures[0];
        assert_eq!((capture.words.as_str(), capture.earlier[0].as_str()), (words, words));
    }
}

#[test]
fn a_correction_needs_words_even_of_an_answer_held() {
    let mut scene = Scene::opened();
    let id = scene.record(captured(Kind::Held, "So much to say"));
    assert_eq!(scene.refusal(amended(id, " ")), Some(Refusal::NoWords));
}

#[test]
fn the_name_of_who_said_it_is_a_name_or_left_out() {
    let scene = Scene::opened();
    let by = |name: &str| {
        let (kind, words, said_by) = (Kind::Issue, "It is slow".to_owned(), Some(name.to_owned()));
        scene.refusal(EventKind::Captured(NewCapture {
            kind,
            words,
            said_by,
            ago_ms: 0,
            mark: None,
        }))
    };
    assert_eq!(by("Maria"), None);
    assert_eq!(by(""), Some(Refusal::NoWords));
    assert_eq!(by(&"M".repeat(201)), Some(Refusal::TooLong));
}
