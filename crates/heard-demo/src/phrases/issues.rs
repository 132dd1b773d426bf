//! Patterns of issues.

use crate::phrases::pattern::Pattern;

// A pattern that is listed more often is more frequent.
pub(super) const ISSUES: &[Pattern] = &[
    PLAIN,
    PLAIN,
    PLAIN,
    SHORT,
    SHORT,
    &[WHEN_FIRST, THINGS, FAILS, THEN],
    &[WHEN_FIRST, THINGS, FAILS, THEN],
    &[PUZZLED, THINGS, FAILS, WHEN],
    &[WHO_HAS, CHORES, WHEN, THEN],
    &[WHO_HAS, CHORES, WHEN, THEN],
    &[
        &[
            "there are three places where we",
            "we have two lists in which we",
            "each floor has its own way to",
        ],
        KEEPS,
        THEN,
    ],
];

const PLAIN: Pattern = &[THINGS, FAILS, WHEN, THEN];
const SHORT: Pattern = &[THINGS, FAILS, WHEN];
const PUZZLED: &[&str] =
    &["nobody can tell me why", "I asked twice why", "we have stopped asking why"];
const WHO_HAS: &[&str] = &[
    "{who} has to",
    "one of us has to",
    "the new people have to",
    "I have to",
    "whoever is on the notebook has to",
];

pub(super) const THINGS: &[&str] = &[
    "the payroll export",
    "the shared drive",
    "the front-notebook printer",
    "the booking form",
    "the stock count",
    "the nightly backup",
    "the remote login",
    "the scanner in goods-in",
    "the rota",
    "the month-end report",
    "the phone queue",
    "the old till",
    "the fault form",
    "the search on the intranet",
    "the sign-off step",
    "the delivery note",
    "the door system",
    "the test server",
    "the address list",
    "the meeting-room screen",
    "the invoice run",
    "the order page",
    "the mail filter",
    "the wireless in the hall",
    "the calendar",
    "the label printer",
    "the spreadsheet that Joan left us",
    "the customer card",
    "the timesheet",
    "the price list",
    "the picking screen",
    "the complaints inbox",
    "the password reset",
    "the mileage form",
    "the machine in room nine",
    "the handheld",
    "the returns notebook screen",
    "the archive",
    "the newsletter tool",
    "the room booking",
];

const FAILS: &[&str] = &[
    "stops halfway through",
    "asks for the password twice",
    "loses the last line",
    "goes down",
    "freezes",
    "shows last week's figures",
    "takes a quarter of an hour",
    "prints every page twice",
    "throws everybody out",
    "says it worked when it did not",
    "drops the attachments",
    "goes to the wrong people",
    "wants a restart",
    "forgets who I am",
    "counts everything double",
    "comes out empty",
    "turns the dates round",
    "hangs at ninety-nine percent",
    "needs somebody from upstairs",
    "will not take our long names",
    "only works for the first person in",
    "sends us a warning nobody can read",
];

const WHEN: &[&str] = &[
    "every Monday morning",
    "at the end of the month",
    "whenever two of us use it",
    "since the update",
    "as soon as it rains",
    "when the van is already waiting",
    "before every audit",
    "about twice a week",
    "since we moved notebooks",
    "on the days when {who} is away",
    "in the middle of the afternoon",
    "when there are more than forty lines",
    "if you go back one page",
    "on every second laptop",
    "since the new people came",
    "when a customer stands in front of you",
    "for the night shift only",
    "around the holidays",
    "whenever head office is watching",
    "after lunch",
];

const WHEN_FIRST: &[&str] = &[
    "every Monday",
    "most evenings",
    "at least once a week",
    "since the spring",
    "when we are busiest",
    "on a bad day",
    "two days before the deadline",
    "whenever it matters",
];

const THEN: &[&str] = &[
    ", and we type it all in by hand",
    ", so somebody stays late",
    ", and nobody tells us why",
    ", and the customers hear of it before we do",
    ", so we print it to be safe",
    ", and {who} gets the blame",
    ", and we have learned not to report it",
    ", so everybody keeps a list of their own",
    ", and then the phone starts",
    ", and it takes two of us to put right",
    ", which we only notice on Thursday",
    ", and I am the one who has to apologise",
    ", so we send it by taxi",
    ", and that is half a day gone",
    ", and the auditors ask about it each time",
    ", so we just wait",
    ", and by then the lorry has left",
    ", which makes us look like amateurs",
    ", and the form for it asks for a form",
];

const CHORES: &[&str] = &[
    "copy the orders from one screen to the other",
    "ring round to ask who has seen the file",
    "walk to the other building to sign in",
    "check every line against the paper",
    "restart it before anybody comes",
    "tell the customers that it is the computer",
    "add it up again on a calculator",
    "keep the browser open all night",
    "send the same mail four times",
    "guess which list is the right one",
];

const KEEPS: &[&str] = &[
    "keep the same address",
    "write down who called",
    "count the stock",
    "enter a new starter",
    "put the price",
    "record the hours",
    "log a complaint",
    "file the certificates",
];
