// Simulates storage faults, given by `?mode=` as a comma-separated list:
// `getter`: access to localStorage throws, as in a sandboxed frame or with storage blocked by the user.
// `setitem`: every write to localStorage fails. `full`: the host has filled localStorage completely.
// `later`: the test fills localStorage by calling `e2eFill`.
// `indexeddb`: access to IndexedDB throws. `no-indexeddb`: the browser has no IndexedDB.
// `open-throws`, `open-errors`, `open-silent`: opening a database throws, fails, or never completes.
const refuse = (name) => Object.defineProperty(window, name, {
  get() { throw new DOMException(`${name} is blocked here`, 'SecurityError'); },
});

// Fills the rest of localStorage, in halves and then letter by letter. Existing entries are unchanged.
window.e2eFill = () => {
  const put = (key, value) => {
    try {
      localStorage.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  };
  let n = localStorage.length;
  for (let size = 1 << 20; size >= 1; size >>= 1) {
    while (put(`host:fill:${n}`, 'x'.repeat(size))) n += 1;
  }
  const last = `host:fill:${n - 1}`;
  let letters = localStorage.getItem(last) ?? '';
  while (put(last, `${letters}x`)) letters += 'x';
};

const realOpen = IDBFactory.prototype.open;
const replaceOpen = (open) => { IDBFactory.prototype.open = open; };

const MODES = {
  getter: () => refuse('localStorage'),
  indexeddb: () => refuse('indexedDB'),
  setitem: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('storage is full', 'QuotaExceededError');
    };
  },
  full: () => window.e2eFill(),
  later: () => {},
  'no-indexeddb': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
  'open-throws': () => replaceOpen(() => {
    throw new DOMException('databases are blocked here', 'SecurityError');
  }),
  // A real request with a real error: the upgrade of the new database is aborted.
  'open-errors': () => replaceOpen(function open() {
    const request = realOpen.call(this, 'e2e-refused', 1);
    request.addEventListener('upgradeneeded', (event) => {
      event.stopImmediatePropagation();
      request.transaction.abort();
    }, true);
    return request;
  }),
  // A real request that is blocked by an open connection which ignores the version change.
  'open-silent': () => {
    realOpen.call(indexedDB, 'e2e-silent', 1);
    replaceOpen(function open() {
      const request = realOpen.call(this, 'e2e-silent', 2);
      request.addEventListener('blocked', (event) => event.stopImmediatePropagation(), true);
      return request;
    });
  },
};
const modes = new URLSearchParams(location.search).get('mode') ?? 'getter';
modes.split(',').forEach((mode) => MODES[mode]());
