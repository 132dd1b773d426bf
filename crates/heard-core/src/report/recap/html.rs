//! A recap as HTML: a complete document that loads nothing, or a fragment.

use crate::report::recap::{Node, Recap};

/// The style of the document, for the screen and for paper.
pub const STYLE: &str = "\
body{max-width:38em;margin:2.5em auto;padding:0 1.2em;color:#22262e;background:#fff;font:1rem/1.5 system-ui,sans-serif}\
h1{margin:0 0 .3em;font-size:1.7em;line-height:1.2}\
h2{margin:1.6em 0 .4em;font-size:1.15em}\
h3{margin:1.6em 0 .6em;color:#1a736b;font-size:1em}\
blockquote{margin:0 0 1.1em;padding-inline-start:1em;border-inline-start:3px solid #1a736b}\
blockquote>p:first-child{margin:0 0 .2em;font:1.15em/1.4 Georgia,serif}\
ul{margin:0;padding-inline-start:1.2em}\
li{margin:0 0 .7em}\
body>p:last-child{margin-top:1.6em}\
.note{margin:0;color:#5f636b;font-size:.9em}\
bdi,p{overflow-wrap:anywhere}\
@page{margin:2cm}\
@media print{body{max-width:none;margin:0;padding:0;font-size:11pt}\
blockquote,li{break-inside:avoid}h1,h2,h3{break-after:avoid}}";

/// The recap as a document. Its content security policy allows its own style and nothing else, whatever its texts
/// contain.
pub(super) fn document(recap: &Recap) -> String {
    let title = escape(&recap.subject);
    let body = fragment(&recap.tree(1));
    [
        "<!doctype html>\n<html lang=\"",
        recap.lang,
        "\">\n<head>\n<meta charset=\"utf-8\">\n",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        &title,
        "</title>\n<style>",
        STYLE,
        "</style>\n</head>\n<body>\n",
        &body,
        "</body>\n</html>\n",
    ]
    .concat()
}

/// The nodes as HTML, each on its own line.
pub(super) fn fragment(nodes: &[Node]) -> String {
    let mut html = String::new();
    for node in nodes {
        write(&mut html, node);
        html.push('\n');
    }
    html
}

fn write(to: &mut String, node: &Node) {
    match node {
        Node::Text(text) => to.push_str(&escape(text)),
        Node::Element { tag, class, is_auto, children } => {
            to.push('<');
            to.push_str(tag);
            if let Some(class) = class {
                to.push_str(&[" class=\"", class, "\""].concat());
            }
            if *is_auto {
                to.push_str(" dir=\"auto\"");
            }
            to.push('>');
            // `br` is the only element used here that has no closing tag.
            if *tag != "br" {
                for child in children {
                    write(to, child);
                }
                to.push_str(&["</", tag, ">"].concat());
            }
        }
    }
}

/// Escapes text for HTML content and attribute values: the five characters of OWASP's first rule.
///
/// Source: <https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html>.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}
