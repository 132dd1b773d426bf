//! The capture line: their words, what they are of, and who said them.

use std::rc::Rc;

use heard_core::capture::Kind;
use heard_core::rules::MAX_WORDS;
use web_sys::{HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use crate::live::{Draft, Live, Said};
use crate::ui::hotkeys::key_of_kind;
use crate::ui::local::Wanted;
use crate::ui::parts::key_cap;
use crate::ui::view::{Msg, View};
use crate::ui::words::Words;

/// The capture line of a screen.
pub(crate) fn capture_line(view: &View) -> Html {
    html! {
        <CaptureLine
            live={view.live}
            wanted={view.local.wanted}
            kept={view.local.kept}
            words={view.words}
            link={view.link}
        />
    }
}

/// Props of [`CaptureLine`].
#[derive(Properties, PartialEq)]
pub(crate) struct CaptureLineProps {
    /// The notebook, which keeps the draft.
    live: Rc<Live>,
    /// The line is wanted.
    wanted: Wanted,
    /// How often words were kept; the line is cleared each time.
    kept: u32,
    /// The language.
    words: Words,
    /// Words are to be kept, or someone writes.
    link: Callback<Msg>,
}

/// A line that keeps every letter as it is typed; Enter keeps the words, Escape leaves the line as it is.
pub(crate) struct CaptureLine {
    line: NodeRef,
    speaker: NodeRef,
    kind: Kind,
    chars: usize,
    wants_focus: bool,
}

/// What happens to the line.
#[derive(Clone, Copy)]
pub(crate) enum LineMsg {
    /// Something was typed, or the caret moved.
    Edited,
    /// Someone came to the line, or left it.
    Entered(bool),
    /// A kind was chosen.
    Chosen(Kind),
    /// The words are to be kept.
    Keep,
}

impl Component for CaptureLine {
    type Message = LineMsg;
    type Properties = CaptureLineProps;

    fn create(ctx: &Context<Self>) -> Self {
        let draft = ctx.props().live.draft();
        Self {
            line: NodeRef::default(),
            speaker: NodeRef::default(),
            kind: draft.kind,
            chars: draft.words.chars().count(),
            wants_focus: draft.writing && !draft.is_blank(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: LineMsg) -> bool {
        let CaptureLineProps { live, link, .. } = ctx.props();
        let mut draft = self.draft(live.draft().writing);
        match msg {
            LineMsg::Edited => {}
            LineMsg::Entered(writing) => {
                draft.writing = writing;
                link.emit(Msg::Wrote(writing));
            }
            LineMsg::Chosen(kind) => {
                self.kind = kind;
                draft.kind = kind;
            }
            LineMsg::Keep => {
                link.emit(Msg::Kept(draft));
                return false;
            }
        }
        let chars = draft.words.chars().count();
        let differs = chars != self.chars || matches!(msg, LineMsg::Chosen(_));
        self.chars = chars;
        note(live, draft);
        differs
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &CaptureLineProps) -> bool {
        let CaptureLineProps { live, wanted, kept, .. } = ctx.props();
        if *kept != old.kept {
            self.clear();
            note(live, self.draft(false));
        }
        if *wanted != old.wanted {
            self.kind = wanted.kind;
            self.wants_focus = true;
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let CaptureLineProps { words, .. } = ctx.props();
        let capture = &words.capture;
        let hint = if self.kind == Kind::Held { capture.line_held } else { capture.line };
        let onsubmit = ctx.link().callback(|event: SubmitEvent| {
            event.prevent_default();
            LineMsg::Keep
        });
        html! {
            <form class="capture" part="capture" {onsubmit}>
                { self.words_field(ctx, hint) }
                if self.chars > MAX_WORDS {
                    <p class="warning" role="alert">{ (capture.too_long)(MAX_WORDS) }</p>
                }
                { self.kinds(ctx) }
                <div class="row">
                    <input
                        ref={&self.speaker}
                        class="field"
                        type="text"
                        dir="auto"
                        aria-label={capture.said_by}
                        placeholder={capture.said_by}
                        oninput={ctx.link().callback(|_: InputEvent| LineMsg::Edited)}
                        onfocus={ctx.link().callback(|_: FocusEvent| LineMsg::Entered(true))}
                        onblur={ctx.link().callback(|_: FocusEvent| LineMsg::Entered(false))}
                    />
                    <button
                        part="button"
                        class="ghost keep"
                        type="submit"
                        disabled={self.chars == 0 && self.kind != Kind::Held}
                    >{ capture.keep }</button>
                </div>
            </form>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let Some(line) = self.line.cast::<HtmlTextAreaElement>() else { return };
        if first {
            self.restore(&line, &ctx.props().live.draft());
        }
        if std::mem::take(&mut self.wants_focus) {
            // Focusing a field in the document can not fail.
            let _ = line.focus();
        }
    }
}

impl CaptureLine {
    fn words_field(&self, ctx: &Context<Self>, hint: &'static str) -> Html {
        let link = ctx.link();
        let onkeydown = link.batch_callback(|event: KeyboardEvent| {
            let held = event.shift_key() || event.is_composing() || event.repeat();
            match event.key().as_str() {
                "Enter" if !held => {
                    event.prevent_default();
                    Some(LineMsg::Keep)
                }
                "Escape" => {
                    let field = event.target_unchecked_into::<HtmlTextAreaElement>();
                    // Leaving a field that is in the document can not fail.
                    let _ = field.blur();
                    None
                }
                _ => None,
            }
        });
        html! {
            <textarea
                ref={&self.line}
                class="say"
                rows="2"
                dir="auto"
                aria-label={hint}
                placeholder={hint}
                oninput={link.callback(|_: InputEvent| LineMsg::Edited)}
                onkeyup={link.callback(|_: KeyboardEvent| LineMsg::Edited)}
                onclick={link.callback(|_: MouseEvent| LineMsg::Edited)}
                onfocus={link.callback(|_: FocusEvent| LineMsg::Entered(true))}
                onblur={link.callback(|_: FocusEvent| LineMsg::Entered(false))}
                {onkeydown}
            />
        }
    }

    fn kinds(&self, ctx: &Context<Self>) -> Html {
        let words = ctx.props().words;
        let chip = |kind: Kind| {
            html! {
                <label class="chip" key={kind.word()}>
                    <input
                        type="radio"
                        name="kind"
                        value={kind.word()}
                        checked={kind == self.kind}
                        onchange={ctx.link().callback(move |_: Event| LineMsg::Chosen(kind))}
                    />
                    <span>{ (words.kind)(kind) }{ key_cap(Some(key_of_kind(kind))) }</span>
                </label>
            }
        };
        html! {
            <div class="chips" role="radiogroup" aria-label={words.capture.kind} part="kind">
                { for Kind::ALL.map(chip) }
            </div>
        }
    }

    /// What stands in the fields.
    fn draft(&self, writing: bool) -> Draft {
        let line = self.line.cast::<HtmlTextAreaElement>();
        let speaker = self.speaker.cast::<HtmlInputElement>();
        Draft {
            words: line.as_ref().map(HtmlTextAreaElement::value).unwrap_or_default(),
            kind: self.kind,
            said_by: speaker.map(|speaker| speaker.value()).unwrap_or_default(),
            selection: line.map(|line| selection(&line)).unwrap_or_default(),
            writing,
            ..Draft::default()
        }
    }

    fn restore(&self, line: &HtmlTextAreaElement, draft: &Draft) {
        line.set_value(&draft.words);
        let (start, end) = draft.selection;
        // A selection beyond the end is cut by the browser.
        let _ = line.set_selection_range(start, end);
        if let Some(speaker) = self.speaker.cast::<HtmlInputElement>() {
            speaker.set_value(&draft.said_by);
        }
    }

    /// Empties the fields. An answer held is an exception, so the kind goes back to what is usual.
    fn clear(&mut self) {
        if let Some(line) = self.line.cast::<HtmlTextAreaElement>() {
            line.set_value("");
        }
        if let Some(speaker) = self.speaker.cast::<HtmlInputElement>() {
            speaker.set_value("");
        }
        self.chars = 0;
        if self.kind == Kind::Held {
            self.kind = Kind::default();
        }
    }
}

fn note(live: &Live, draft: Draft) {
    // A draft is never refused.
    let _ = live.hear(Said::Drafted(draft));
}

/// Where the caret is, in UTF-16 units.
fn selection(line: &HtmlTextAreaElement) -> (u32, u32) {
    let at = |end: Result<Option<u32>, _>| end.ok().flatten().unwrap_or(0);
    (at(line.selection_start()), at(line.selection_end()))
}
