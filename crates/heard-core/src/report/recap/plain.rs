//! A recap as plain text. What somebody said is indented, so that no line of it passes for one of ours.

use crate::report::recap::Shape;
use crate::report::recap::lines::Style;

pub(super) const PLAIN: Style =
    Style { escape: str::to_owned, heading, quote: "  ", line_break: "", note: "— " };

/// A heading with a line under it, as mails have had them for ever.
fn heading(shape: Shape, text: &str) -> String {
    let under = match shape {
        Shape::Title => "=",
        Shape::Section => "-",
        _ => return [text, "\n"].concat(),
    };
    [text, "\n", &under.repeat(text.chars().count()), "\n"].concat()
}
