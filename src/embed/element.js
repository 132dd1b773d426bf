// <heard-widget>: defined at once, while the wasm behind it is still on its way. No import, no style attribute, no
// innerHTML: it runs under a policy that allows nothing but this script and wasm.
import { Handle, onPanic } from "./heard-glue.js";
import { begin } from "./wasm_beside.js";
import { card } from "./card.js";
import { Early } from "./early.js";
import { AT_REST, ATTRIBUTES, CANCELABLE, METHODS, camel, mirror } from "./names.js";
import { whenNear } from "./near.js";
import { adopt } from "./sheets.js";
import { submitted } from "./submitted.js";
import { named, whyNotLoaded } from "./trouble.js";
import { written } from "./written.js";

const FLOORS = new Set(["client", "consultant", "open"]);
const TYPES = {
  json: "application/json", csv: "text/csv", md: "text/markdown", txt: "text/plain", html: "text/html", ics: "text/calendar",
};
const MOST_BYTES = 64 * 1024 * 1024;

const widgets = new Set();
let taken = false;
let loading = null;
let loaded = false;
let panicked = null;

function load() {
  loading ??= begin(HeardWidget.wasmUrl).then(() => {
    loaded = true;
    onPanic((message) => widgets.forEach((widget) => panicked(widget, message)));
  });
  // Who tries again, tries anew.
  loading.catch(() => { loading = null; });
  return loading;
}

// Two versions on one page are somebody's mistake, and whoever looks for it shall find it.
function stepsBack(name, version, other) {
  console.info(`<${name}> is Heard ${version} already; ${other} steps back.`);
  globalThis.document?.dispatchEvent(new CustomEvent("heard-version", { detail: { v: 1, version, other } }));
}

class HeardWidget extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ATTRIBUTES;
  static formAssociated = true;
  // Written by the build, from Cargo.toml.
  static version = "HEARD_VERSION";
  // Where the wasm lies, if it is not beside the module; the single file needs none.
  static wasmUrl = undefined;

  // Makes the element known under a name. The first one to come stays; a second copy on one page steps back.
  static define(name = "heard-widget", registry = globalThis.customElements) {
    const known = registry?.get(name);
    if (!registry || known === this) return this;
    if (known) {
      if (known.version !== this.version) stepsBack(name, known.version, this.version);
      return known;
    }
    // A class can have one name only.
    const one = taken ? class extends this {} : this;
    taken = true;
    registry.define(name, one);
    return one;
  }

  static {
    panicked = (widget, message) => widget.#broken("panic", message);
    for (const name of METHODS) {
      this.prototype[name] = function (...args) { return this.#call(name, args); };
    }
    for (const name of Object.keys(AT_REST)) {
      Object.defineProperty(this.prototype, name, { configurable: true, enumerable: true, get() { return this.#read(name); } });
    }
  }

  #base;
  #placeholder;
  #early = null;
  #unsaid = [];
  #handle = null;
  #opening = null;
  #internals;
  #near = null;
  #ready;
  #opened;
  #failed;
  #why = null;
  #mode = "memory";
  #state = "";
  #stopped = false;
  #own;

  constructor() {
    super();
    this.#own = new.target.prototype;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#placeholder = this.ownerDocument.createElement("slot");
    root.append(this.#newBase(), this.#placeholder);
    adopt(root, this.ownerDocument);
    if (globalThis.top !== globalThis) root.addEventListener("click", submitted);
    this.#internals = this.attachInternals?.();
    this.#promise();
    for (const name of ATTRIBUTES) this.#rescue(camel(name));
  }

  // A promise of the element, when it is there; another one after it could not start and was tried again.
  get ready() { return this.#ready; }

  #promise() {
    this.#ready = new Promise((resolve, reject) => { this.#opened = resolve; this.#failed = reject; });
    // A page that never asks must not see an unhandled rejection: the event tells it.
    this.#ready.catch(() => {});
  }

  #newBase() {
    this.#base = this.ownerDocument.createElement("div");
    this.#base.setAttribute("part", "base");
    return this.#base;
  }

  // A property set before this class was known would hide the class's own.
  #rescue(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  #read(name) {
    if (this.#handle && !this.#stopped) return this.#handle.get(name) ?? AT_REST[name];
    const floor = this.#early?.floor ?? "idle";
    if (name === "state" && floor !== "idle") return floor === "break" ? "break" : "running";
    if (name === "floor" && FLOORS.has(floor)) return floor;
    return AT_REST[name];
  }

  connectedCallback() {
    // Firefox forgets the class of an element that comes back from another document (bug 1502814).
    if (!(this instanceof HeardWidget)) Object.setPrototypeOf(this, this.#own);
    this.#opening = this.#open();
  }

  // Moved within one task, or gone: only the end of the task knows.
  disconnectedCallback() { queueMicrotask(() => { if (!this.isConnected) this.#close(); }); }

  connectedMoveCallback() {}

  formAssociatedCallback() { this.#send(); }

  adoptedCallback() { adopt(this.shadowRoot, this.ownerDocument); }

  attributeChangedCallback(name, before, value) {
    if (before === value || this.#stopped) return;
    this.#handle?.set(name, value);
    const face = this.#early && this.#base.firstElementChild;
    if (face && (name === "theme" || name === "layout")) face.dataset[name] = value ?? "auto";
    if (name === "loading") this.#near?.();
  }

  async #open() {
    if (this.#handle || this.#stopped) return;
    widgets.add(this);
    const early = this.#meanwhile();
    try {
      if (!loaded) await this.#nearby();
      await load();
    } catch (error) {
      this.#why = whyNotLoaded(error);
      this.#broken(this.#why.code, this.#why.message);
      return;
    }
    if (!this.isConnected || this.#handle || this.#stopped) return;
    const handle = this.#newHandle();
    // What was said meanwhile counts from its own time, and needs to know what both stores hold.
    const [first] = early.queue;
    handle.open(first?.wall, first?.mono, first?.boot);
    await early.lifted();
    if (early.queue.length) {
      await handle.kept();
      await early.lifted();
    }
    if (!this.isConnected || this.#handle || this.#stopped) {
      handle.close();
      return handle.free();
    }
    this.#takeOver(handle, early);
    // Only now is it known what both stores hold.
    await handle.kept();
    if (this.#handle !== handle) return;
    await handle.drawn();
    if (this.#handle !== handle || this.#stopped) return;
    this.#mark("ready", true);
    this.#opened(this);
    this.#emit("heard-ready", JSON.stringify({ v: 1, version: HeardWidget.version, storageMode: this.storageMode }));
  }

  // The floor button, until the widget is there.
  #meanwhile() {
    this.#placeholder.hidden = true;
    if (!this.#early) {
      this.#early = new Early(this, this.storageKey || "default", this.storage !== "memory");
      for (const { name, json, mono, waiting } of this.#unsaid.splice(0)) this.#early.say(name, json, mono, waiting);
    }
    if (!loaded && !this.#early.button) {
      this.#base.replaceChildren(this.#early.draw({ layout: this.layout ?? "auto", theme: this.theme ?? "auto" }));
    }
    return this.#early;
  }

  // Resolves at once, or for a lazy widget when it comes near the screen, is touched, or called.
  #nearby() {
    if (this.loading !== "lazy" || this.#early.queue.length || typeof IntersectionObserver !== "function") return null;
    return new Promise((resolve) => {
      const stop = whenNear(this, this.#base, () => this.#near?.());
      this.#near = () => { stop(); this.#near = null; resolve(); };
    });
  }

  #newHandle() {
    const handle = new Handle((name, json) => this.#emit(name, json), (word) => this.#show(word));
    for (const name of ATTRIBUTES) {
      if (this.hasAttribute(name)) handle.set(name, this.getAttribute(name));
    }
    return handle;
  }

  // What was said is told in its order, each with its time; then the widget stands where the button stood, focus and all.
  #takeOver(handle, early) {
    const focused = early.button && this.shadowRoot.activeElement === early.button;
    this.#handle = handle;
    this.#early = null;
    for (const { name, json, wall, mono, boot, resolve, reject } of early.take()) {
      try {
        const answer = handle.take(name, json, wall, mono, boot);
        resolve?.(answer);
      } catch (error) {
        // A touch that does not fit changes nothing, here as later.
        reject?.(error);
      }
    }
    early.done();
    // It may be drawn where another widget was before.
    const stage = handle.show(this.#base);
    if (stage !== this.#base) this.#base.replaceWith(stage);
    this.#base = stage;
    this.#send();
    if (focused) {
      handle.drawn().then(() => {
        if (this.ownerDocument.activeElement === this.ownerDocument.body) {
          this.shadowRoot.querySelector("[part~=floor], [data-act=start]")?.focus({ preventScroll: true });
        }
      });
    }
  }

  #close() {
    widgets.delete(this);
    this.#near?.();
    if (this.#stopped || !this.#handle) return;
    // Its stage is the next one's.
    const stage = this.#base;
    stage.replaceWith(this.#newBase());
    this.#handle.close();
    this.#handle.free();
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
    this.#send();
  }

  // A form learns which meeting it was, and nothing of what was said.
  // There is no property `form`: a framework that found one would set it, in place of the attribute.
  #send() { if (this.#internals?.form) this.#internals.setFormValue(this.#handle?.meeting() ?? null); }

  #mark(word, on) {
    try { this.#internals?.states[on ? "add" : "delete"](word); } catch { /* An older browser has no custom states. */ }
  }

  // It can not start, or our own code has failed: a card says so, and nothing calls what has failed any more.
  #broken(code, message) {
    // Timers that still run fail again and again; it was said.
    if (this.#stopped) return;
    const panic = code === "panic";
    this.#stopped = panic;
    const again = panic ? () => this.ownerDocument.defaultView?.location.reload() : () => this.#again();
    const old = this.#base;
    old.replaceWith(this.#newBase());
    this.#base.append(card(this.ownerDocument, {
      code, message,
      again: panic || code === "wasm-network" || code === "wasm-mime" ? again : null,
      lost: this.#mode === "memory",
    }));
    this.#placeholder.hidden = false;
    this.#mark("error", true);
    this.#failed(named(code, message));
    for (const { reject } of this.#early?.refuse() ?? []) reject(named(code, message));
    this.#emit("heard-error", JSON.stringify({ v: 1, code, message, recoverable: !panic }));
  }

  #again() {
    this.#why = null;
    this.#mark("error", false);
    this.#promise();
    this.#base.replaceChildren();
    if (this.#early) this.#early.button = null;
    this.#opening = this.#open();
  }

  async #widget() {
    this.#near?.();
    await this.ready;
    await this.#opening;
    if (this.#stopped) throw named("panic", "Heard has stopped. Reload the page.");
    if (!this.#handle) throw named("not-connected", "The element is not in a document.");
    return this.#handle;
  }

  // Before the widget is there a call waits, and still counts from now.
  async #call(name, args) {
    const json = written(args.length ? args : [null]);
    if (this.#stopped || this.#why) throw this.#why ?? named("panic", "Heard has stopped. Reload the page.");
    if (this.#handle) {
      const answer = this.#handle.call(name, json);
      await this.#handle.drawn();
      return answer;
    }
    const answer = new Promise((resolve, reject) => {
      const waiting = { resolve, reject };
      if (this.#early) this.#early.say(name, json, performance.now(), waiting);
      else if (this.#opening) reject(named("not-connected", "The element is not in a document."));
      else this.#unsaid.push({ name, json, mono: performance.now(), waiting });
    });
    this.#near?.();
    await answer;
    await this.#handle?.drawn();
    return answer;
  }

  async exportText(format, options) {
    const handle = await this.#widget();
    if (!this.#emit("heard-before-export", JSON.stringify({ v: 1, format }))) {
      throw named("cancelled", "The page took the export over.");
    }
    await handle.loaded();
    return handle.export(format, written([options ?? null]));
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

mirror(HeardWidget.prototype);

export { HeardWidget };
