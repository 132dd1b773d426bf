// `?mode=getter` is a sandboxed frame or a user who forbids storage: asking for it throws.
// `?mode=setitem` is storage that is full. `?mode=indexeddb` forbids the other rope. Several are
// given with commas between.
const refuse = (name) => Object.defineProperty(window, name, {
  get() { throw new DOMException(`${name} is blocked here`, 'SecurityError'); },
});
const MODES = {
  getter: () => refuse('localStorage'),
  indexeddb: () => refuse('indexedDB'),
  setitem: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('storage is full', 'QuotaExceededError');
    };
  },
};
const asked = new URLSearchParams(location.search).get('mode') ?? 'getter';
asked.split(',').forEach((mode) => MODES[mode]());
