#!/usr/bin/env bash
# ics 0.5.8 (crates.io) writes continuation lines of 76 octets.
#
# RFC 5545, section 3.1: lines should not be longer than 75 octets, excluding the line break. The first line of a folded property
# has 75 octets. Each following line has one space and 75 octets of content, 76 in all: the space is not counted.
#
# Seen on 2026-11-29 with rustc 1.95: "first 75, continuation 76". Fails if the output changes.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "fold"
version = "0.0.0"
edition = "2021"

[dependencies]
ics = "=0.5.8"
TOML
cat > src/main.rs <<'RUST'
use ics::components::Property;
use ics::{Event, ICalendar};

fn main() {
    let mut event = Event::new("1@example.org", "20261129T120000Z");
    event.push(Property::new("SUMMARY", "word ".repeat(40)));
    let mut calendar = ICalendar::new("2.0", "-//example//fold//EN");
    calendar.add_event(event);
    let mut bytes = Vec::new();
    calendar.write(&mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let first = text.split("\r\n").find(|line| line.starts_with("SUMMARY")).unwrap().len();
    let next = text.split("\r\n").filter(|line| line.starts_with(' ')).map(str::len).max().unwrap();
    println!("first {first}, continuation {next}");
}
RUST
seen="$(cargo run --quiet)"
echo "$seen"
[ "$seen" = "first 75, continuation 76" ]
