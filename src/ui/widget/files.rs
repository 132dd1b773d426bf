//! Files out and in, as the widget goes about it.

use std::rc::Rc;

use heard_core::Refusal;
use heard_core::transfer::export::Wanted as Part;
use heard_core::transfer::import::Preview;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::{download, upload};
use crate::store::Command;
use crate::ui::widget::Widget;
use crate::ui::widget::ui_state::Bringing;
use crate::ui::widget::view::Msg;

impl Widget {
    /// Offers a meeting, a client, or everything, as a file. A file of everything is a backup, and is counted as one.
    pub(crate) fn file(&self, part: Part) {
        let live = Rc::clone(&self.live);
        spawn_local(async move {
            // Old meetings may still be coming in. It is never rejected.
            let _ = JsFuture::from(live.loaded()).await;
            let text = live.json(part);
            let saved = download::save("heard.json", &text, "application/json");
            if saved.is_ok() && part.is_all() {
                // Where nothing may be written any more, the file was saved all the same.
                let _ = live.dispatch(Command::NoteFileSaved);
            }
        });
    }

    pub(crate) fn file_quarantine(&self) {
        let live = Rc::clone(&self.live);
        spawn_local(async move {
            let text = live.quarantine().await;
            // A browser that refuses a download says so itself.
            let _ = download::save("heard-unread.json", &text, "application/json");
        });
    }

    /// Sees anew what is kept.
    pub(crate) fn take_stock(&mut self) {
        self.local.inventory = self.live.inventory();
    }

    pub(crate) fn read_file(&mut self, file: Option<web_sys::File>) {
        let Some(file) = file else { return };
        if upload::is_too_large(&file) {
            let why = (self.words.data.unfit)(heard_core::transfer::import::ImportError::TooLarge);
            self.local.bringing = Bringing::ImportError(why);
            return;
        }
        self.local.bringing = Bringing::Reading;
        let link = self.link.clone();
        let live = Rc::clone(&self.live);
        spawn_local(async move {
            let text = upload::text(&file).await;
            // What is known can be told when all of it is here. It is never rejected.
            let _ = JsFuture::from(live.loaded()).await;
            link.emit(Msg::FileRead(text));
        });
    }

    pub(crate) fn preview_file(&mut self, text: Option<String>) {
        let read = text.ok_or(heard_core::transfer::import::ImportError::NotJson);
        self.local.bringing = match read.and_then(|text| self.live.read_file(&text)) {
            Ok((file, preview)) => Bringing::Previewed(file, preview),
            Err(unfit) => Bringing::ImportError((self.words.data.unfit)(unfit)),
        };
    }

    pub(crate) fn bring(&mut self) {
        let bringing = std::mem::replace(&mut self.local.bringing, Bringing::Committing);
        let Bringing::Previewed(file, _) = bringing else { return };
        let (live, link) = (Rc::clone(&self.live), self.link.clone());
        spawn_local(async move { link.emit(Msg::BringEnded(live.bring(file).await)) });
    }

    pub(crate) fn end_bringing(&mut self, ended: Result<Preview, Refusal>) {
        self.local.bringing = match ended {
            Ok(preview) => Bringing::Done(preview),
            Err(refusal) => Bringing::ImportError((self.words.refusal)(refusal)),
        };
        self.take_stock();
    }
}
