//! Imports any bytes as a file. A file that is accepted is the same after an export and another import.

#![no_main]

use heard_core::transfer::export::{Audience, Wanted, csv, json};
use heard_core::{Boot, Desk, Moment};
use heard_core::transfer::import;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let Ok(file) = import::read(&text) else { return };
    let events = file.events(&Desk::default());
    let desk = Desk::gather(events.clone());
    assert_eq!(desk, Desk::default().with_events(events.clone()));
    assert_eq!(desk.clients().len(), file.preview(&Desk::default()).clients_new);
    assert_eq!(file.events(&desk), []);

    let now = Moment { boot: Boot::from_random(1), wall_ms: 1_795_291_200_000, mono_ms: 0 };
    let exported = json(&desk, Wanted::default(), now, 60);
    let again = import::read(&exported).expect("an export is valid");
    assert_eq!(again.events(&desk), [], "an import of the own export adds no events");
    let imported = Desk::gather(again.events(&Desk::default()));
    assert_eq!(json(&imported, Wanted::default(), now, 60), exported, "the second export differs");

    let for_client = Wanted { audience: Audience::Client, ..Wanted::default() };
    import::read(&json(&desk, for_client, now, -60)).expect("an export for the client is valid");
    csv(&desk, Wanted::default(), now);
    csv(&desk, for_client, now);
});
