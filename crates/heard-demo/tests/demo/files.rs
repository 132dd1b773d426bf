//! An exported notebook is the same after its import.

use heard_core::transfer::export::{self, Wanted};
use heard_core::transfer::import;
use heard_core::{DocumentId, Notebook, Timestamp};

use crate::{EVENING, year};

fn file(notebook: &Notebook) -> String {
    let now = Timestamp { boot: DocumentId::from_random(1), wall_ms: EVENING.wall_ms, mono_ms: 0 };
    export::json(notebook, Wanted::default(), now, EVENING.utc_offset_min)
}

#[test]
fn a_year_is_exported_to_the_same_bytes_after_its_import() {
    let written = file(&Notebook::gather(year()));
    let read = import::read(&written).expect("the file is valid");
    let empty = Notebook::default();
    let preview = read.preview(&empty);
    assert_eq!((preview.meetings_new, preview.clients_new, preview.damaged), (500, 60, 0));
    let imported = empty.with_events(read.events(&empty));
    assert!(file(&imported) == written, "the bytes differ");
}
