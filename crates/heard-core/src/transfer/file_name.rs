//! Names of exported files: what is in the file, whose client it is about, and a day.

use crate::event::id::EventId;
use crate::notebook::Notebook;
use crate::time::{Day, Local};
use crate::transfer::export::Wanted;

/// The longest client's name in a file name, in bytes of UTF-8. File systems allow 255 for the whole name.
const MAX_CLIENT_BYTES: usize = 120;

/// The name of a file without its extension: `kind`, the client's name if there is one, and the day, with hyphens
/// between them. `kind` has to be made of letters, digits and hyphens.
pub fn stem(kind: &str, client: Option<&str>, day: Day) -> String {
    let client = client.map(safe).filter(|name| !name.is_empty());
    let day = day.to_string();
    let parts = [Some(kind), client.as_deref(), Some(&day)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("-")
}

/// The name, without its extension, of a file about a client of the notebook, or about none; see [`stem`].
pub fn of_client(notebook: &Notebook, kind: &str, client: Option<EventId>, day: Day) -> String {
    let client = client.and_then(|id| notebook.client(id));
    stem(kind, client.map(|client| &*client.name), day)
}

/// The name, without its extension, of a file with a part of the notebook.
///
/// The whole notebook and a client's part have the day of the export, `now`. A meeting has the day and the time of its
/// start, so that two meetings of one day differ.
pub fn of_part(notebook: &Notebook, wanted: Wanted, now: Local) -> String {
    if let Some(meeting) = wanted.meeting.and_then(|id| notebook.meeting(id)) {
        let utc_offset_min = meeting.opening.utc_offset_min;
        let started = Local { wall_ms: meeting.started_wall_ms, utc_offset_min };
        let minute = started.second_of_day() / 60;
        let client = meeting.opening.client;
        let stem = of_client(notebook, "heard-meeting", client, started.day());
        return format!("{stem}-{:02}{:02}", minute / 60, minute % 60);
    }
    let kind = if wanted.client.is_some() { "heard-client" } else { "heard-notebook" };
    of_client(notebook, kind, wanted.client, now.day())
}

/// The name as a part of a file name that every file system allows: white space, control characters and ASCII
/// punctuation become hyphens, invisible characters are removed, and a long name is shortened.
fn safe(name: &str) -> String {
    let mut safe = String::new();
    for c in name.chars().filter(|c| !is_invisible(*c)) {
        let is_separator = c.is_whitespace() || c.is_control() || c.is_ascii_punctuation();
        if !is_separator && safe.len() + c.len_utf8() > MAX_CLIENT_BYTES {
            break;
        }
        if !is_separator {
            safe.push(c);
        } else if !safe.is_empty() && !safe.ends_with('-') {
            safe.push('-');
        }
    }
    safe.trim_end_matches('-').to_owned()
}

/// Whether a character is invisible: the soft hyphen, the byte order mark, and the characters of Unicode's general
/// punctuation that have no width or change the writing direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_has_the_kind_the_client_and_the_day() {
        let day = Day::parse("2026-11-21").unwrap();
        assert_eq!(stem("loops", None, day), "loops-2026-11-21");
        assert_eq!(stem("loops", Some("Harbour Trust"), day), "loops-Harbour-Trust-2026-11-21");
        assert_eq!(stem("loops", Some(" /:? "), day), "loops-2026-11-21");
    }

    #[test]
    fn a_clients_name_is_made_safe_for_file_systems() {
        for (name, written) in [
            ("Müller & Söhne", "Müller-Söhne"),
            ("../../etc/passwd", "etc-passwd"),
            ("a\\b:c*d?e\"f<g>h|i", "a-b-c-d-e-f-g-h-i"),
            ("A.B. Ltd.", "A-B-Ltd"),
            ("東京 株式会社", "東京-株式会社"),
            ("line\nend\u{0}\u{7f}", "line-end"),
            ("\u{202e}gpj.exe", "gpj-exe"),
            ("re\u{301}sume\u{301}", "re\u{301}sume\u{301}"),
            ("👋", "👋"),
        ] {
            assert_eq!(safe(name), written);
        }
    }

    #[test]
    fn a_long_name_is_shortened_between_characters() {
        assert_eq!(safe(&"é".repeat(200)), "é".repeat(60));
        assert_eq!(safe(&"x".repeat(200)).len(), MAX_CLIENT_BYTES);
        let parted = ["x".repeat(119), " y".to_owned()].concat();
        assert!(safe(&parted).len() <= MAX_CLIENT_BYTES);
    }
}
