//! Texts recorded for loops: channels of updates, reasons to decline, owners.

/// The channels by which a client was told.
pub(crate) const CHANNELS: &[&str] = &[
    "by telephone",
    "by mail",
    "in person",
    "in the Tuesday call",
    "a note on their notebook",
    "at the coffee machine",
    "by letter, since they like letters",
    "over lunch",
    "a message, and she wrote back",
    "through the front notebook",
    "in the yard, between two lorries",
    "on the way to the car",
];

/// The reasons for declining.
pub(crate) const REASONS: &[&str] = &[
    "the maker no longer mends that machine, and a new one costs a year's budget",
    "two branches depend on it as it is, and we could not find a way that spares them",
    "we looked for three days and do not know how; better to say so",
    "the law wants both signatures, however silly they look",
    "it would move the work to the night shift, who did not ask for it",
    "the contract ends in June, and then the whole thing goes",
    "it is cheaper to give everybody the paper list they like",
    "we said it too quickly; it would break the month end",
    "the people it was for have left, and nobody else wants it",
    "it needs a key that only the landlord has, and he says no",
    "it would show everybody's hours to everybody",
    "we have four hands, and the till comes first this year",
];

/// The owners.
pub(crate) const OWNERS: &[&str] = &[
    "me",
    "Jonas",
    "Priya",
    "the two on support",
    "Wilhelmina",
    "Tomás",
    "whoever is on call",
    "Ngozi",
];
