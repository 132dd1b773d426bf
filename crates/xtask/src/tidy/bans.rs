//! Rule: certain words are banned in certain places, each for a reason.

use super::tree::{Finding, SourceFile, Tree};

struct Ban {
    words: &'static [&'static str],
    applies: fn(&str) -> bool,
    within: Within,
    why: &'static str,
}

/// The part of a file that is searched.
enum Within {
    /// Rust without comments and literals.
    Code,
    /// The whole text of any source file.
    Everything,
    /// JavaScript and HTML without the lines that are comments.
    Script,
}

// The first two words are cut in two here, since this file is searched, too.
const BANS: &[Ban] = &[
    Ban {
        words: &[concat!("FIX", "ME"), concat!("XX", "X")],
        applies: |_| true,
        within: Within::Everything,
        why: "a known fault is corrected or reported as an issue",
    },
    Ban {
        words: &["todo!", "unimplemented!", "dbg!"],
        applies: |_| true,
        within: Within::Code,
        why: "only finished code is committed",
    },
    Ban {
        words: &["#[ignore"],
        applies: |_| true,
        within: Within::Code,
        why: "a test that is not run checks nothing",
    },
    Ban {
        words: &["web_sys::window", "local_storage", "Date::now", "performance"],
        applies: |path| path.starts_with("src/ui/"),
        within: Within::Code,
        why: "components get the time and stored data as arguments, from src/browser and src/persistence",
    },
    Ban {
        words: &["html!"],
        applies: |path| path.starts_with("src/browser/") || path.starts_with("src/persistence/"),
        within: Within::Code,
        why: "only components render",
    },
    Ban {
        words: &[" style="],
        applies: |path| path.starts_with("src/ui/") || path.starts_with("src/embed/"),
        within: Within::Code,
        why: "a strict content security policy of the host's page blocks style attributes",
    },
    Ban {
        words: &["inner_html", "set_inner_html", "from_html_unchecked", "innerHTML"],
        applies: |path| path.starts_with("src/"),
        within: Within::Code,
        why: "text that is parsed as markup could run scripts in the host's page",
    },
    Ban {
        words: &["innerHTML", "outerHTML", "insertAdjacentHTML"],
        applies: |path| path.starts_with("src/"),
        within: Within::Script,
        why: "text that is parsed as markup could run scripts in the host's page",
    },
    Ban {
        words: &["thread::sleep", "time::sleep", "TimeoutFuture"],
        applies: |path| path.starts_with("tests/") || path.contains("/tests/"),
        within: Within::Code,
        why: "a test waits for an event: a fixed time is too long or, on a slow machine, too short",
    },
];

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        for ban in BANS.iter().filter(|ban| (ban.applies)(&file.path)) {
            search(file, ban, &mut findings);
        }
    }
    findings
}

fn search(file: &SourceFile, ban: &Ban, findings: &mut Vec<Finding>) {
    let Some(text) = ban.within.of(file) else { return };
    for (at, line) in text.lines().enumerate() {
        if matches!(ban.within, Within::Script) && is_script_comment(line) {
            continue;
        }
        for word in ban.words.iter().filter(|word| contains_word(line, word)) {
            let why = format!("`{}`: {}", word.trim(), ban.why);
            findings.push(Finding::new(file, at + 1, why));
        }
    }
}

impl Within {
    fn of<'a>(&self, file: &'a SourceFile) -> Option<&'a str> {
        let text = file.text.as_deref();
        match self {
            Self::Code => file.code.as_deref(),
            Self::Script => text.filter(|_| file.is(&["js", "mjs", "html"])),
            Self::Everything => {
                text.filter(|_| file.is(&["rs", "js", "mjs", "html", "css", "toml"]))
            }
        }
    }
}

fn is_script_comment(line: &str) -> bool {
    ["//", "/*", "*"].iter().any(|mark| line.trim_start().starts_with(mark))
}

/// Whether the line contains the word, not only a longer word with it.
fn contains_word(line: &str, word: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| {
        let before = is_part(word.chars().next()) && is_part(line[..at].chars().next_back());
        let rest = &line[at + word.len()..];
        let after = is_part(word.chars().next_back()) && is_part(rest.chars().next());
        !before && !after
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A path for each ban, in the order of the table.
    const PLACES: &[&str] = &[
        "styles/a.css",
        "src/a.rs",
        "tests/web/a.rs",
        "src/ui/a.rs",
        "src/browser/a.rs",
        "src/embed/a.rs",
        "src/ui/a.rs",
        "src/embed/element.js",
        "crates/heard-core/tests/a.rs",
    ];

    #[test]
    fn every_banned_word_is_found() {
        assert_eq!(BANS.len(), PLACES.len());
        for (ban, place) in BANS.iter().zip(PLACES) {
            for word in ban.words {
                let tree = Tree::of(&[(place, &format!("a\nb {} c\n", in_code(word)))]);
                let findings = check(&tree);
                assert!(findings.iter().any(|f| f.to_string().contains(ban.why)), "{word}");
                assert!(findings[0].to_string().starts_with(&format!("{place}:2: ")), "{word}");
            }
        }
    }

    /// The word as part of valid code: an attribute needs its closing bracket.
    fn in_code(word: &str) -> String {
        if word.starts_with("#[") { format!("{word}]") } else { word.to_owned() }
    }

    fn faults(path: &str, text: &str) -> usize {
        check(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn comments_literals_and_longer_words_are_allowed() {
        assert_eq!(faults("src/ui/a.rs", "// no style= here\nlet a = \"<p style=''>\";"), 0);
        assert_eq!(faults("src/ui/a.rs", "let performances = high_performance();"), 0);
        assert_eq!(faults("src/embed/element.js", " * Never innerHTML.\n// innerHTML"), 0);
    }

    #[test]
    fn the_same_words_are_allowed_in_other_places() {
        assert_eq!(faults("src/browser/clock.rs", "web_sys::window().performance()"), 0);
        assert_eq!(faults("crates/xtask/src/a.rs", "std::thread::sleep(a)"), 0);
    }

    #[test]
    fn an_attribute_inside_markup_is_found() {
        assert_eq!(faults("src/ui/a.rs", "html! { <p style={wide}>{ \"a\" }</p> }"), 1);
    }
}
