//! Any bytes as a file: refused in words or merged, and what was merged leaves and comes back the same.

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
    let left = json(&desk, Wanted::default(), now, 60);
    let again = import::read(&left).expect("our own file");
    assert_eq!(again.events(&desk), [], "our own file brings nothing new");
    let back = Desk::gather(again.events(&Desk::default()));
    assert_eq!(json(&back, Wanted::default(), now, 60), left, "a notebook comes back as it left");

    let theirs = Wanted { audience: Audience::Client, ..Wanted::default() };
    import::read(&json(&desk, theirs, now, -60)).expect("the client's file");
    csv(&desk, Wanted::default(), now);
    csv(&desk, theirs, now);
});
