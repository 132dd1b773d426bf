//! Rule: a relative link in a Markdown file points to a file in Git.

use super::tree::{Finding, Tree};

/// The text before the address of a link, and the character after it.
const OPENINGS: &[(&str, char)] = &[("](", ')'), ("src=\"", '"'), ("href=\"", '"')];

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, text) in tree.texts().filter(|(file, _)| file.is(&["md"])) {
        for (line, address) in addresses(text) {
            if let Some(path) = target(&file.path, &address)
                && !exists(tree, &path)
            {
                let why = format!("the link to `{address}` points to no file");
                findings.push(Finding::new(file, line, why));
            }
        }
    }
    findings
}

/// All addresses in the text with their lines, except in code blocks and code spans.
fn addresses(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut in_code = false;
    for (at, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        } else if !in_code {
            let prose: String = line.split('`').step_by(2).collect::<Vec<_>>().join("`");
            found.extend(of_line(&prose).map(|address| (at + 1, address.to_owned())));
        }
    }
    found
}

fn of_line(line: &str) -> impl Iterator<Item = &str> {
    let inline = OPENINGS.iter().flat_map(move |(opening, closing)| {
        let starts = line.match_indices(opening).map(|(at, _)| at + opening.len());
        starts.filter_map(|start| line[start..].split(*closing).next())
    });
    let definition = line.strip_prefix('[').and_then(|rest| rest.split_once("]: "));
    let addresses = inline.chain(definition.map(|(_, address)| address));
    // A title may follow the address.
    addresses.filter_map(|address| address.split_whitespace().next())
}

/// The path from the root that an address points to; `None` for an address outside the repository.
fn target(from: &str, address: &str) -> Option<String> {
    let path = address.split(['#', '?']).next()?;
    if path.is_empty() || address.contains("://") || address.starts_with("mailto:") {
        return None;
    }
    let (folder, _) = from.rsplit_once('/').unwrap_or_default();
    let folder = if path.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            // Above the root there is no file, and the address as it is matches none.
            ".." => match parts.pop() {
                Some(_) => {}
                None => return Some(path.to_owned()),
            },
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn exists(tree: &Tree, path: &str) -> bool {
    let folder = format!("{path}/");
    path.is_empty() || tree.files.iter().any(|f| f.path == path || f.path.starts_with(&folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        let tree = Tree::of(&[("docs/a.md", text), ("docs/b.md", ""), ("src/main.rs", "")]);
        check(&tree).iter().map(Finding::to_string).collect()
    }

    #[test]
    fn broken_links_of_every_kind_are_found() {
        for link in ["[x](c.md)", "![x](c.png \"title\")", "<img src=\"c.png\">", "[x]: c.md"] {
            assert_eq!(faults(&format!("a\n{link}\n")).len(), 1, "{link}");
        }
        assert!(faults("a\n[x](c.md)\n")[0].starts_with("docs/a.md:2: "));
        assert_eq!(faults("[x](../../outside.md)").len(), 1);
    }

    #[test]
    fn links_to_files_are_allowed() {
        let text = "[x](b.md#part) [x](./b.md) [x](../src) [x](/docs/b.md) [x](#here) [x](..)\n\
                    [x](https://example.org/c.md) <a href=\"mailto:a@example.org\">\n";
        assert_eq!(faults(text), Vec::<String>::new());
    }

    #[test]
    fn code_contains_no_links() {
        assert!(faults("```\n[x](c.md)\n```\n`[x](c.md)` and `a` [x](b.md)\n").is_empty());
    }
}
