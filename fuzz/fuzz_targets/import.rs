//! Any bytes as a file: refused in words or merged, and what was merged leaves and comes back the same.

#![no_main]

use heard_core::transfer::export::{Audience, Wanted, csv, json};
use heard_core::{DocumentId, Notebook, Timestamp};
use heard_core::transfer::import;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let Ok(file) = import::read(&text) else { return };
    let events = file.events(&Notebook::default());
    let notebook = Notebook::gather(events.clone());
    assert_eq!(notebook, Notebook::default().with_events(events.clone()));
    assert_eq!(notebook.clients().len(), file.preview(&Notebook::default()).clients_new);
    assert_eq!(file.events(&notebook), []);

    let now = Timestamp { boot: DocumentId::from_random(1), wall_ms: 1_795_291_200_000, mono_ms: 0 };
    let left = json(&notebook, Wanted::default(), now, 60);
    let again = import::read(&left).expect("our own file");
    assert_eq!(again.events(&notebook), [], "our own file brings nothing new");
    let back = Notebook::gather(again.events(&Notebook::default()));
    assert_eq!(json(&back, Wanted::default(), now, 60), left, "a notebook comes back as it left");

    let theirs = Wanted { audience: Audience::Client, ..Wanted::default() };
    import::read(&json(&notebook, theirs, now, -60)).expect("the client's file");
    csv(&notebook, Wanted::default(), now);
    csv(&notebook, theirs, now);
});
