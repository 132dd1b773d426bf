// A clock that moves only when told to, and with it the timers of a second and more; shorter ones stay real, so that
// the page still breathes. The wall time goes on over a reload, as a real one does; the monotonic time starts anew with
// the document, as a real one does. START is filled in by the harness.
{
  const KEY = 'e2e-clock';
  const BOOT_MS = 5;
  const LONG_MS = 1_000;
  // Taken now, before a test page can make it throw.
  const setItem = Storage.prototype.setItem;
  const real = { setTimeout, clearTimeout, setInterval, clearInterval };
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
  const move = (ms) => {
    mono += ms;
    setWall(wall + ms);
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

  // Timers run by the monotonic clock, as real ones do. Their numbers are none that a real one has.
  const timers = new Map();
  let nextId = 1_000_000_000;
  const arm = (repeats) => (act, ms = 0, ...given) => {
    const delay = Number(ms);
    if (!(delay >= LONG_MS) || typeof act !== 'function') {
      return real[repeats ? 'setInterval' : 'setTimeout'].call(globalThis, act, ms, ...given);
    }
    nextId += 1;
    timers.set(nextId, { id: nextId, due: mono + delay, every: repeats ? delay : 0, act, given });
    return nextId;
  };
  const disarm = (how) => (id) => { timers.delete(id) || how.call(globalThis, id); };
  globalThis.setTimeout = arm(false);
  globalThis.setInterval = arm(true);
  globalThis.clearTimeout = disarm(real.clearTimeout);
  globalThis.clearInterval = disarm(real.clearInterval);

  const due = (until) => [...timers.values()]
    .filter((timer) => timer.due <= until)
    .sort((one, other) => one.due - other.due || one.id - other.id)[0];
  const fire = (timer) => {
    if (timer.every) timer.due = mono + timer.every;
    else timers.delete(timer.id);
    try {
      timer.act.apply(globalThis, timer.given);
    } catch (error) {
      // As with a real timer, it is the page's to hear of it, and the next one's turn all the same.
      reportError(error);
    }
  };
  // The next timer that is due by then, at its own moment.
  const step = (until) => {
    const timer = due(until);
    if (!timer) return false;
    move(Math.max(0, timer.due - mono));
    fire(timer);
    return true;
  };
  // A task of its own for each timer, without the rest that nested timeouts are given.
  const { port1, port2 } = new MessageChannel();
  const task = () => new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });

  // What was due while the page stood still is late, and fires once.
  const catchUp = async () => {
    const late = [...timers.values()].filter((timer) => timer.due <= mono);
    late.sort((one, other) => one.due - other.due || one.id - other.id);
    for (const timer of late) {
      if (timers.has(timer.id)) fire(timer);
      await task();
    }
  };
  // A page that comes back out of the back-forward cache stood still while time went on in the tab.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    move(Number(attempt(() => sessionStorage.getItem(KEY)) ?? wall) - wall);
    task().then(catchUp);
  });

  Object.defineProperty(globalThis, 'e2eClock', {
    value: {
      real,
      read: () => ({ wall, mono }),
      setWall,
      // A page that is awake, within one task.
      advance(ms) {
        const until = mono + ms;
        while (step(until));
        move(until - mono);
      },
      // A page that is awake, with a task for each timer.
      async pass(ms) {
        const until = mono + ms;
        while (step(until)) await task();
        move(until - mono);
        await task();
      },
      // A page that stood still while both clocks went on.
      async freeze(ms) {
        move(ms);
        await catchUp();
      },
      // A machine that slept while its monotonic clock stood: no timer is due yet.
      sleep: (ms) => setWall(wall + ms),
    },
  });
}
