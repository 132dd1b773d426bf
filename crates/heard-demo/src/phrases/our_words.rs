//! Patterns of the consultant's words: promises, spared trouble, held answers.

use crate::phrases::issues::THINGS;
use crate::phrases::pattern::Pattern;

pub(super) const PROMISES: &[Pattern] = &[
    &[WE_WILL, DOES, THINGS, BY],
    &[WE_WILL, DOES, THINGS, BY],
    &[WE_WILL, DOES, THINGS, BY],
    &[WE_WILL, ELSE, BY],
    &[&["nothing happens to"], THINGS, &["until"], UNTIL],
];

const WE_WILL: &[&str] = &["we will", "I will", "I said I would", "we said we would"];

const DOES: &[&str] = &[
    "look at",
    "sit an hour next to whoever uses",
    "find out who owns",
    "write down what it would cost to mend",
    "ask the supplier about",
    "switch back the last change to",
    "send a list of all that depends on",
    "show {who} a first draft for",
    "try a spare machine for",
    "count how often we hear about",
];

const ELSE: &[&str] = &[
    "ring {who} back",
    "come by and watch a whole morning",
    "send the minutes in plain words",
    "say no to the other project, so that this one can begin",
    "bring the person who built it",
    "put the question to the people on nights",
    "tell {who} first, before anything changes",
    "answer the two letters that nobody answered",
    "bring three ways to do it, one of them cheap",
    "find somebody who speaks their language",
    "ask for the money, and say what came of it",
];

const BY: &[&str] = &[
    "by Friday",
    "before the month ends",
    "this week",
    "when I am back on the ninth",
    "before {who} goes on leave",
    "in the next ten days",
    "before the audit",
    "after the holidays",
    "as soon as the part is here",
    "by the first",
];

const UNTIL: &[&str] = &[
    "{who} has seen it",
    "the audit is over",
    "there is a way back",
    "everybody had word of it",
    "the night shift has tried it",
    "we have met again",
];

pub(super) const SPARED: &[Pattern] = &[
    &[
        &[
            "the copy from Tuesday was good, so",
            "because the test was boring,",
            "we looked a day early, and",
            "the old machine was kept, so",
        ],
        DID_NOT,
    ],
    &[
        &[
            "the renewal was done in time, and",
            "the second line took over, and",
            "somebody asked before the change, and",
        ],
        DID_NOT,
    ],
];

const DID_NOT: &[&str] = &[
    "no payroll was late",
    "nobody had to work the weekend",
    "the shop stayed open",
    "not one order was lost",
    "the letters did not go to the wrong families",
    "the auditors found nothing",
    "the ward did not go back to paper",
    "nobody noticed at all",
    "{who} could go on leave",
    "the fine was never sent",
    "the doors still opened",
];

pub(super) const HELD: &[Pattern] = &[
    &[&["tell them to", "they should simply", "why not"], FIXES],
    &[&["I know this one:", "it is surely", "we had the same elsewhere:"], CAUSES],
];

const FIXES: &[&str] = &[
    "put it all in one list",
    "turn it off over the weekend",
    "buy the bigger licence",
    "move it to the new server",
    "drop the second approval",
    "give everybody the same screen",
    "let the supplier do it",
    "train two people",
];

const CAUSES: &[&str] = &[
    "the certificate",
    "the old switch in the cellar",
    "two clocks that disagree",
    "a full disk",
    "the name server",
    "somebody's macro",
    "the time zone",
    "a cable",
];
