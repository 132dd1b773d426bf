//! Names of fictional clients.

use crate::phrases::languages::Language;
use crate::random::Random;

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

/// A name for a client, in its own language if it has one.
pub(crate) fn client_name(random: &mut Random, language: Option<&Language>) -> String {
    match language {
        Some(language) => random.pick(language.clients).to_owned(),
        None => [random.pick(FIRST), random.pick(SECOND)].join(" "),
    }
}
