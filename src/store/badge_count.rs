//! Counting the loops that have been without an update for too long, and showing the number on the badge of the app's icon.

use crate::browser::badge;
use crate::store::notebook_store::NotebookStore;

impl NotebookStore {
    /// How many loops have been without an update for too long. `None` before the first count.
    ///
    /// The last count is returned while a meeting runs, and while archives would have to be decoded to count again.
    pub fn count_waiting(&self) -> Option<usize> {
        let snapshot = self.snapshot();
        let now = self.local_now();
        let cached = &self.waiting_count;
        if let Some(count) = cached.borrow().fresh(snapshot.version, now.wall_ms) {
            return Some(count);
        }
        let notebook = &snapshot.notebook;
        if notebook.running().is_some() || !notebook.has_loops_at_hand() {
            return cached.borrow().last();
        }
        let count = notebook.count_in_black_hole(now.day());
        cached.borrow_mut().set(snapshot.version, now.wall_ms, count);
        Some(count)
    }

    /// Shows the count on the badge of the app's icon, and from then on again whenever the page is shown.
    pub fn show_badge(&self) {
        let Some(count) = self.count_waiting() else { return };
        if self.waiting_count.borrow_mut().set_badge(count) {
            badge::show(count);
        }
    }

    /// Updates a badge that has been shown, because another day may have begun while the page was hidden.
    pub(crate) fn refresh_badge(&self) {
        let has_badge = self.waiting_count.borrow().has_badge();
        if has_badge {
            self.show_badge();
        }
    }
}
