//! Patterns of the client's outcomes and insights.

use crate::phrases::issues::THINGS;
use crate::phrases::pattern::Pattern;

pub(super) const OUTCOMES: &[Pattern] = &[
    &[
        &["I want", "we want", "what I would like is for", "it would be enough for"],
        WHOM,
        TO_BE,
        WITHOUT,
    ],
    &[BY_WHEN, WHOM_CAN, CAN, WITHOUT],
    &[&["when this is over,"], WHOM_CAN, CAN],
    &[&["I would know it worked if"], SIGNS],
];

const WHOM: &[&str] = &[
    "the night shift",
    "{who}",
    "every branch",
    "the people at the front notebook",
    "a new starter",
    "our drivers",
    "the finance team",
    "my own team",
    "somebody who has never seen it",
    "the volunteers",
];

const WHOM_CAN: &[&str] = &[
    "anybody here",
    "the night shift",
    "a temp",
    "{who}",
    "each branch",
    "the front notebook",
    "a driver in the yard",
    "somebody at home with a cold",
];

const TO_BE: &[&str] = &[
    "to go home on time",
    "to find a customer in one go",
    "to hand over a shift",
    "to see the stock as it is",
    "to answer the phone with the answer in front of them",
    "to close the month",
    "to trust the figures",
    "to stop keeping lists in a drawer",
    "to get a new laptop on the first day",
    "to send an order",
];

const CAN: &[&str] = &[
    "can open the file that was meant",
    "can say where an order is",
    "can put a mistake right",
    "can do the rota",
    "can sign something off",
    "can see who has been promised what",
    "can get back in",
    "can print the label",
    "can find last year's letter",
    "can take a booking",
];

const WITHOUT: &[&str] = &[
    "without ringing {who}",
    "without a second password",
    "in under a minute",
    "without asking us first",
    "while the customer is still there",
    "without paper",
    "even on a Friday afternoon",
    "without being told off",
    "from the yard as well",
    "before the first coffee",
    "and believe what it says",
    "without a course",
];

const BY_WHEN: &[&str] = &[
    "by the spring",
    "by the end of the quarter,",
    "before the audit,",
    "before we move,",
    "from January on",
    "within a year",
    "by the time {who} retires,",
    "before the summer rush,",
];

const SIGNS: &[&str] = &[
    "nobody mentioned it in the Monday meeting",
    "{who} stopped printing things",
    "the phone rang half as often",
    "we closed the month on the second and not on the ninth",
    "the drawer with the lists was empty for once",
    "nobody came in on a Saturday",
    "the new people did not ask where anything is",
    "I heard a driver say that it is fine",
    "the complaints were about something else",
];

pub(super) const INSIGHTS: &[Pattern] = &[
    &[&["it is not", "for us it was never"], THINGS, &["; it is"], DEEPER],
    &[
        &[
            "they do not report it any more, because",
            "people work around it, because",
            "nobody says so, but",
        ],
        WHY,
    ],
    &[&["what we call"], THINGS, &["is really", "is in truth"], REALLY],
    &[&["nobody asked for"], THINGS, &["; they asked for"], ASKED],
];

const DEEPER: &[&str] = &[
    "that nobody asked us before it changed",
    "that we are always told last",
    "that {who} does the work of three",
    "the waiting, and not knowing how long",
    "that both teams think it is theirs",
    "the fear of pressing the wrong key",
    "that the targets are counted by the same screen",
    "what happens to the people who are slower",
    "that the last project left us with it",
    "the apologising",
    "that we can not plan a day around it",
];

const WHY: &[&str] = &[
    "the last time somebody did, they got a survey",
    "it takes longer to explain than to do by hand",
    "they do not want to make trouble for {who}",
    "the answer is always that it works here",
    "they think that they are the only ones",
    "it was on the list three years ago",
    "the form wants a number that is on the machine that is broken",
    "it is how they keep their overtime",
    "the person who knew has left",
    "they are proud of how well they cope",
];

const REALLY: &[&str] = &[
    "two people and a telephone",
    "{who} with a very good memory",
    "a promise made to the auditors",
    "the only place where both teams meet",
    "an old quarrel between two floors",
    "what is left of three systems",
    "a list on the wall by the kettle",
    "the one thing that has never failed us",
];

const ASKED: &[&str] = &[
    "an answer within the day",
    "somebody to listen",
    "a chair next to the printer",
    "one number to ring",
    "a warning beforehand",
    "the old screen in the same colours",
    "ten minutes with whoever builds it",
];
