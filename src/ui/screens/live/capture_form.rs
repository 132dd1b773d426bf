//! The capture form: a quotation, its kind, and who said it.

use std::rc::Rc;

use heard_core::EventId;
use heard_core::event::capture::Kind;
use heard_core::validate::MAX_WORDS;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::browser::keyboard::key;
use crate::store::{Command, Draft, NotebookStore};
use crate::ui::components::parts::key_cap;
use crate::ui::context::key_names::key_of_kind;
use crate::ui::context::language::Words;
use crate::ui::screens::live::capture_fields::{Fields, Length};
use crate::ui::screens::live::state::{CaptureMsg, CaptureView, FormRequest};

/// The capture form of a screen; `mark` is the mark that the quotation belongs to.
pub(crate) fn capture_form(view: &CaptureView, mark: Option<EventId>) -> Html {
    html! {
        <CaptureForm
            store={view.store}
            request={view.state.form_request}
            {mark}
            saved={view.state.saved}
            words={view.words}
            link={view.link}
        />
    }
}

/// Props of [`CaptureForm`].
#[derive(Properties, PartialEq)]
pub(crate) struct CaptureFormProps {
    /// The notebook, which saves the draft.
    store: Rc<NotebookStore>,
    /// The last request to focus the form.
    request: FormRequest,
    /// The mark that the quotation belongs to.
    mark: Option<EventId>,
    /// How many captures were saved; the form is cleared each time.
    saved: u32,
    /// The strings of the language.
    words: Words,
    /// Receives submissions and changes of focus.
    link: Callback<CaptureMsg>,
}

/// A form that saves its draft on every input; Enter submits it, Escape leaves it.
pub(crate) struct CaptureForm {
    fields: Fields,
    kind: Kind,
    length: Length,
    wants_focus: bool,
}

/// What happens to the form.
#[derive(Clone, Copy)]
pub(crate) enum FormMsg {
    /// A field or the selection changed.
    Edited,
    /// A field received the focus, or lost it.
    FocusChanged(bool),
    /// A kind was chosen.
    KindChosen(Kind),
    /// The form was submitted.
    Submitted,
    /// Escape was pressed.
    Escaped,
}

impl Component for CaptureForm {
    type Message = FormMsg;
    type Properties = CaptureFormProps;

    fn create(ctx: &Context<Self>) -> Self {
        let draft = ctx.props().store.draft();
        Self {
            fields: Fields::default(),
            kind: draft.kind,
            length: Length::of(&draft),
            wants_focus: draft.writing && !draft.is_blank(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: FormMsg) -> bool {
        let CaptureFormProps { store, link, mark, .. } = ctx.props();
        let mut draft = self.fields.draft(self.kind, store.draft().writing);
        draft.mark = *mark;
        match msg {
            FormMsg::Edited => {}
            FormMsg::FocusChanged(focused) => {
                draft.writing = focused;
                link.emit(CaptureMsg::FocusChanged(focused));
            }
            FormMsg::KindChosen(kind) => {
                self.kind = kind;
                draft.kind = kind;
            }
            FormMsg::Submitted => {
                link.emit(CaptureMsg::Submitted(draft));
                return false;
            }
            FormMsg::Escaped => {
                link.emit(CaptureMsg::Escaped);
                return false;
            }
        }
        let before = std::mem::replace(&mut self.length, Length::of(&draft));
        save_draft(store, draft);
        before != self.length || matches!(msg, FormMsg::KindChosen(_))
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &CaptureFormProps) -> bool {
        let CaptureFormProps { store, request, saved, .. } = ctx.props();
        if *saved != old.saved {
            self.clear();
            save_draft(store, self.fields.draft(self.kind, false));
        }
        if *request != old.request {
            self.kind = request.kind;
            self.wants_focus = true;
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let CaptureFormProps { words, .. } = ctx.props();
        let capture = &words.capture;
        let hint = if self.kind == Kind::Held { capture.line_held } else { capture.line };
        let onsubmit = ctx.link().callback(|event: SubmitEvent| {
            event.prevent_default();
            FormMsg::Submitted
        });
        html! {
            <form class="capture" part="capture" {onsubmit}>
                { self.words_field(ctx, hint) }
                if self.length == Length::TooLong {
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
                        oninput={ctx.link().callback(|_: InputEvent| FormMsg::Edited)}
                        onfocus={ctx.link().callback(|_: FocusEvent| FormMsg::FocusChanged(true))}
                        onblur={ctx.link().callback(|_: FocusEvent| FormMsg::FocusChanged(false))}
                    />
                    <button
                        part="button"
                        class="ghost keep"
                        type="submit"
                        disabled={self.length == Length::Empty && self.kind != Kind::Held}
                    >{ capture.save }</button>
                </div>
            </form>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.fields.fill(&ctx.props().store.draft());
        }
        if std::mem::take(&mut self.wants_focus) {
            // The first time the focus is restored, as after a reload, and the page stays where the user left it.
            self.fields.focus(!first);
        }
    }
}

impl CaptureForm {
    fn words_field(&self, ctx: &Context<Self>, hint: &'static str) -> Html {
        let link = ctx.link();
        let onkeydown = link.batch_callback(|event: KeyboardEvent| {
            let held = event.shift_key() || event.repeat();
            match key(&event)?.as_str() {
                "Enter" if !held => {
                    event.prevent_default();
                    Some(FormMsg::Submitted)
                }
                "Escape" => {
                    event.prevent_default();
                    Some(FormMsg::Escaped)
                }
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
                oninput={link.callback(|_: InputEvent| FormMsg::Edited)}
                onkeyup={link.callback(|_: KeyboardEvent| FormMsg::Edited)}
                onclick={link.callback(|_: MouseEvent| FormMsg::Edited)}
                onfocus={link.callback(|_: FocusEvent| FormMsg::FocusChanged(true))}
                onblur={link.callback(|_: FocusEvent| FormMsg::FocusChanged(false))}
                {onkeydown}
            />
        }
    }

    fn kinds(&self, ctx: &Context<Self>) -> Html {
        let words = ctx.props().words;
        let chip = |kind: Kind| {
            html! {
                <label class="chip" key={kind.as_str()}>
                    <input
                        type="radio"
                        name="kind"
                        value={kind.as_str()}
                        checked={kind == self.kind}
                        onchange={ctx.link().callback(move |_: Event| FormMsg::KindChosen(kind))}
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

impl CaptureForm {
    /// Clears the fields. After a held answer the kind returns to the default, because held answers are rare.
    fn clear(&mut self) {
        self.fields.fill(&Draft::default());
        self.length = Length::Empty;
        if self.kind == Kind::Held {
            self.kind = Kind::default();
        }
    }
}

fn save_draft(store: &NotebookStore, draft: Draft) {
    // A draft is never refused.
    let _ = store.dispatch(Command::SaveDraft(draft));
}
