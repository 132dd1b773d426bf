// `?mode=getter` is a sandboxed frame or a user who forbids storage: asking for it throws.
// `?mode=setitem` is storage that is full. `?mode=full` is storage that the host fills to the last byte, and
// `?mode=later` waits for the test to do so by `e2eFill`.
// `?mode=indexeddb` forbids the other rope, `no-indexeddb` is a browser without it, and `open-throws`, `open-errors`
// and `open-silent` are the ways in which a database does not open. Several are given with commas between.
const refuse = (name) => Object.defineProperty(window, name, {
  get() { throw new DOMException(`${name} is blocked here`, 'SecurityError'); },
});

// Fills what is left, by halves and then letter by letter; whatever is there already stays as it is.
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
const opensLike = (open) => { IDBFactory.prototype.open = open; };

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
  'open-throws': () => opensLike(() => {
    throw new DOMException('databases are blocked here', 'SecurityError');
  }),
  // A real request with a real error: the new database is given up while it is being made.
  'open-errors': () => opensLike(function open() {
    const request = realOpen.call(this, 'e2e-refused', 1);
    request.addEventListener('upgradeneeded', (event) => {
      event.stopImmediatePropagation();
      request.transaction.abort();
    }, true);
    return request;
  }),
  // A real request behind a connection that is never closed, and that does not hear that it is in the way.
  'open-silent': () => {
    realOpen.call(indexedDB, 'e2e-silent', 1);
    opensLike(function open() {
      const request = realOpen.call(this, 'e2e-silent', 2);
      request.addEventListener('blocked', (event) => event.stopImmediatePropagation(), true);
      return request;
    });
  },
};
const asked = new URLSearchParams(location.search).get('mode') ?? 'getter';
asked.split(',').forEach((mode) => MODES[mode]());
