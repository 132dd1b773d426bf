// Makes a frame with Heard in it: <script src="…/loader.js" data-storage-key="acme" data-layout="compact" async></script>
// The frame is as high as what it shows. Its events arrive at the <div class="heard-frame"> around it, which has the widget's
// methods. No style attribute and no markup from text: it runs under a policy that allows nothing but this script and the frame.
(() => {
  "use strict";
  // Of this script; every other data- attribute is the frame's.
  const OWN = ["into", "height", "title"];
  // The names of the contract. Written by the build.
  const { methods: METHODS } = "HEARD_NAMES";
  const HEIGHT_PX = 420;
  const MOST_PX = 100_000;
  const SILENCE_MS = 15_000;

  const script = document.currentScript;
  if (!script?.src) throw new Error("Heard: loader.js wants a script element of its own, with its address in src.");
  const said = script.dataset;
  const address = new URL("./frame.html", script.src);
  const named = (code, message) => Object.assign(new Error(message), { code });

  const box = document.createElement("div");
  const frame = document.createElement("iframe");
  const link = document.createElement("a");
  const queue = [];
  const waiting = new Map();
  const options = {};
  let home = null;
  let silent = null;
  let clock = 0;
  let last = 0;
  let opened;
  let failed;
  const ready = new Promise((resolve, reject) => { opened = resolve; failed = reject; });
  // A page that never asks must not see an unhandled rejection: the event tells it.
  ready.catch(() => {});

  // A frame without an origin can not be addressed by name; its window is known all the same.
  const post = (message) => frame.contentWindow?.postMessage({ heard: 1, ...message }, home === "null" ? "*" : home);
  const configure = () => post({ type: "config", follow: true, options });
  const dispatch = (name, detail) => box.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));

  function call(method, args) {
    return new Promise((resolve, reject) => {
      if (silent) throw silent;
      const message = { type: "call", id: ++last, method, args: structuredClone(args) };
      waiting.set(message.id, { resolve, reject });
      if (home === null) queue.push(message);
      else post(message);
    });
  }

  function refuse(error) {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    queue.length = 0;
  }

  // It may still answer, late; then all is well.
  function fallSilent() {
    silent = named("frame-silent", `${address.origin} has not answered for ${SILENCE_MS / 1000} seconds.`);
    refuse(silent);
    failed(silent);
    dispatch("heard-error", { v: 1, code: silent.code, message: silent.message, recoverable: true });
  }

  const wait = () => { clock = setTimeout(fallSilent, SILENCE_MS); };

  // A frame far down the page is loaded when it is scrolled to; it owes no answer before.
  function waitUntilSeen() {
    if (frame.loading !== "lazy" || !window.IntersectionObserver) return wait();
    const observer = new IntersectionObserver((seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      observer.disconnect();
      if (home === null) wait();
    });
    observer.observe(frame);
  }

  const HEARD = {
    ready(_, origin) {
      clearTimeout(clock);
      silent = null;
      // Moved in the page, a frame begins anew, and what it was asked before is lost.
      if (home !== null) refuse(named("frame-restarted", "The frame was loaded anew before it could answer."));
      home = origin;
      configure();
      queue.splice(0).forEach(post);
    },
    resize({ height }) {
      const fits = Number.isInteger(height) && height > 0 && height <= MOST_PX;
      if (fits) frame.style.setProperty("height", `${height}px`);
    },
    event({ name, detail }) {
      if (!/^heard-[a-z-]+$/.test(name)) return;
      if (name === "heard-ready") {
        link.remove();
        opened(box);
      }
      if (name === "heard-error" && /^(wasm-|frame-|panic)/.test(detail.code)) failed(named(detail.code, detail.message));
      dispatch(name, detail);
    },
    result({ id, value, error }) {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error) asked?.reject(named(error.code, error.message));
      else asked?.resolve(value);
    },
  };

  window.addEventListener("message", ({ source, origin, data }) => {
    if (!source || source !== frame.contentWindow || data?.heard !== 1) return;
    // In a page without an origin its frames have none either, where the page was made so by a sandbox.
    if (origin !== address.origin && !(origin === "null" && window.origin === "null")) return;
    if (data.type === "ready" || origin === home) {
      if (Object.hasOwn(HEARD, data.type)) HEARD[data.type](data, origin);
    }
  });

  function build(place) {
    for (const { name, value } of script.attributes) {
      const own = name.slice("data-".length);
      if (name.startsWith("data-") && !OWN.includes(own)) address.searchParams.set(own, value);
    }
    // Language and direction are inherited, as the element inherits them.
    for (const name of ["lang", "dir"]) {
      const inherited = place.closest(`[${name}]`)?.getAttribute(name);
      if (inherited && !address.searchParams.has(name)) address.searchParams.set(name, inherited);
    }
    const theme = ["light", "dark"].includes(said.theme) ? said.theme : "light dark";
    const height = Number(said.height);
    const looks = {
      "display": "block",
      "width": "100%",
      "height": `${height > 0 && height <= MOST_PX ? height : HEIGHT_PX}px`,
      "border": "0",
      // A frame is seen through, and does not flash, only where its scheme is that of what it shows.
      "color-scheme": theme,
    };
    for (const [name, value] of Object.entries(looks)) frame.style.setProperty(name, value);
    frame.title = said.title || "Heard: who has the floor";
    frame.loading = said.loading === "eager" ? "eager" : "lazy";
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
        if (home !== null) configure();
      },
    });
    box.append(frame, link);
  }

  // Where it shall stand: in the element that is named, else behind the script, else, for a script in the head, last.
  function placed() {
    const inHead = document.head?.contains(script);
    const place = said.into ? document.querySelector(said.into) : inHead ? document.body : script.parentNode && script;
    if (!place) return false;
    build(place);
    if (place === script) script.after(box);
    else place.append(box);
    waitUntilSeen();
    return true;
  }

  function place() {
    if (placed()) return;
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", place, { once: true });
      return;
    }
    const message = `There is no place for the frame in this page: ${said.into ?? "its script is not in it"}.`;
    const detail = { v: 1, code: "frame-place", message, recoverable: true };
    document.dispatchEvent(new CustomEvent("heard-error", { bubbles: true, composed: true, detail }));
  }

  place();
})();
