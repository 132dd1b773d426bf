//! Imports any bytes as a file. A file that is accepted is the same after an export and another import.

#![no_main]

use heard_core::transfer::export::{Audience, Wanted, csv, json};
use heard_core::transfer::import;
use heard_core::{DocumentId, Notebook, Timestamp};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let Ok(file) = import::read(&text) else { return };
    let events = file.events(&Notebook::default());
    let notebook = Notebook::from_events(events.clone());
    assert_eq!(notebook, Notebook::default().with_events(events.clone()));
    assert_eq!(notebook.clients().len(), file.preview(&Notebook::default()).clients_new);
    assert_eq!(file.events(&notebook), []);

    let now =
        Timestamp { boot: DocumentId::from_random(1), wall_ms: 1_795_291_200_000, mono_ms: 0 };
    let exported = json(&notebook, Wanted::default(), now, 60);
    let again = import::read(&exported).expect("an export is valid");
    assert_eq!(again.events(&notebook), [], "an import of the own export adds no events");
    let imported = Notebook::from_events(again.events(&Notebook::default()));
    assert_eq!(json(&imported, Wanted::default(), now, 60), exported, "the second export differs");

    let for_client = Wanted { audience: Audience::Client, ..Wanted::default() };
    import::read(&json(&notebook, for_client, now, -60))
        .expect("an export for the client is valid");
    csv(&notebook, Wanted::default(), now);
    csv(&notebook, for_client, now);
});
