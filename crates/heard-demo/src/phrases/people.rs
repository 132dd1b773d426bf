//! Names of people.

use crate::phrases::languages::Language;
use crate::random::Random;

const PEOPLE: &[&str] = &[
    "Maria",
    "Dev",
    "Agnes",
    "Kofi",
    "Bronwen",
    "Luca",
    "Siobhán",
    "Rafael",
    "Hanneke",
    "Otis",
    "Zeynep",
    "Pavel",
    "Marguerite",
    "Idris",
    "Thea",
    "Bartholomew",
    "Amara",
    "Jürgen",
    "Linh",
    "Constance",
    "Mateus",
    "Saoirse",
    "Olumide",
    "Petra",
    "Winifred",
    "Élodie",
    "Hamza",
    "Greta",
    "Yusuf",
    "Clementine",
];

/// Two to four different names; with a language, one of them is from it.
pub(crate) fn speakers(random: &mut Random, language: Option<&Language>) -> Vec<&'static str> {
    let mut all = PEOPLE.to_vec();
    random.shuffle(&mut all);
    all.truncate(2 + random.index(3));
    if let Some(language) = language {
        all.truncate(2);
        all.push(random.pick(language.people));
    }
    all
}
