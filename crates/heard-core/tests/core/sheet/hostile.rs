//! Tests that any text in a field is plain text on the sheet.

use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::loops::StepKind;
use heard_core::report::recap::Recap;

use crate::recap::hostile::{HOSTILE, structure, tags};
use crate::recap::met;
use crate::scene::Scene;
use crate::sheet::{drawn, request};

/// A sheet whose every text is this one.
fn filled(text: &str) -> Recap {
    let mut scene = Scene::empty();
    met(&mut scene, text);
    let catch = |scene: &mut Scene, kind, words: String| {
        let said_by = Some(text.to_owned());
        let whole = NewCapture { kind, words, said_by, ago_ms: 0, mark: None };
        let plain = NewCapture { said_by: None, ..whole.clone() };
        scene
            .try_record(EventKind::Captured(whole))
            .or_else(|_| scene.try_record(EventKind::Captured(plain)))
    };
    let issues = [(); 3].map(|()| catch(&mut scene, Kind::Issue, text.to_owned()).unwrap());
    let again = catch(&mut scene, Kind::Issue, format!("{text} again")).unwrap();
    catch(&mut scene, Kind::Spared, text.to_owned()).unwrap();
    scene.record(EventKind::Likened { capture: again, to: Some(issues[0]) });
    scene.take_step(issues[1], StepKind::Decline, text);
    scene.take_step(issues[2], StepKind::TellBack, text);
    let client = scene.notebook.clients().first().map(|client| client.id);
    drawn(&scene.notebook, request(client, "", ""))
}

#[test]
fn known_injection_attempts_are_plain_text() {
    for text in HOSTILE {
        let (hostile, tame) = (filled(&format!("x {text}")), filled("tame words"));
        let markdown = hostile.markdown();
        assert_eq!(structure(&markdown), structure(&tame.markdown()), "{markdown}");
        assert_eq!(tags(&hostile.html()), tags(&tame.html()), "{text:?}");
        let is_unseen = |c: char| {
            c != '\n' && c.is_control()
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
        };
        for form in [markdown, hostile.plain(), hostile.html()] {
            assert!(!form.contains(is_unseen), "{form:?}");
        }
    }
}
