// Holds a meeting automatically and reports each action to the site as soon as its reportFlush has resolved, for browsers that
// have no driver because they will be killed. `?action=run&seed=7` runs until the page ends; `?action=read` reports the
// notebook's export. Each report contains the parameter `trial`.
const params = new URLSearchParams(location.search);
const widget = document.querySelector('heard-widget');

const post = (what, options) => fetch('/report', {
  method: 'POST',
  ...options,
  body: JSON.stringify({ trial: params.get('trial'), wall: Date.now(), mono: performance.now(), ...what }),
});
// Short reports are sent even while the page unloads.
const report = (what) => post(what, { keepalive: true }).catch(() => {});
// An export is larger than the limit of `keepalive`.
const reportLarge = (what) => post(what).catch(() => {});

// The generator Mulberry32. Equal seeds give equal meetings.
const randomNumbers = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

// Words that incorrect escaping would change: quotes, control characters, surrogate pairs.
const WORDS = ['nobody calls back', '“so”, she said: \\"no\\"', 'zwei\u2028Zeilen & <b>', '👋🏽 Søren…', '{"words":1}'];
const KINDS = ['outcome', 'insight', 'issue', 'promise', 'spared', 'held'];
const TALLIES = ['asked', 'played-back', 'jumped-in'];

const ACTIONS = {
  async capture(n, random) {
    const words = `${n} · ${WORDS[Math.floor(random() * WORDS.length)]}`;
    const kind = KINDS[Math.floor(random() * KINDS.length)];
    return { words, id: await widget.capture({ kind, words, saidBy: 'Maria' }) };
  },
  async mark() {
    return { id: await widget.mark() };
  },
  async tally(n, random) {
    const tally = TALLIES[Math.floor(random() * TALLIES.length)];
    await widget.tally(tally);
    return { tally };
  },
  async floor() {
    await widget.passFloor();
    return {};
  },
};

// Half of the actions are captures; the others have equal shares.
const nextAction = (random) => (random() < 0.5 ? 'capture' : ['mark', 'tally', 'floor'][Math.floor(random() * 3)]);

// No pause, as in a host's script, or a short or a long one, as by a user.
const pause = (random) => {
  const which = random();
  if (which < 0.3) return null;
  const ms = which < 0.9 ? 5 + random() * 55 : 100 + random() * 300;
  return new Promise((resolve) => setTimeout(resolve, ms));
};

const reportFlush = (n) => widget.flush().then(
  () => report({ what: 'flushed', n }),
  (error) => report({ what: 'not-flushed', n, because: String(error) }),
);

async function run() {
  const random = randomNumbers(Number(params.get('seed')));
  await widget.start({ client: 'Harbour Trust', kind: 'discovery', us: 1, them: 2 });
  report({ what: 'done', n: 0, act: 'start' });
  reportFlush(0);
  for (let n = 1; ; n += 1) {
    const act = nextAction(random);
    const done = await ACTIONS[act](n, random);
    report({ what: 'done', n, act, ...done });
    reportFlush(n);
    await pause(random);
  }
}

async function read() {
  const { storageMode, state } = widget;
  await reportLarge({ what: 'read', storageMode, state, file: await widget.exportText('json') });
}

customElements.whenDefined('heard-widget')
  .then(() => widget.ready)
  .then(params.get('action') === 'read' ? read : run)
  .catch((error) => report({ what: 'broken', because: `${error.code ?? ''} ${error}` }));
