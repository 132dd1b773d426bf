//! The capture line: their words, what they are of, and who said them.

use std::rc::Rc;

use heard_core::EventId;
use heard_core::event::capture::Kind;
use heard_core::validate::MAX_WORDS;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::store::{Command, Draft, NotebookStore};
use crate::ui::components::parts::key_cap;
use crate::ui::screens::live::capture_fields::Fields;
use crate::ui::widget::hotkeys::key_of_kind;
use crate::ui::widget::language::Words;
use crate::ui::widget::ui_state::Wanted;
use crate::ui::widget::view::{Msg, View};

/// The capture line of a screen, for the words of a mark or for any.
pub(crate) fn capture_line(view: &View, mark: Option<EventId>) -> Html {
    html! {
        <CaptureLine
            live={view.live}
            wanted={view.local.wanted}
            {mark}
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
    live: Rc<NotebookStore>,
    /// The line is wanted.
    wanted: Wanted,
    /// The mark that asks for its words.
    mark: Option<EventId>,
    /// How often words were kept; the line is cleared each time.
    kept: u32,
    /// The language.
    words: Words,
    /// Words are to be kept, or someone writes.
    link: Callback<Msg>,
}

/// A line that keeps every letter as it is typed; Enter keeps the words, Escape leaves the line as it is.
pub(crate) struct CaptureLine {
    fields: Fields,
    kind: Kind,
    room: Room,
    wants_focus: bool,
}

/// How much stands in the line, as far as that changes the screen.
#[derive(Clone, Copy, PartialEq)]
enum Room {
    Empty,
    Some,
    TooLong,
}

impl Room {
    fn of(draft: &Draft) -> Self {
        match draft.words.chars().take(MAX_WORDS + 1).count() {
            0 => Self::Empty,
            1..=MAX_WORDS => Self::Some,
            _ => Self::TooLong,
        }
    }
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
    /// The line is to be left as it is.
    Leave,
}

impl Component for CaptureLine {
    type Message = LineMsg;
    type Properties = CaptureLineProps;

    fn create(ctx: &Context<Self>) -> Self {
        let draft = ctx.props().live.draft();
        Self {
            fields: Fields::default(),
            kind: draft.kind,
            room: Room::of(&draft),
            wants_focus: draft.writing && !draft.is_blank(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: LineMsg) -> bool {
        let CaptureLineProps { live, link, mark, .. } = ctx.props();
        let mut draft = self.fields.draft(self.kind, live.draft().writing);
        draft.mark = *mark;
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
            LineMsg::Leave => {
                link.emit(Msg::Left);
                return false;
            }
        }
        let before = std::mem::replace(&mut self.room, Room::of(&draft));
        note(live, draft);
        before != self.room || matches!(msg, LineMsg::Chosen(_))
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &CaptureLineProps) -> bool {
        let CaptureLineProps { live, wanted, kept, .. } = ctx.props();
        if *kept != old.kept {
            self.clear();
            note(live, self.fields.draft(self.kind, false));
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
                if self.room == Room::TooLong {
                    <p class="warning" role="alert">{ (capture.too_long)(MAX_WORDS) }</p>
                }
                { self.kinds(ctx) }
                <div class="row">
                    <input
                        ref={&self.fields.speaker}
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
                        disabled={self.room == Room::Empty && self.kind != Kind::Held}
                    >{ capture.save }</button>
                </div>
            </form>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.fields.fill(&ctx.props().live.draft());
        }
        if std::mem::take(&mut self.wants_focus) {
            self.fields.focus();
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
                "Escape" => Some(LineMsg::Leave),
                _ => None,
            }
        });
        html! {
            <textarea
                ref={&self.fields.line}
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
}

impl CaptureLine {
    /// Empties the fields. An answer held is an exception, so the kind goes back to what is usual.
    fn clear(&mut self) {
        self.fields.fill(&Draft::default());
        self.room = Room::Empty;
        if self.kind == Kind::Held {
            self.kind = Kind::default();
        }
    }
}

fn note(live: &NotebookStore, draft: Draft) {
    // A draft is never refused.
    let _ = live.dispatch(Command::SaveDraft(draft));
}
