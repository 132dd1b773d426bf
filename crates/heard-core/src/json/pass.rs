//! Passing over JSON without building a tree of it: a file may be large, and most of it is needed a piece at a time.

use crate::json::Writer;
use crate::json::read::{DEEPEST, Reader};

/// Goes through the fields of an object, the values as they are written; nothing, if the text is no such thing.
///
/// The fields before the place of an error are told nevertheless.
pub(crate) fn each_field<'a>(text: &'a str, field: &mut dyn FnMut(String, &'a str)) -> Option<()> {
    let mut reader = Reader::of(text);
    reader.place();
    reader.items(b'{', b'}', |reader| {
        let name = reader.name()?;
        field(name, reader.passed(1)?);
        Some(())
    })?;
    reader.is_done().then_some(())
}

/// Goes through the items of a list, as they are written; nothing, if the text is no such thing.
///
/// The items before the place of an error are told nevertheless.
pub(crate) fn each_item<'a>(text: &'a str, item: &mut dyn FnMut(&'a str)) -> Option<()> {
    let mut reader = Reader::of(text);
    reader.place();
    reader.items(b'[', b']', |reader| {
        item(reader.passed(1)?);
        Some(())
    })?;
    reader.is_done().then_some(())
}

/// Whether a text is a document.
pub(crate) fn is_json(text: &str) -> bool {
    let mut reader = Reader::of(text);
    reader.pass(0, None).is_some() && reader.is_done()
}

/// A document as [`Writer::value`] would write it, if it lies at most `deepest` deep.
pub(crate) fn compact(text: &str, deepest: usize) -> Option<String> {
    let mut to = Writer::default();
    let mut reader = Reader::of(text);
    reader.pass(DEEPEST.saturating_sub(deepest), Some(&mut to))?;
    reader.is_done().then(|| to.done())
}

impl<'a> Reader<'a> {
    /// The next value as it is written.
    fn passed(&mut self, depth: usize) -> Option<&'a str> {
        let from = self.place();
        self.pass(depth, None)?;
        Some(self.since(from))
    }

    /// Reads a value, and writes it where that is wanted.
    fn pass(&mut self, depth: usize, mut to: Option<&mut Writer>) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        self.place();
        match self.peek()? {
            b'{' => {
                to.as_deref_mut().map(Writer::object);
                self.items(b'{', b'}', |reader| {
                    let name = reader.name()?;
                    to.as_deref_mut().map(|to| to.key(&name));
                    reader.pass(depth + 1, to.as_deref_mut())
                })?;
                to.map(Writer::end_object);
            }
            b'[' => {
                to.as_deref_mut().map(Writer::list);
                self.items(b'[', b']', |reader| reader.pass(depth + 1, to.as_deref_mut()))?;
                to.map(Writer::end_list);
            }
            b'"' => {
                let text = self.string()?;
                to.map(|to| to.text(&text));
            }
            _ => {
                let word = self.value(depth)?;
                to.map(|to| to.value(&word));
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;

    fn fields(text: &str) -> Option<Vec<(String, &str)>> {
        let mut found = Vec::new();
        each_field(text, &mut |name, value| found.push((name, value)))?;
        Some(found)
    }

    #[test]
    fn fields_and_items_are_told_as_they_are_written() {
        let text = " { \"a\" : [ 1 , {} ] , \"\\u0062\":\"x\\n\" } ";
        let told = [("a".to_owned(), "[ 1 , {} ]"), ("b".to_owned(), "\"x\\n\"")];
        assert_eq!(fields(text).as_deref(), Some(&told[..]));
        let mut items = Vec::new();
        assert!(each_item(told[0].1, &mut |item| items.push(item)).is_some());
        assert_eq!(items, ["1", "{}"]);
    }

    #[test]
    fn what_is_no_object_or_no_json_is_not_taken() {
        for text in
            ["", "[]", "{", "{\"a\"}", "{\"a\":1,}", "{\"a\":tru}", "{}x", "{\"a\":\"\\ud800\"}"]
        {
            assert_eq!(fields(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_compact_is_what_the_tree_would_write() {
        let text =
            "{ \"a\\/\" : [ -0 , 1e999 , \"\\u00e9\\u0001\" , null , [ ] , { } ] , \"a\":true }";
        let mut tree = Writer::default();
        tree.value(&Json::read(text).unwrap());
        assert_eq!(compact(text, 60), Some(tree.done()));
    }

    #[test]
    fn what_lies_deeper_than_wanted_is_not_taken() {
        let nested = |deep: usize| ["[".repeat(deep), "]".repeat(deep)].concat();
        assert!(compact(&nested(9), 8).is_some());
        assert!(compact(&nested(10), 8).is_none());
        assert!(compact(&nested(100_000), 8).is_none());
    }
}
