//! Texts that are written in the review of a meeting.

use crate::phrases::pattern::Pattern;

/// Additions to the words of a capture.
pub(crate) const ADDITIONS: &[&str] = &[
    ", and not only here",
    ", or so it feels",
    ", she said it twice",
    ", at least since May",
    ", in every branch",
    ", he thinks",
    ", when it matters most",
];

/// Our rewording of an insight.
pub(crate) const OURS: &[&str] = &[
    "They need word, more than they need speed",
    "Two teams, one list, no owner",
    "A question of trust in figures",
    "The work-around is the system",
    "They want to be asked first",
    "Nobody may stop the line, so nobody does",
    "It is about the handover, not about the screen",
];

/// The signs by which a result will be known.
pub(crate) const KNOWN_BY: &[&str] = &[
    "nobody stays after six for a month",
    "the drawer is empty",
    "two quiet month ends in a row",
    "half as many calls about it",
    "a temp does it on the first day",
    "the night shift says so",
    "no order is typed twice in a week",
    "they stop printing it",
];

/// The steps of working backwards from an outcome: what is different, what must be true for it, the first step.
pub(crate) const CHAIN: [Pattern; 3] = [
    &[
        &["they", "the front notebook", "the night shift", "both teams", "the drivers"],
        &[
            "see the same list",
            "get an answer in one call",
            "go home with the day finished",
            "stop asking each other",
            "believe the screen",
        ],
    ],
    &[
        &[
            "somebody owns",
            "there is one place for",
            "everybody is told about",
            "nothing is typed twice into",
        ],
        &["the list", "the handover", "the addresses", "each change", "the rota"],
    ],
    &[
        &["sit with", "write to", "ring", "ask"],
        &[
            "the two who do it today",
            "whoever built it",
            "the three branches that cope well",
            "the person on nights",
            "the supplier",
        ],
        &["for an hour", "with one question", "and take notes", "before anything is drawn"],
    ],
];

/// Those who bear a cost.
pub(crate) const WHOM: &[&str] = &[
    "the front notebook",
    "the night shift",
    "finance",
    "the drivers",
    "everybody with an old laptop",
    "the volunteers",
    "whoever does the rota",
    "the switchboard",
    "the two in dispatch",
    "the branch by the river",
];

/// What a change cost somebody.
pub(crate) const COST: Pattern = &[
    &[
        "half a morning of",
        "two evenings of",
        "an hour a day of",
        "a whole Friday of",
        "three weeks of",
    ],
    &[
        "asking around",
        "old and new side by side",
        "training",
        "typing things twice",
        "waiting for us",
        "being watched at work",
    ],
    &[
        "while the shop was full",
        "just before the holidays",
        "and we had said it would be nothing",
        "with two people ill",
        "in the busiest week",
    ],
];

/// What a change notice announces.
pub(crate) const NOTICE: Pattern = &[
    &["on Thursday", "next Monday", "in the night to Sunday", "from the first on", "in two weeks"],
    &[
        "the old login goes away",
        "the shared drive moves",
        "the phones are switched over",
        "the printers get new names",
        "the order page looks different",
    ],
    &[
        "for everybody",
        "for the two upper floors",
        "for the branches first",
        "for those who work from home",
    ],
];

/// The durations in a change notice.
pub(crate) const HOW_LONG: &[&str] = &[
    "a morning",
    "an hour, if it goes well",
    "two days until it feels normal",
    "until Wednesday",
    "one long evening",
];

/// How the client can stop a change.
pub(crate) const HOW_TO_STOP: &[&str] = &[
    "Ring me before Tuesday noon, and nothing happens",
    "Say stop to anybody with a blue badge",
    "Write to us; one no is enough",
    "Tell your lead, who has my number at home",
];

/// What the consultant learned, for the journal.
pub(crate) const LEARNED: Pattern = &[
    &[
        "I had explained for ten minutes when I saw that",
        "on the way home I understood that",
        "it took a coffee in the yard to see that",
        "somebody on nights told me, kindly, that",
    ],
    &[
        "they had been nodding so that I would stop",
        "the question had been another one",
        "my diagram was about us",
        "what I called a detail is their whole morning",
        "they had solved it years ago, on paper",
        "the loudest person was not the one it hurts",
        "nobody had asked them in all that time",
    ],
];

/// What the consultant does differently since, for the journal.
pub(crate) const CHANGED: Pattern = &[
    &["since then I", "now I", "from that day on I", "when I remember it, I"],
    &[
        "ask who it will hurt before I draw anything",
        "let the pause be",
        "write down their words and not mine",
        "come an hour early and sit in the yard",
        "leave the laptop shut for the first half",
        "say how long it will hurt",
        "ring back even when there is nothing new",
    ],
];
