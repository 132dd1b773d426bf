//! Names of clients that do not exist.

use crate::dice::Dice;
use crate::words::Tongue;

const FIRST: &[&str] = &[
    "Thistledown",
    "Bramblewick",
    "Ottersby",
    "Quillfeather",
    "Marrowgate",
    "Pebblecombe",
    "Tumblebrook",
    "Hazelmoss",
    "Snodderley",
    "Lanternby",
    "Wimplestone",
    "Crumbleford",
    "Oakenshaw & Pike",
    "Dapplemere",
    "Fennimarsh",
    "Gooseberry Row",
    "Nettlecombe Green",
    "Puddlethorpe",
    "Rookwhistle",
    "Saltmarrow",
    "Teasel & Burr",
    "Underwhin",
    "Vinegar Lane",
    "Yarrowby",
    "Applecross End",
    "Mumblesby",
    "Kettlewhistle",
    "Harrowmouse",
    "Inklepen",
    "Sparrowfold",
];

const SECOND: &[&str] = &[
    "Dental Practice",
    "Parish Council",
    "Joinery",
    "Bakery",
    "Housing Trust",
    "Ferries",
    "School Meals",
    "Vets",
    "Museum",
    "Water Board",
    "Seed Merchants",
    "Library",
    "Bus Company",
    "Laundry",
    "Printers",
    "Care Home",
    "Rowing Club",
    "Cheese Dairy",
    "Hospice",
    "Allotments",
];

/// The name of a client; one that speaks another language has its name in it.
pub(crate) fn client(dice: &mut Dice, tongue: Option<&Tongue>) -> String {
    match tongue {
        Some(tongue) => dice.pick(tongue.clients).to_owned(),
        None => [dice.pick(FIRST), dice.pick(SECOND)].join(" "),
    }
}
