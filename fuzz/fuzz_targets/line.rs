//! Any bytes as a line of the log: what reads is written so that it reads the same again.

#![no_main]

use heard_core::wire;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let Ok(event) = wire::read(&text) else { return };
    let line = wire::write(&event);
    assert_eq!(wire::read(&line).as_ref(), Ok(&event));
    assert_eq!(wire::write(&event), line);
});
