//! Copying, mailing, sharing, printing and saving a document.

use std::rc::Rc;

use heard_core::report::recap::{Form, Recap};
use yew::prelude::*;

use crate::browser::clipboard::{self, Copied};
use crate::browser::{download, mail, print, share};
use crate::store::NotebookStore;
use crate::ui::components::share::document::{Document, Outcome};
use crate::ui::context::language::Words;

/// What a button does with the document.
#[derive(Clone, Copy)]
pub(crate) enum Action {
    /// Copy it to the clipboard.
    Copy,
    /// Open a draft of a mail.
    Mail,
    /// Open the share sheet of the device.
    Share,
    /// Print it.
    Print,
    /// Save its table as CSV.
    Table,
    /// Save it in a format.
    Save(Form),
}

/// Runs the actions of a document. All of an action runs within the click, because browsers require a user gesture.
pub(crate) struct Sharer {
    /// The notebook to read the document from.
    pub(crate) store: Rc<NotebookStore>,
    /// Receives what came of an action.
    pub(crate) on_outcome: Callback<Outcome>,
    /// The strings of the language.
    pub(crate) words: Words,
    /// The preview, beside which the document to print is placed.
    pub(crate) preview: NodeRef,
    /// The document.
    pub(crate) document: Document,
}

impl Sharer {
    /// Runs an action.
    pub(crate) fn run(&self, action: Action) {
        let done = &self.words.recap.done;
        let recap = || self.document.kind.text(&self.store);
        match action {
            Action::Copy => {
                let messages = [done.copied, done.copied_plain, done.by_hand];
                self.copy(&recap(), messages, None);
            }
            Action::Mail => self.mail(&recap()),
            Action::Share => self.share(&recap()),
            Action::Print => self.print(&recap()),
            Action::Table => self.save_table(),
            Action::Save(form) => self.save(form, done.saved),
        }
    }

    /// Copies the text, and then opens a draft without a body if one is given. The messages are for formatted text, plain text,
    /// and a refusal.
    fn copy(&self, recap: &Recap, messages: [&'static str; 3], draft: Option<String>) {
        let on_outcome = self.on_outcome.clone();
        let then = move |copied| {
            let message = match copied {
                Copied::Rich => messages[0],
                Copied::Plain => messages[1],
                Copied::Not => messages[2],
            };
            on_outcome.emit(Outcome { message, by_hand: copied == Copied::Not });
            // This fails only if there is no document.
            let _ = draft.map_or(Ok(()), |draft| mail::open(&draft));
        };
        clipboard::copy(&recap.html_fragment(2), recap.plain(), Box::new(then));
    }

    fn mail(&self, recap: &Recap) {
        let done = &self.words.recap.done;
        if let Some(link) = mail::link(&recap.subject, &recap.plain()) {
            let opened = mail::open(&link);
            return self.report(if opened.is_ok() { done.mailed } else { done.not_mailed });
        }
        let messages = [done.mail_long, done.mail_long, done.mail_by_hand];
        self.copy(recap, messages, mail::link(&recap.subject, ""));
    }

    fn share(&self, recap: &Recap) {
        let done = &self.words.recap.done;
        let (messages, on_outcome) = ([done.not_shared, done.shared], self.on_outcome.clone());
        let then = move |shared| {
            let message = messages[usize::from(shared)];
            on_outcome.emit(Outcome { message, by_hand: false });
        };
        let file = [&*self.name(Form::Html), &*recap.html(), Form::Html.mime()];
        share::share(&recap.subject, &recap.plain(), file, Box::new(then));
    }

    fn print(&self, recap: &Recap) {
        let done = &self.words.recap.done;
        let near = self.preview.get();
        let printed = near.is_some_and(|near| print::print(&near, &recap.subject, &recap.tree(1)));
        if printed {
            self.report(done.printed);
        } else {
            self.save(Form::Html, done.not_printed);
        }
    }

    fn save(&self, form: Form, message: &'static str) {
        let kind = self.document.kind;
        let text = match form {
            Form::Calendar => Some(self.store.recap_text(kind.wanted(), form)),
            form => kind.text(&self.store).written(form),
        };
        self.download(&self.name(form), &text.unwrap_or_default(), form.mime(), message);
    }

    fn save_table(&self) {
        if let Some(table) = &self.document.table {
            let text = self.store.loops_csv(self.document.kind.wanted());
            let name = [&table.file, ".csv"].concat();
            self.download(&name, &text, "text/csv", self.words.recap.done.saved);
        }
    }

    fn download(&self, name: &str, text: &str, mime: &str, message: &'static str) {
        let saved = download::save(name, &text.into(), mime);
        self.report(if saved.is_ok() { message } else { self.words.recap.done.not_saved });
    }

    fn name(&self, form: Form) -> String {
        [&self.document.file, ".", form.as_str()].concat()
    }

    fn report(&self, message: &'static str) {
        self.on_outcome.emit(Outcome { message, by_hand: false });
    }
}
