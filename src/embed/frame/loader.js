// Creates a frame that contains Heard: <script src="…/loader.js" data-storage-key="acme" data-layout="compact" async></script>
// The frame has the height of its content. The <div class="heard-frame"> around it emits the widget's events and has its
// methods. Without style attributes and markup from text, this runs under a policy that allows only this script and the frame.
(() => {
  "use strict";
  // The options of the loader. All other data- attributes are passed on to the frame.
  const LOADER_OPTIONS = ["into", "height", "title"];
  // The names of the contract, inserted by the build.
  const { methods: METHODS } = "HEARD_NAMES";
  const DEFAULT_HEIGHT_PX = 420;
  const MAX_HEIGHT_PX = 100_000;
  const TIMEOUT_MS = 15_000;

  const script = document.currentScript;
  if (!script?.src) throw new Error("Heard: loader.js needs its own script element with a src attribute.");
  const dataset = script.dataset;
  const address = new URL("./frame.html", script.src);
  const createError = (code, message) => Object.assign(new Error(message), { code });

  const box = document.createElement("div");
  const frame = document.createElement("iframe");
  const link = document.createElement("a");
  const queue = [];
  const pendingCalls = new Map();
  const options = {};
  let frameOrigin = null;
  let timeoutError = null;
  let timer = 0;
  let lastId = 0;
  let resolveReady;
  let rejectReady;
  const ready = new Promise((resolve, reject) => { resolveReady = resolve; rejectReady = reject; });
  // The error event reports the failure, so this must not be an unhandled rejection.
  ready.catch(() => {});

  // "null" can't be a target origin. The window of such a frame is known, so "*" is used.
  const post = (message) => frame.contentWindow?.postMessage({ heard: 1, ...message }, frameOrigin === "null" ? "*" : frameOrigin);
  const configure = () => post({ type: "config", follow: true, options });
  const dispatch = (name, detail) => box.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));

  function call(method, args) {
    return new Promise((resolve, reject) => {
      if (timeoutError) throw timeoutError;
      const message = { type: "call", id: ++lastId, method, args: structuredClone(args) };
      pendingCalls.set(message.id, { resolve, reject });
      if (frameOrigin === null) queue.push(message);
      else post(message);
    });
  }

  function rejectCalls(error) {
    for (const { reject } of pendingCalls.values()) reject(error);
    pendingCalls.clear();
    queue.length = 0;
  }

  // A late answer after this is accepted.
  function reportTimeout() {
    timeoutError = createError("frame-silent", `${address.origin} has not answered for ${TIMEOUT_MS / 1000} seconds.`);
    rejectCalls(timeoutError);
    rejectReady(timeoutError);
    dispatch("heard-error", { v: 1, code: timeoutError.code, message: timeoutError.message, recoverable: true });
  }

  const startTimer = () => { timer = setTimeout(reportTimeout, TIMEOUT_MS); };

  // A lazy frame loads when it is scrolled into view, so the timeout starts then.
  function startTimerWhenVisible() {
    if (frame.loading !== "lazy" || !window.IntersectionObserver) return startTimer();
    const observer = new IntersectionObserver((seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      observer.disconnect();
      if (frameOrigin === null) startTimer();
    });
    observer.observe(frame);
  }

  const HANDLERS = {
    ready(_, origin) {
      clearTimeout(timer);
      timeoutError = null;
      // A frame that is moved in the page reloads, and its pending calls are lost.
      if (frameOrigin !== null) rejectCalls(createError("frame-restarted", "The frame was reloaded before it answered."));
      frameOrigin = origin;
      configure();
      queue.splice(0).forEach(post);
    },
    resize({ height }) {
      const isValid = Number.isInteger(height) && height > 0 && height <= MAX_HEIGHT_PX;
      if (isValid) frame.style.setProperty("height", `${height}px`);
    },
    event({ name, detail }) {
      if (!/^heard-[a-z-]+$/.test(name)) return;
      if (name === "heard-ready") {
        link.remove();
        resolveReady(box);
      }
      if (name === "heard-error" && /^(wasm-|frame-|element-|panic)/.test(detail.code)) rejectReady(createError(detail.code, detail.message));
      dispatch(name, detail);
    },
    result({ id, value, error }) {
      const pending = pendingCalls.get(id);
      pendingCalls.delete(id);
      if (error) pending?.reject(createError(error.code, error.message));
      else pending?.resolve(value);
    },
  };

  window.addEventListener("message", ({ source, origin, data }) => {
    if (!source || source !== frame.contentWindow || data?.heard !== 1) return;
    // In a sandboxed page without an origin, its frames have none either.
    if (origin !== address.origin && !(origin === "null" && window.origin === "null")) return;
    if (data.type === "ready" || origin === frameOrigin) {
      if (Object.hasOwn(HANDLERS, data.type)) HANDLERS[data.type](data, origin);
    }
  });

  function build(place) {
    for (const { name, value } of script.attributes) {
      const own = name.slice("data-".length);
      if (name.startsWith("data-") && !LOADER_OPTIONS.includes(own)) address.searchParams.set(own, value);
    }
    // Language and direction are inherited, as by the element.
    for (const name of ["lang", "dir"]) {
      const inherited = place.closest(`[${name}]`)?.getAttribute(name);
      if (inherited && !address.searchParams.has(name)) address.searchParams.set(name, inherited);
    }
    const theme = ["light", "dark"].includes(dataset.theme) ? dataset.theme : "light dark";
    const height = Number(dataset.height);
    const styles = {
      "display": "block",
      "width": "100%",
      "height": `${height > 0 && height <= MAX_HEIGHT_PX ? height : DEFAULT_HEIGHT_PX}px`,
      "border": "0",
      // A frame is transparent, and does not flash, only if its colour scheme is that of its content.
      "color-scheme": theme,
    };
    for (const [name, value] of Object.entries(styles)) frame.style.setProperty(name, value);
    frame.title = dataset.title || "Heard: who has the floor";
    frame.loading = dataset.loading === "eager" ? "eager" : "lazy";
    frame.allow = "screen-wake-lock; clipboard-write; web-share";
    frame.src = address.href;

    link.href = new URL("./index.html", script.src).href;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = "Open Heard in a tab";

    box.className = "heard-frame";
    for (const method of METHODS) {
      Object.defineProperty(box, method, { value: (...args) => call(method, args) });
    }
    Object.defineProperty(box, "ready", { value: ready });
    Object.defineProperty(box, "configure", {
      value(given) {
        Object.assign(options, structuredClone(given));
        if (frameOrigin !== null) configure();
      },
    });
    box.append(frame, link);
  }

  // Inserts the frame into the element named by data-into, after the script, or for a script in the head at the end of the body.
  function tryInsert() {
    const inHead = document.head?.contains(script);
    const place = dataset.into ? document.querySelector(dataset.into) : inHead ? document.body : script.parentNode && script;
    if (!place) return false;
    build(place);
    if (place === script) script.after(box);
    else place.append(box);
    startTimerWhenVisible();
    return true;
  }

  function insert() {
    if (tryInsert()) return;
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", insert, { once: true });
      return;
    }
    const message = `There is no place for the frame in this page: ${dataset.into ?? "its script is not in it"}.`;
    const detail = { v: 1, code: "frame-place", message, recoverable: true };
    document.dispatchEvent(new CustomEvent("heard-error", { bubbles: true, composed: true, detail }));
  }

  insert();
})();
