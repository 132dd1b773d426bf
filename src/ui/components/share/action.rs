//! One touch that brings a text out of the browser, and what came of it.

use std::rc::Rc;

use heard_core::report::recap::{Form, Recap};
use yew::prelude::*;

use crate::browser::clipboard::{self, Copied};
use crate::browser::{download, mail, print, share};
use crate::store::NotebookStore;
use crate::ui::components::share::{Leaving, Told};
use crate::ui::widget::language::Words;
use crate::ui::widget::view::Msg;

/// A way out of the browser.
#[derive(Clone, Copy)]
pub(crate) enum Way {
    /// To the clipboard.
    Copy,
    /// Into a draft.
    Mail,
    /// To whatever the device shares with.
    Share,
    /// Onto paper.
    Print,
    /// Its table, as a file.
    Table,
    /// As a file.
    Save(Form),
}

/// What a touch needs to bring a text out, all of it within the gesture.
pub(crate) struct Out {
    pub(crate) live: Rc<NotebookStore>,
    pub(crate) link: Callback<Msg>,
    pub(crate) words: Words,
    pub(crate) sheet: NodeRef,
    pub(crate) leaving: Leaving,
}

impl Out {
    /// Brings it out.
    pub(crate) fn go(&self, way: Way) {
        let done = &self.words.recap.done;
        let recap = || self.leaving.what.told(&self.live);
        match way {
            Way::Copy => {
                let told = [done.copied, done.copied_plain, done.by_hand];
                self.copy(&recap(), told, None);
            }
            Way::Mail => self.mail(&recap()),
            Way::Share => self.share(&recap()),
            Way::Print => self.print(&recap()),
            Way::Table => self.save_table(),
            Way::Save(form) => self.save(form, done.saved),
        }
    }

    /// Copies, and then opens a draft that has a subject only, if there is one.
    fn copy(&self, recap: &Recap, told: [&'static str; 3], draft: Option<String>) {
        let link = self.link.clone();
        let then = move |copied| {
            let says = match copied {
                Copied::Rich => told[0],
                Copied::Plain => told[1],
                Copied::Not => told[2],
            };
            link.emit(Msg::WentOut(Told { says, by_hand: copied == Copied::Not }));
            // Where there is no document there is no draft either.
            let _ = draft.map_or(Ok(()), |draft| mail::open(&draft));
        };
        clipboard::copy(&recap.html_fragment(2), recap.plain(), Box::new(then));
    }

    fn mail(&self, recap: &Recap) {
        let done = &self.words.recap.done;
        if let Some(link) = mail::link(&recap.subject, &recap.plain()) {
            let opened = mail::open(&link);
            return self.tell(if opened.is_ok() { done.mailed } else { done.not_mailed });
        }
        let told = [done.mail_long, done.mail_long, done.mail_by_hand];
        self.copy(recap, told, mail::link(&recap.subject, ""));
    }

    fn share(&self, recap: &Recap) {
        let done = &self.words.recap.done;
        let (told, link) = ([done.not_shared, done.shared], self.link.clone());
        let then = move |shared| {
            let says = told[usize::from(shared)];
            link.emit(Msg::WentOut(Told { says, by_hand: false }));
        };
        let file = [&*self.name(Form::Html), &*recap.html(), Form::Html.mime()];
        share::share(&recap.subject, &recap.plain(), file, Box::new(then));
    }

    fn print(&self, recap: &Recap) {
        let done = &self.words.recap.done;
        let near = self.sheet.get();
        let printed = near.is_some_and(|near| print::print(&near, &recap.subject, &recap.tree(1)));
        if printed {
            self.tell(done.printed);
        } else {
            self.save(Form::Html, done.not_printed);
        }
    }

    fn save(&self, form: Form, told: &'static str) {
        let what = self.leaving.what;
        let text = match form {
            Form::Calendar => Some(self.live.recap_text(what.wanted(), form)),
            form => what.told(&self.live).written(form),
        };
        self.saved(&self.name(form), &text.unwrap_or_default(), form.mime(), told);
    }

    fn save_table(&self) {
        if let Some(table) = &self.leaving.table {
            let text = self.live.loops_csv(self.leaving.what.wanted());
            let name = [&table.file, ".csv"].concat();
            self.saved(&name, &text, "text/csv", self.words.recap.done.saved);
        }
    }

    fn saved(&self, name: &str, text: &str, mime: &str, told: &'static str) {
        let saved = download::save(name, text, mime);
        self.tell(if saved.is_ok() { told } else { self.words.recap.done.not_saved });
    }

    fn name(&self, form: Form) -> String {
        [&self.leaving.file, ".", form.word()].concat()
    }

    fn tell(&self, says: &'static str) {
        self.link.emit(Msg::WentOut(Told { says, by_hand: false }));
    }
}
