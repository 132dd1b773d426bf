//! Who speaks.

use crate::dice::Dice;
use crate::words::Tongue;

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

/// Two to four people, each once.
pub(crate) fn some(dice: &mut Dice, tongue: Option<&Tongue>) -> Vec<&'static str> {
    let mut all = PEOPLE.to_vec();
    dice.shuffle(&mut all);
    all.truncate(2 + dice.place(3));
    if let Some(tongue) = tongue {
        all.truncate(2);
        all.push(dice.pick(tongue.people));
    }
    all
}
