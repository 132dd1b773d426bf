//! A recap as a tree of elements, which the HTML file and the screen both use.

use crate::report::recap::{Block, Piece, Shape};

/// An element or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An HTML element.
    Element {
        /// The tag name.
        tag: &'static str,
        /// The class; `None` if the element has no class.
        class: Option<&'static str>,
        /// Whether the writing direction is determined by the content (`dir="auto"`).
        is_auto: bool,
        /// The content of the element.
        children: Vec<Node>,
    },
    /// Text that is not escaped.
    Text(String),
}

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// The blocks as elements. The title is a heading of `level`, 1 to 4; meetings and sections are one and two levels
/// below.
pub(super) fn of(blocks: &[Block], level: usize) -> Vec<Node> {
    let mut all = Vec::new();
    let mut list = Vec::new();
    for block in blocks {
        if block.shape != Shape::Item {
            end_list(&mut all, &mut list);
        }
        match block.shape {
            Shape::Item => list.push(element("li", noted("span", block))),
            Shape::Quote => all.push(element("blockquote", noted("p", block))),
            Shape::Text => all.push(element("p", inline(&block.text))),
            Shape::Title => all.push(heading(block, level)),
            Shape::Meeting => all.push(heading(block, level + 1)),
            Shape::Section => all.push(heading(block, level + 2)),
        }
    }
    end_list(&mut all, &mut list);
    all
}

fn end_list(all: &mut Vec<Node>, list: &mut Vec<Node>) {
    if !list.is_empty() {
        all.push(element("ul", std::mem::take(list)));
    }
}

fn heading(block: &Block, level: usize) -> Node {
    element(HEADINGS[level.clamp(1, HEADINGS.len()) - 1], inline(&block.text))
}

fn noted(tag: &'static str, block: &Block) -> Vec<Node> {
    let mut children = vec![node(tag, None, true, inline(&block.text))];
    let note = |note: &Vec<Piece>| node("p", Some("note"), false, inline(note));
    children.extend(block.notes.iter().map(note));
    children
}

/// The pieces as inline nodes. Text that a person wrote is in its own element, which isolates its writing direction; a
/// line feed becomes a line break.
fn inline(pieces: &[Piece]) -> Vec<Node> {
    let mut nodes = Vec::new();
    for piece in pieces {
        let mut lines = Vec::new();
        for (at, line) in piece.text.split('\n').enumerate() {
            if at > 0 {
                lines.push(element("br", Vec::new()));
            }
            if !line.is_empty() {
                lines.push(Node::Text(line.to_owned()));
            }
        }
        if piece.is_theirs {
            nodes.push(element("bdi", lines));
        } else {
            nodes.append(&mut lines);
        }
    }
    nodes
}

fn element(tag: &'static str, children: Vec<Node>) -> Node {
    node(tag, None, false, children)
}

fn node(
    tag: &'static str,
    class: Option<&'static str>,
    is_auto: bool,
    children: Vec<Node>,
) -> Node {
    Node::Element { tag, class, is_auto, children }
}
