// A clock that moves only when told to. The wall time goes on over a reload, as a real one does;
// the monotonic time starts anew with the document, as a real one does. Timers stay real. START is
// filled in by the harness.
{
  const KEY = 'e2e-clock';
  const BOOT_MS = 5;
  // Taken now, before a test page can make it throw.
  const setItem = Storage.prototype.setItem;
  // A document without an origin has no session storage, and asking for it throws.
  const attempt = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };

  let wall = Number(attempt(() => sessionStorage.getItem(KEY)) ?? START);
  let mono = BOOT_MS;
  const origin = wall - mono;
  const setWall = (ms) => {
    wall = ms;
    attempt(() => setItem.call(sessionStorage, KEY, String(wall)));
  };

  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (real, given, made) => Reflect.construct(real, given.length ? given : [wall], made),
    apply: () => new RealDate(wall).toString(),
  });
  RealDate.prototype.constructor = globalThis.Date;
  RealDate.now = () => wall;
  Performance.prototype.now = () => mono;
  // These two are compared with the two above, and have to agree with them.
  const define = (on, name, get) => Object.defineProperty(on, name, { get, configurable: true });
  define(Performance.prototype, 'timeOrigin', () => origin);
  define(Event.prototype, 'timeStamp', () => mono);

  Object.defineProperty(globalThis, 'e2eClock', {
    value: {
      read: () => ({ wall, mono }),
      setWall,
      advance(ms) {
        mono += ms;
        setWall(wall + ms);
      },
    },
  });
}
