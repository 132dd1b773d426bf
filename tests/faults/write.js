// Starts at the same time as the other tabs and does not wait for them. `window.faultsWritten` resolves when the
// captures of all tabs have arrived. All tabs share the machine's clock.
const { name, acts, all, startMs, seed } = args[0];
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let state = seed;
const randomBelow = (end) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return (state / 4294967296) * end;
};

const captureCount = async () => {
  const file = JSON.parse(await w.exportText('json'));
  return file.meetings[0]?.captures.length ?? 0;
};

window.faultsWritten = (async () => {
  await wait(startMs - Date.now());
  let lastActMs = 0;
  for (let n = 0; n < acts; n += 1) {
    await w.capture({ kind: 'issue', words: `${name}.${n}`, saidBy: 'Maria' });
    lastActMs = Date.now();
    // Some captures follow without a pause.
    const ms = randomBelow(16);
    if (ms > 4) await wait(ms);
  }
  const deadline = Date.now() + 15_000;
  let count = await captureCount();
  while (count < all && Date.now() < deadline) {
    await wait(10);
    count = await captureCount();
  }
  return { lastActMs, arrivedMs: Date.now(), count };
})();
