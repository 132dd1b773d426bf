//! The capture line: their words, what they are of, and who said them.

use heard_core::capture::Kind;
use heard_core::rules::MAX_WORDS;
use web_sys::{HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use crate::live::{Draft, Said};
use crate::ui::choice::{Chip, Choice, choice};
use crate::ui::hotkeys::key_of_kind;
use crate::ui::words::Words;

/// A wish for the line: the kind to write, and a number that grows with each wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// What is to be written.
    pub(crate) kind: Kind,
    /// Which wish it is.
    pub(crate) turn: u32,
}

/// Props of [`CaptureLine`].
#[derive(Properties, PartialEq)]
pub(crate) struct CaptureLineProps {
    /// The draft to begin with.
    pub(crate) draft: Draft,
    /// The line is wanted.
    pub(crate) wanted: Option<Wanted>,
    /// The language.
    pub(crate) words: Words,
    /// A draft changed.
    pub(crate) on_said: Callback<Said>,
    /// Words were given to be kept; says whether they were.
    pub(crate) on_keep: Callback<Draft, bool>,
    /// Someone writes, or no longer does.
    pub(crate) on_writing: Callback<bool>,
}

/// Where the caret is, in UTF-16 units.
fn selection(line: &HtmlTextAreaElement) -> (u32, u32) {
    let at = |end: Result<Option<u32>, _>| end.ok().flatten().unwrap_or(0);
    (at(line.selection_start()), at(line.selection_end()))
}

/// A line that keeps every letter as it is typed; Enter keeps the words, Escape leaves the line as it is.
#[component]
pub(crate) fn CaptureLine(props: &CaptureLineProps) -> Html {
    let CaptureLineProps { draft, wanted, words, on_said, on_keep, on_writing } = props;
    let line = use_node_ref();
    let speaker = use_node_ref();
    let kind = use_state_eq(|| draft.kind);
    let chars = use_state_eq(|| draft.words.chars().count());

    use_effect_with((), {
        let (line, speaker, draft) = (line.clone(), speaker.clone(), draft.clone());
        move |()| restore(&line, &speaker, &draft)
    });
    use_effect_with(*wanted, {
        let (line, kind) = (line.clone(), kind.setter());
        move |wanted| {
            if let (Some(wanted), Some(line)) = (wanted, line.cast::<HtmlTextAreaElement>()) {
                kind.set(wanted.kind);
                // Focusing an element in the document can not fail.
                let _ = line.focus();
            }
        }
    });

    let read = {
        let (line, speaker) = (line.clone(), speaker.clone());
        move |kind: Kind, writing: bool| read_draft(&line, &speaker, kind, writing)
    };
    let note = {
        let (read, on_said, chars, kind) = (read.clone(), on_said.clone(), chars.setter(), *kind);
        move |writing: bool| {
            let draft = read(kind, writing);
            chars.set(draft.words.chars().count());
            on_said.emit(Said::Drafted(draft));
        }
    };
    let keep = {
        let (read, note, on_keep, kind) =
            (read.clone(), note.clone(), on_keep.clone(), kind.clone());
        let (line, speaker) = (line.clone(), speaker.clone());
        move || {
            if on_keep.emit(read(*kind, false)) {
                clear(&line, &speaker);
                note(false);
                if *kind == Kind::Held {
                    kind.set(Kind::default());
                }
            }
        }
    };
    let on_key = {
        let (keep, line) = (keep.clone(), line.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if !event.shift_key() && !event.is_composing() && !event.repeat() => {
                event.prevent_default();
                keep();
            }
            "Escape" => {
                if let Some(line) = line.cast::<HtmlTextAreaElement>() {
                    // Leaving a field that is in the document can not fail.
                    let _ = line.blur();
                }
            }
            _ => {}
        })
    };
    let noted = |writing: bool| {
        let note = note.clone();
        Callback::from(move |()| note(writing))
    };
    let entered = |writing: bool| {
        let (note, on_writing) = (note.clone(), on_writing.clone());
        Callback::from(move |_: FocusEvent| {
            on_writing.emit(writing);
            note(writing);
        })
    };
    let on_choose = {
        let (kind, read, on_said) = (kind.clone(), read, on_said.clone());
        Callback::from(move |index: usize| {
            let chosen = Kind::ALL.get(index).copied().unwrap_or_default();
            kind.set(chosen);
            on_said.emit(Said::Drafted(read(chosen, false)));
        })
    };
    let chips = Kind::ALL.map(|kind| Chip {
        label: AttrValue::Static((words.kind)(kind)),
        key: Some(key_of_kind(kind)),
    });
    let kinds = Choice {
        label: words.capture.kind,
        name: "kind",
        chips: &chips,
        chosen: Kind::ALL.iter().position(|one| one == &*kind),
        part: Some("kind"),
    };
    let hint = if *kind == Kind::Held { words.capture.line_held } else { words.capture.line };
    let can_keep = *chars > 0 || *kind == Kind::Held;
    html! {
        <form
            class="capture"
            part="capture"
            onsubmit={Callback::from({
                let keep = keep.clone();
                move |event: SubmitEvent| {
                    event.prevent_default();
                    keep();
                }
            })}
        >
            <textarea
                ref={line}
                class="say"
                rows="2"
                dir="auto"
                aria-label={hint}
                placeholder={hint}
                oninput={noted(true).reform(|_: InputEvent| ())}
                onkeyup={noted(true).reform(|_: KeyboardEvent| ())}
                onclick={noted(true).reform(|_: MouseEvent| ())}
                onkeydown={on_key}
                onfocus={entered(true)}
                onblur={entered(false)}
            />
            if *chars > MAX_WORDS {
                <p class="warning" role="alert">{ (words.capture.too_long)(MAX_WORDS) }</p>
            }
            { choice(&kinds, &on_choose) }
            <div class="row">
                <input
                    ref={speaker}
                    class="field"
                    type="text"
                    dir="auto"
                    aria-label={words.capture.said_by}
                    placeholder={words.capture.said_by}
                    oninput={noted(true).reform(|_: InputEvent| ())}
                    onfocus={entered(true)}
                    onblur={entered(false)}
                />
                <button part="button" class="ghost keep" type="submit" disabled={!can_keep}>
                    { words.capture.keep }
                </button>
            </div>
        </form>
    }
}

fn restore(line: &NodeRef, speaker: &NodeRef, draft: &Draft) {
    let (Some(line), Some(speaker)) =
        (line.cast::<HtmlTextAreaElement>(), speaker.cast::<HtmlInputElement>())
    else {
        return;
    };
    line.set_value(&draft.words);
    speaker.set_value(&draft.said_by);
    let (start, end) = draft.selection;
    // A selection beyond the end is cut by the browser; focusing a field in the document can not fail.
    let _ = line.set_selection_range(start, end);
    if draft.writing && !draft.is_blank() {
        let _ = line.focus();
    }
}

fn read_draft(line: &NodeRef, speaker: &NodeRef, kind: Kind, writing: bool) -> Draft {
    let line = line.cast::<HtmlTextAreaElement>();
    let speaker = speaker.cast::<HtmlInputElement>();
    Draft {
        words: line.as_ref().map(HtmlTextAreaElement::value).unwrap_or_default(),
        kind,
        said_by: speaker.as_ref().map(HtmlInputElement::value).unwrap_or_default(),
        selection: line.as_ref().map(selection).unwrap_or_default(),
        writing,
        ..Draft::default()
    }
}

fn clear(line: &NodeRef, speaker: &NodeRef) {
    if let Some(line) = line.cast::<HtmlTextAreaElement>() {
        line.set_value("");
    }
    if let Some(speaker) = speaker.cast::<HtmlInputElement>() {
        speaker.set_value("");
    }
}
