//! A recap as plain text. Quotations are indented, so that their lines can not be mistaken for text of the recap.

use crate::report::recap::Shape;
use crate::report::recap::lines::Style;

pub(super) const PLAIN: Style = Style {
    escape: str::to_owned,
    heading,
    quote: "  ",
    item_indent: "  ",
    has_paragraph_per_line: false,
    note: "— ",
};

/// A heading, underlined with `=` or `-`.
fn heading(shape: Shape, text: &str) -> String {
    let under = match shape {
        Shape::Title => "=",
        Shape::Section => "-",
        _ => return [text, "\n"].concat(),
    };
    [text, "\n", &under.repeat(text.chars().count()), "\n"].concat()
}
