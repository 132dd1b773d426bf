// <heard-widget>: defined at once, while the wasm behind it is still on its way. No import, no style attribute, no
// innerHTML: it runs under a policy that allows nothing but this script and wasm.
import init, { Handle, onPanic } from "./heard-glue.js";

const ATTRIBUTES = [
  "storage-key", "storage", "layout", "theme", "target-talk", "client", "hotkeys", "announce", "haptics", "loading",
];
const BOOLEANS = new Set(["haptics"]);
const READ_ONLY = ["state", "floor", "talkMs", "listenMs", "elapsedMs", "talkShare", "storageMode"];
const AT_REST = { state: "idle", floor: null, talkMs: 0, listenMs: 0, elapsedMs: 0, talkShare: null, storageMode: "memory" };
const METHODS = [
  "start", "passFloor", "setFloor", "takeBreak", "resume", "mark", "capture", "amend", "strike", "tally", "undo",
  "redo", "end", "loop",
];
const CANCELABLE = new Set(["heard-before-export", "heard-before-erase"]);
const TYPES = {
  json: "application/json", csv: "text/csv", md: "text/markdown", txt: "text/plain", html: "text/html", ics: "text/calendar",
};
const MOST_BYTES = 64 * 1024 * 1024;
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

// One sheet for all widgets of the page. Its text is written by the build, from styles/.
const sheet = globalThis.CSSStyleSheet ? new CSSStyleSheet() : null;
sheet?.replaceSync("HEARD_STYLES");

const widgets = new Set();
let loading = null;
let panicked = null;

function load() {
  loading ??= init().then(() => {
    onPanic((message) => widgets.forEach((widget) => panicked(widget, message)));
  });
  return loading;
}

function named(code, message) {
  return Object.assign(new Error(message), { code });
}

function whyNotLoaded(error) {
  if (typeof WebAssembly !== "object") return named("wasm-unsupported", "This browser does not run WebAssembly.");
  const text = String(error?.message ?? error);
  if (/content security policy|unsafe-eval/i.test(text)) {
    return named("wasm-csp", "This page's policy forbids WebAssembly; its script-src needs 'wasm-unsafe-eval'.");
  }
  if (/mime/i.test(text)) return named("wasm-mime", "The server must send heard_bg.wasm as application/wasm.");
  return named("wasm-network", `heard_bg.wasm could not be loaded: ${text}`);
}

class HeardWidget extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ATTRIBUTES;
  // Written by the build, from Cargo.toml.
  static version = "HEARD_VERSION";

  static {
    panicked = (widget, message) => widget.#broken("panic", message);
    for (const name of METHODS) {
      this.prototype[name] = function (...args) { return this.#call(name, args); };
    }
    for (const name of READ_ONLY) {
      Object.defineProperty(this.prototype, name, { get() { return (this.#stopped ? null : this.#handle?.get(name)) ?? AT_REST[name]; } });
    }
  }

  #base;
  #handle = null;
  #internals;
  #opened;
  #opening = null;
  #failed;
  #mode = "memory";
  #state = "";
  #stopped = false;

  constructor() {
    super();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#base = this.ownerDocument.createElement("div");
    this.#base.setAttribute("part", "base");
    root.adoptedStyleSheets = [sheet];
    root.append(this.#base, this.ownerDocument.createElement("slot"));
    this.#internals = this.attachInternals?.();
    this.ready = new Promise((resolve, reject) => { this.#opened = resolve; this.#failed = reject; });
    // A page that never asks must not see an unhandled rejection: the event tells it.
    this.ready.catch(() => {});
    Object.defineProperty(this, "ready", { writable: false });
    for (const name of ATTRIBUTES.map(camel)) this.#rescue(name);
  }

  // A property set before this class was known would hide the class's own.
  #rescue(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  connectedCallback() { this.#opening = this.#open(); }

  // Moved within one task, or gone: only the end of the task knows.
  disconnectedCallback() { queueMicrotask(() => { if (!this.isConnected) this.#close(); }); }

  connectedMoveCallback() {}

  attributeChangedCallback(name, before, value) {
    if (before !== value && !this.#stopped) this.#handle?.set(name, value);
  }

  async #open() {
    if (this.#handle) return;
    widgets.add(this);
    try {
      await load();
    } catch (error) {
      const why = whyNotLoaded(error);
      this.#broken(why.code, why.message);
      this.#failed(why);
      return;
    }
    if (!this.isConnected || this.#handle) return;
    const handle = new Handle(this.#base, (name, json) => this.#emit(name, json), (word) => this.#show(word));
    for (const name of ATTRIBUTES) {
      if (this.hasAttribute(name)) handle.set(name, this.getAttribute(name));
    }
    this.#handle = handle;
    handle.show();
    // Only now is it known what both stores hold.
    await handle.kept();
    if (this.#handle !== handle) return;
    await handle.drawn();
    if (this.#handle !== handle) return;
    this.shadowRoot.querySelector("slot").hidden = true;
    this.#mark("ready", true);
    this.#opened(this);
    this.#emit("heard-ready", JSON.stringify({ v: 1, version: HeardWidget.version, storageMode: this.storageMode }));
  }

  #close() {
    widgets.delete(this);
    if (this.#stopped) return;
    this.#handle?.close();
    this.#handle?.free();
    this.#handle = null;
  }

  #emit(name, json) {
    const detail = JSON.parse(json);
    this.#mode = detail.storageMode ?? (name === "heard-storage-change" ? detail.mode : this.#mode);
    return this.dispatchEvent(new CustomEvent(name, {
      bubbles: true, composed: true, cancelable: CANCELABLE.has(name), detail,
    }));
  }

  #show(word) {
    if (this.#state) this.#mark(this.#state, false);
    this.#state = word;
    if (word) this.#mark(word, true);
  }

  #mark(word, on) {
    try { this.#internals?.states[on ? "add" : "delete"](word); } catch { /* An older browser has no custom states. */ }
  }

  #broken(code, message) {
    // Timers that still run fail again and again; it was said.
    if (this.#stopped) return;
    this.shadowRoot.querySelector("slot").hidden = false;
    if (code === "panic") this.#stop();
    this.#emit("heard-error", JSON.stringify({ v: 1, code, message, recoverable: code !== "panic" }));
  }

  // Our own code has failed, and nothing may call it any more: what is drawn now is static.
  #stop() {
    this.#stopped = true;
    const make = (name, text) => Object.assign(this.ownerDocument.createElement(name), { textContent: text });
    const panel = make("div", "");
    panel.setAttribute("part", "base");
    panel.setAttribute("role", "alert");
    panel.className = "stopped";
    const reload = make("button", "Reload the page");
    reload.setAttribute("part", "button");
    reload.className = "ghost";
    reload.addEventListener("click", () => this.ownerDocument.defaultView?.location.reload());
    panel.append(make("h2", "Heard has stopped"), make("p", this.#mode === "memory"
      ? "It made a mistake of its own. This page may not store anything, so what was not saved as a file is gone."
      : "It made a mistake of its own. Nothing was lost: everything you noted is kept, and there again after a reload."), reload);
    this.#base.replaceWith(panel);
    this.#base = panel;
  }

  async #widget() {
    await this.ready;
    await this.#opening;
    if (this.#stopped) throw named("panic", "Heard has stopped. Reload the page.");
    if (!this.#handle) throw named("not-connected", "The element is not in a document.");
    return this.#handle;
  }

  async #call(name, args) {
    const handle = await this.#widget();
    const answer = handle.call(name, JSON.stringify(args.length ? args : [null]));
    await handle.drawn();
    return answer;
  }

  async exportText(format, options) {
    const handle = await this.#widget();
    if (!this.#emit("heard-before-export", JSON.stringify({ v: 1, format }))) {
      throw named("cancelled", "The page took the export over.");
    }
    await handle.loaded();
    return handle.export(format, JSON.stringify([options ?? null]));
  }

  async export(format, options) {
    return new Blob([await this.exportText(format, options)], { type: TYPES[format] ?? "text/plain" });
  }

  async import(fileOrText) {
    const handle = await this.#widget();
    if (fileOrText instanceof Blob && fileOrText.size > MOST_BYTES) {
      throw named("import-invalid", "The file is larger than 64 MB. Nothing has changed.");
    }
    await handle.loaded();
    const report = await handle.import(fileOrText instanceof Blob ? await fileOrText.text() : String(fileOrText));
    await handle.drawn();
    return report;
  }

  async flush() {
    const handle = await this.#widget();
    await handle.kept();
    await handle.drawn();
  }
}

for (const name of ATTRIBUTES) {
  const boolean = BOOLEANS.has(name);
  Object.defineProperty(HeardWidget.prototype, camel(name), {
    get() { return boolean ? this.hasAttribute(name) : this.getAttribute(name); },
    set(value) {
      if (value === null || value === undefined || value === false) this.removeAttribute(name);
      else this.setAttribute(name, value === true ? "" : String(value));
    },
  });
}

if (globalThis.customElements && !customElements.get("heard-widget")) {
  customElements.define("heard-widget", HeardWidget);
}

export { HeardWidget };
