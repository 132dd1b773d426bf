// A clock that moves only on request, together with all timers of one second or more. Shorter timers stay real, so
// that rendering continues. As in a real browser, the wall time continues across a reload and the monotonic time
// restarts with the document. The harness replaces START.
{
  const KEY = 'e2e-clock';
  const BOOT_MS = 5;
  const LONG_MS = 1_000;
  // Saved before a test page can replace it with a function that throws.
  const setItem = Storage.prototype.setItem;
  const real = { setTimeout, clearTimeout, setInterval, clearInterval };
  // In a document with an opaque origin, `sessionStorage` throws.
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
  // Code compares these two with the two above, so they must agree.
  const define = (on, name, get) => Object.defineProperty(on, name, { get, configurable: true });
  define(Performance.prototype, 'timeOrigin', () => origin);
  define(Event.prototype, 'timeStamp', () => mono);

  // Timers follow the monotonic clock, as real ones do. Their ids are outside the range of real ids.
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
      // As with a real timer, the page gets an error event and the next timer still runs.
      reportError(error);
    }
  };
  // Runs the next timer that is due by then, at its own time.
  const step = (until) => {
    const timer = due(until);
    if (!timer) return false;
    move(Math.max(0, timer.due - mono));
    fire(timer);
    return true;
  };
  // One task per timer, without the delay that browsers impose on nested timeouts.
  const { port1, port2 } = new MessageChannel();
  const task = () => new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });

  // Timers that became due while the page was frozen run late, once each.
  const catchUp = async () => {
    const late = [...timers.values()].filter((timer) => timer.due <= mono);
    late.sort((one, other) => one.due - other.due || one.id - other.id);
    for (const timer of late) {
      if (timers.has(timer.id)) fire(timer);
      await task();
    }
  };
  // A page restored from the back-forward cache was frozen while time passed in the tab.
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
      // Lets time pass on a running page within one task.
      advance(ms) {
        const until = mono + ms;
        while (step(until));
        move(until - mono);
      },
      // Lets time pass on a running page with one task per timer.
      async pass(ms) {
        const until = mono + ms;
        while (step(until)) await task();
        move(until - mono);
        await task();
      },
      // Lets both clocks advance while the page is frozen.
      async freeze(ms) {
        move(ms);
        await catchUp();
      },
      // Simulates a suspended machine whose monotonic clock stops: no timer becomes due.
      sleep: (ms) => setWall(wall + ms),
    },
  });
}
