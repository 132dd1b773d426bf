//! The draft of the open notebook: saving each change, and restoring the last one.

use gloo_timers::callback::Timeout;
use heard_core::Record;

use crate::browser::clock;
use crate::persistence::scan::Found;
use crate::store::draft::Draft;
use crate::store::notebook_store::NotebookStore;

/// The pause in typing after which a draft is written to `IndexedDB`, in milliseconds. localStorage has it at once.
const PAUSE_MS: u32 = 250;

impl NotebookStore {
    /// The draft of the capture form; empty if the stored one belongs to another meeting than the current one.
    pub fn draft(&self) -> Draft {
        let draft = self.draft.borrow();
        let is_current = draft.of.is_none() || draft.of == self.current_meeting();
        if is_current { draft.clone() } else { Draft::default() }
    }

    /// Saves a draft. If the draft before belongs to another meeting, its words are recorded there first.
    pub(crate) fn save_draft(&self, draft: Draft) {
        let now_ms = clock::wall_ms();
        let (current, before) = (self.current_meeting(), self.draft.borrow().clone());
        // A form that has just been removed reports its words once more: they stay with their meeting.
        let of =
            if draft.words == before.words { before.of.or(current) } else { current.or(before.of) };
        if of != before.of
            && let Some(left) = before.of.filter(|_| !before.words.trim().is_empty())
        {
            // It is refused only if that meeting has been erased, and then the words are not needed.
            let _ = self.record(Record::Begun(left), before.to_capture(before.ago_ms(now_ms)));
        }
        let earlier = if of == before.of { before } else { Draft::default() };
        let draft = Draft { of, ..draft.over(&earlier, now_ms) };
        self.draft.replace(draft.clone());
        if self.snapshot().newer {
            return;
        }
        self.stores.borrow_mut().save_draft(draft.written(), draft.is_blank());
        let this = self.this.clone();
        let paused = Timeout::new(PAUSE_MS, move || {
            if let Some(store) = this.upgrade() {
                store.write_pending();
            }
        });
        self.draft_timer.replace(Some(paused));
    }

    /// Takes over the stored draft that was changed last, of this document or of an earlier one, if it is newer than the
    /// present draft.
    pub(crate) fn adopt_draft(&self, found: &Found) {
        let drafts =
            found.drafts.iter().filter_map(|(document, text)| Some((document, Draft::read(text)?)));
        let newest = drafts.max_by_key(|(_, draft)| draft.changed_wall_ms);
        let Some((document, draft)) = newest else { return };
        if draft.changed_wall_ms <= self.draft.borrow().changed_wall_ms {
            return;
        }
        let mut stores = self.stores.borrow_mut();
        // Without space for a copy the draft stays under the name of the other document.
        if *document != clock::boot().to_string()
            && stores.save_draft(draft.written(), draft.is_blank())
        {
            stores.remove_draft(document);
        }
        self.draft.replace(draft);
    }
}
