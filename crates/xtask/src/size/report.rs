//! Tables of sizes as text.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::file_size::FileSize;
use super::functions::{Function, crate_of};

/// In characters: longer names are cut, such as paths of generic types.
const LONGEST_NAME: usize = 88;

/// A line for each file, then their sum.
pub(crate) fn files(files: &[FileSize]) -> String {
    let sum = |of: fn(&FileSize) -> usize| files.iter().map(of).sum();
    let total = FileSize {
        name: "total".to_owned(),
        raw: sum(|file| file.raw),
        gzip: sum(|file| file.gzip),
        brotli: sum(|file| file.brotli),
    };
    let width = files.iter().map(|file| file.name.len()).max().unwrap_or(0).max(5);
    let mut table =
        format!("{:width$}  {:>11}  {:>11}  {:>11}\n", "bytes", "raw", "gzip", "brotli");
    for file in files.iter().chain([&total]) {
        let [raw, gzip, brotli] = [file.raw, file.gzip, file.brotli].map(grouped);
        let _ = writeln!(table, "{:width$}  {raw:>11}  {gzip:>11}  {brotli:>11}", file.name);
    }
    table
}

/// The largest crates and functions.
pub(crate) fn largest(functions: &[Function], crates: usize, most: usize) -> String {
    let total: u64 = functions.iter().map(|function| function.bytes).sum();
    let mut text = String::from(
        "The largest crates, in bytes of code before wasm-bindgen and wasm-opt\n(generic code counts \
         for the crate that defines it):\n",
    );
    for (bytes, name) in by_crate(functions).into_iter().take(crates) {
        let _ = writeln!(text, "{:>9} {:>3} %  {name}", grouped_long(bytes), share(bytes, total));
    }
    let _ = writeln!(text, "{:>9} 100 %  total", grouped_long(total));
    text.push_str("\nThe largest functions:\n");
    let mut sorted: Vec<&Function> = functions.iter().collect();
    sorted.sort_by_key(|function| std::cmp::Reverse(function.bytes));
    for function in sorted.into_iter().take(most) {
        let name = cut(&function.name);
        let _ = writeln!(text, "{:>9}  {name}", grouped_long(function.bytes));
    }
    text
}

/// The sums of all crates, the largest first.
fn by_crate(functions: &[Function]) -> Vec<(u64, &str)> {
    let mut sums = BTreeMap::<&str, u64>::new();
    for function in functions {
        *sums.entry(crate_of(&function.name)).or_default() += function.bytes;
    }
    let mut sorted: Vec<(u64, &str)> = sums.into_iter().map(|(name, sum)| (sum, name)).collect();
    sorted.sort_by_key(|(bytes, _)| std::cmp::Reverse(*bytes));
    sorted
}

/// A share in percent, rounded.
fn share(part: u64, whole: u64) -> u64 {
    (100 * part + whole / 2) / whole.max(1)
}

fn cut(name: &str) -> String {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

fn grouped_long(number: u64) -> String {
    usize::try_from(number).map_or_else(|_| number.to_string(), grouped)
}

/// `1234567` as `1,234,567`.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_by_three() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn the_total_is_the_sum_of_the_files() {
        let file =
            |name: &str| FileSize { name: name.to_owned(), raw: 600, gzip: 500, brotli: 400 };
        let table = files(&[file("a.wasm"), file("b.mjs")]);
        let total: Vec<&str> = table.lines().last().unwrap().split_whitespace().collect();
        assert_eq!(total, ["total", "1,200", "1,000", "800"]);
    }

    #[test]
    fn crates_are_summed_and_the_largest_comes_first() {
        let function = |name: &str, bytes| Function { name: name.to_owned(), bytes };
        let all = [function("core::a", 10), function("yew::b", 15), function("core::c", 10)];
        assert_eq!(by_crate(&all), [(20, "core"), (15, "yew")]);
        assert!(largest(&all, 1, 1).contains(" 57 %  core"));
    }
}
