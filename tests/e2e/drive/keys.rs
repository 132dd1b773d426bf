//! Parses key names such as `Enter`, `m` and `Control+z`.

use fantoccini::key::Key;

/// The keys of a chord in the order in which they are pressed. `+` alone is the plus key.
pub(super) fn chord(keys: &str) -> Vec<char> {
    if keys == "+" {
        return vec!['+'];
    }
    keys.split('+').map(|name| named(name, keys)).collect()
}

fn named(name: &str, keys: &str) -> char {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return letter;
    }
    let key = match name {
        "Alt" => Key::Alt,
        "Backspace" => Key::Backspace,
        "Control" => Key::Control,
        "Delete" => Key::Delete,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Home" => Key::Home,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Shift" => Key::Shift,
        "Space" => return ' ',
        "Tab" => Key::Tab,
        _ => panic!("no key is called `{name}` in `{keys}`"),
    };
    key.into()
}
