// A meeting that plays itself, and tells the site of every act the moment its promise is kept: for browsers that are
// about to be killed, and so have no driver. `?action=run&seed=7` plays on until the end of the page; `?action=read`
// tells what the notebook holds. `trial` is told back with everything.
const asked = new URLSearchParams(location.search);
const widget = document.querySelector('heard-widget');

const post = (what, more) => fetch('/report', {
  method: 'POST',
  ...more,
  body: JSON.stringify({ trial: asked.get('trial'), wall: Date.now(), mono: performance.now(), ...what }),
});
// What is short goes out even while the page goes away.
const tell = (what) => post(what, { keepalive: true }).catch(() => {});
// An export is longer than what a browser lets a dying page say.
const tellAtLength = (what) => post(what).catch(() => {});

// Mulberry32: the same seed, the same meeting.
const dice = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

// Words that a careless hand would change on the way: quotes, controls, letters of two units.
const WORDS = ['nobody calls back', '“so”, she said: \\"no\\"', 'zwei\u2028Zeilen & <b>', '👋🏽 Søren…', '{"words":1}'];
const KINDS = ['outcome', 'insight', 'issue', 'promise', 'spared', 'held'];
const TALLIES = ['asked', 'played-back', 'jumped-in'];

const ACTS = {
  async capture(n, roll) {
    const words = `${n} · ${WORDS[Math.floor(roll() * WORDS.length)]}`;
    const kind = KINDS[Math.floor(roll() * KINDS.length)];
    return { words, id: await widget.capture({ kind, words, saidBy: 'Maria' }) };
  },
  async mark() {
    return { id: await widget.mark() };
  },
  async tally(n, roll) {
    const tally = TALLIES[Math.floor(roll() * TALLIES.length)];
    await widget.tally(tally);
    return { tally };
  },
  async floor() {
    await widget.passFloor();
    return {};
  },
};

// Half of all acts are captures; the others are a third each of the rest.
const nextAct = (roll) => (roll() < 0.5 ? 'capture' : ['mark', 'tally', 'floor'][Math.floor(roll() * 3)]);

// Hands are slow, then quick, and a host's script knows no pause at all.
const pause = (roll) => {
  const which = roll();
  if (which < 0.3) return null;
  const ms = which < 0.9 ? 5 + roll() * 55 : 100 + roll() * 300;
  return new Promise((resolve) => setTimeout(resolve, ms));
};

const promise = (n) => widget.flush().then(
  () => tell({ what: 'kept', n }),
  (error) => tell({ what: 'not-kept', n, because: String(error) }),
);

async function run() {
  const roll = dice(Number(asked.get('seed')));
  await widget.start({ client: 'Harbour Trust', kind: 'discovery', us: 1, them: 2 });
  tell({ what: 'shown', n: 0, act: 'start' });
  promise(0);
  for (let n = 1; ; n += 1) {
    const act = nextAct(roll);
    const done = await ACTS[act](n, roll);
    tell({ what: 'shown', n, act, ...done });
    promise(n);
    await pause(roll);
  }
}

async function read() {
  const { storageMode, state } = widget;
  await tellAtLength({ what: 'read', storageMode, state, file: await widget.exportText('json') });
}

customElements.whenDefined('heard-widget')
  .then(() => widget.ready)
  .then(asked.get('action') === 'read' ? read : run)
  .catch((error) => tell({ what: 'broken', because: `${error.code ?? ''} ${error}` }));
