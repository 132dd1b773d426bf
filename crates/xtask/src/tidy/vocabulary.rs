//! Rule: words that mean nothing outside this project are not used, neither in code nor in prose.

use super::tree::{Finding, Tree};

// Each word is cut in two here, since this file is searched, too.
const WORDS: &[&str] = &[
    concat!("ro", "pe"),
    concat!("ro", "pes"),
    concat!("vi", "gil"),
    IMPORTED,
    concat!("mo", "res"),
    concat!("kn", "ife"),
    concat!("un", "heard"),
    concat!("clock", "work"),
];

/// A word that is part of the names of three kinds of stored events, after a hyphen.
const IMPORTED: &str = concat!("bro", "ught");

/// Where those names stand: files and folders that read, write, describe or contain stored events.
const STORED_NAMES: &[&str] = &[
    "crates/heard-core/src/codec/",
    "crates/heard-core/src/event/kind.rs",
    "crates/heard-core/tests/core/",
    "crates/heard-core/tests/golden/",
    "docs/export-format.md",
    "docs/export.schema.json",
    "fuzz/corpus/line/",
];

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, text) in tree.texts() {
        let may_store = STORED_NAMES.iter().any(|place| file.path.starts_with(place));
        for (at, line) in text.lines().enumerate() {
            for word in words(line).filter(|word| is_forbidden(word, may_store)) {
                let why = format!("`{}`: use the common word for it", word.text);
                findings.push(Finding::new(file, at + 1, why));
            }
        }
    }
    findings
}

/// A word of a line, and whether a hyphen stands before it.
struct Word<'a> {
    text: &'a str,
    after_hyphen: bool,
}

/// The longest sequences of letters, digits and underscores.
fn words(line: &str) -> impl Iterator<Item = Word<'_>> {
    let mut before = None;
    line.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_')).filter_map(move |part| {
        let after_hyphen = before == Some('-');
        let text = part.trim_end_matches(|c: char| !(c.is_alphanumeric() || c == '_'));
        before = part.chars().next_back();
        (!text.is_empty()).then_some(Word { text, after_hyphen })
    })
}

fn is_forbidden(word: &Word<'_>, may_store: bool) -> bool {
    let is_stored = may_store && word.after_hyphen && word.text == IMPORTED;
    !is_stored && WORDS.iter().any(|forbidden| word.text.eq_ignore_ascii_case(forbidden))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> usize {
        check(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn every_word_is_found_in_code_and_prose_in_any_case() {
        for word in WORDS {
            assert_eq!(faults("README.md", &format!("The {word}.\n")), 1, "{word}");
            assert_eq!(
                faults("src/a.rs", &format!("a::{}(b)\n", word.to_uppercase())),
                1,
                "{word}"
            );
        }
    }

    #[test]
    fn longer_words_are_free() {
        for word in WORDS {
            assert_eq!(faults("a.md", &format!("x{word} {word}y {word}_z")), 0, "{word}");
        }
    }

    #[test]
    fn stored_names_are_free_where_events_are_stored() {
        let name = format!("\"client-{IMPORTED}\"");
        for place in STORED_NAMES {
            assert_eq!(faults(place, &name), 0, "{place}");
            assert_eq!(faults(place, IMPORTED), 1, "{place}");
        }
        assert_eq!(faults("src/a.rs", &name), 1);
    }
}
