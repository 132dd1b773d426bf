// <heard-widget>: defined before the wasm has loaded. It uses no style attributes and no innerHTML, so that it runs
// under a policy that allows only this script and wasm.
import { Handle } from "./heard-glue.js";
import { attach } from "./attach.js";
import { card } from "./card.js";
import { defineElement } from "./define.js";
import { Early } from "./early.js";
import { createError, loadError } from "./errors.js";
import { dispatchSubmit } from "./form_submit.js";
import { toJson } from "./json.js";
import { onNearViewport } from "./lazy_loading.js";
import { isLoaded, load } from "./load.js";
import { ATTRIBUTES, CANCELABLE, DEFAULTS, METHODS, camel, reflectAttributes } from "./names.js";
import { adoptStyleSheet } from "./style_sheet.js";

const FLOORS = new Set(["client", "consultant", "open"]);
const MIME_TYPES = {
  json: "application/json", csv: "text/csv", md: "text/markdown", txt: "text/plain", html: "text/html", ics: "text/calendar",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
// The errors after which another attempt may succeed.
const RETRIED = new Set(["wasm-network", "wasm-mime", "wasm-cors"]);
const MAX_IMPORT_BYTES = 64 * 1024 * 1024;

const widgets = new Set();
let reportPanic = null;

class HeardWidget extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ATTRIBUTES;
  static formAssociated = true;
  // Written by the build, from Cargo.toml.
  static version = "HEARD_VERSION";
  // The URL of the wasm, if it is not next to the module. The single file needs none.
  static wasmUrl = undefined;

  // Defines the element under a name. The first definition on a page is kept; later copies return it.
  static define(name = "heard-widget", registry = globalThis.customElements) {
    return defineElement(this, name, registry);
  }

  static {
    reportPanic = (widget, message) => widget.#fail("panic", message);
    for (const name of METHODS) {
      this.prototype[name] = function (...args) { return this.#call(name, args); };
    }
    for (const name of Object.keys(DEFAULTS)) {
      Object.defineProperty(this.prototype, name, { configurable: true, enumerable: true, get() { return this.#read(name); } });
    }
  }

  // The shadow root; null if a script of the page keeps the element from having one.
  #root = null;
  #base;
  #placeholder;
  #early = null;
  #pendingCalls = [];
  #handle = null;
  #opening = null;
  #internals;
  #loadNow = null;
  #ready;
  #resolveReady;
  #rejectReady;
  #loadError = null;
  #mode = "memory";
  #state = "";
  #stopped = false;
  #prototype;

  constructor() {
    super();
    this.#prototype = new.target.prototype;
    this.#placeholder = this.ownerDocument.createElement("slot");
    this.#createBase();
    const { root, internals, error } = attach(this);
    this.#root = root;
    this.#internals = internals;
    root?.append(this.#base, this.#placeholder);
    if (root) adoptStyleSheet(root, this.ownerDocument);
    if (root && globalThis.top !== globalThis) root.addEventListener("click", dispatchSubmit);
    // The card is shown once the element is in the document.
    if (error) this.#loadError = createError("element-patched", String(error.message ?? error));
    this.#createReady();
    for (const name of ATTRIBUTES) this.#upgradeProperty(camel(name));
  }

  // A promise of the element, which resolves when it is ready. A retry after a failed start creates a new promise.
  get ready() { return this.#ready; }

  #createReady() {
    this.#ready = new Promise((resolve, reject) => { this.#resolveReady = resolve; this.#rejectReady = reject; });
    // The error event reports the failure, so this must not be an unhandled rejection.
    this.#ready.catch(() => {});
  }

  #createBase() {
    this.#base = this.ownerDocument.createElement("div");
    this.#base.setAttribute("part", "base");
    return this.#base;
  }

  // A property set before the element was defined would shadow the accessor of the class.
  #upgradeProperty(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  #read(name) {
    if (this.#handle && !this.#stopped) return this.#handle.get(name) ?? DEFAULTS[name];
    const floor = this.#early?.floor ?? "idle";
    if (name === "state" && floor !== "idle") return floor === "break" ? "break" : "running";
    if (name === "floor" && FLOORS.has(floor)) return floor;
    return DEFAULTS[name];
  }

  connectedCallback() {
    // Firefox loses the class of an element that was adopted by another document (bug 1502814).
    if (!(this instanceof HeardWidget)) Object.setPrototypeOf(this, this.#prototype);
    this.#opening = this.#open();
  }

  // A microtask distinguishes a removal from a move within one task.
  disconnectedCallback() { queueMicrotask(() => { if (!this.isConnected) this.#close(); }); }

  connectedMoveCallback() {}

  formAssociatedCallback() { this.#updateFormValue(); }

  adoptedCallback() {
    if (this.#root) adoptStyleSheet(this.#root, this.ownerDocument);
    this.#handle?.moved();
  }

  attributeChangedCallback(name, before, value) {
    if (before === value || this.#stopped) return;
    this.#handle?.set(name, value);
    const face = this.#early && this.#base.firstElementChild;
    if (face && (name === "theme" || name === "layout")) face.dataset[name] = value ?? "auto";
    if (name === "loading") this.#loadNow?.();
  }

  async #open() {
    if (this.#handle || this.#stopped) return;
    if (this.#loadError?.code === "element-patched") {
      this.#fail(this.#loadError.code, this.#loadError.message);
      return;
    }
    widgets.add(this);
    const early = this.#showEarly();
    try {
      if (!isLoaded()) await this.#whenNeeded();
      await load(HeardWidget.wasmUrl, (message) => widgets.forEach((widget) => reportPanic(widget, message)));
    } catch (error) {
      this.#loadError = loadError(error);
      this.#fail(this.#loadError.code, this.#loadError.message);
      return;
    }
    if (!this.isConnected || this.#handle || this.#stopped) return;
    const handle = this.#createHandle();
    // Early input keeps its own time. It is applied once the data of both storages is known.
    const [first] = early.queue;
    handle.open(first?.wall, first?.mono, first?.boot);
    await early.released();
    if (early.queue.length) {
      await handle.kept();
      await early.released();
    }
    if (!this.isConnected || this.#handle || this.#stopped) {
      handle.close();
      return handle.free();
    }
    this.#takeOver(handle, early);
    // Now the data of both storages is known.
    await handle.kept();
    if (this.#handle !== handle) return;
    await handle.drawn();
    if (this.#handle !== handle || this.#stopped) return;
    this.#setCustomState("ready", true);
    this.#resolveReady(this);
    this.#emit("heard-ready", JSON.stringify({ v: 1, version: HeardWidget.version, storageMode: this.storageMode }));
  }

  // Shows the floor button until the widget is ready.
  #showEarly() {
    this.#placeholder.hidden = true;
    if (!this.#early) {
      this.#early = new Early(this, this.storageKey || "default", this.storage !== "memory");
      for (const { name, json, mono, waiting } of this.#pendingCalls.splice(0)) this.#early.record(name, json, mono, waiting);
    }
    if (!isLoaded() && !this.#early.button) {
      this.#base.replaceChildren(this.#early.render({ layout: this.layout ?? "auto", theme: this.theme ?? "auto" }));
    }
    return this.#early;
  }

  // Resolves at once, or for a lazy widget when it comes near the viewport, is used, or is called.
  #whenNeeded() {
    if (this.loading !== "lazy" || this.#early.queue.length || typeof IntersectionObserver !== "function") return null;
    return new Promise((resolve) => {
      const stop = onNearViewport(this, this.#base, () => this.#loadNow?.());
      this.#loadNow = () => { stop(); this.#loadNow = null; resolve(); };
    });
  }

  #createHandle() {
    const handle = new Handle((name, json) => this.#emit(name, json), (state) => this.#showState(state));
    for (const name of ATTRIBUTES) {
      if (this.hasAttribute(name)) handle.set(name, this.getAttribute(name));
    }
    return handle;
  }

  // Applies early input in order, each with its time, and then replaces the floor button by the widget, with its focus.
  #takeOver(handle, early) {
    const focused = early.button && this.#root.activeElement === early.button;
    this.#handle = handle;
    this.#early = null;
    for (const { name, json, wall, mono, boot, resolve, reject } of early.take()) {
      try {
        const answer = handle.take(name, json, wall, mono, boot);
        resolve?.(answer);
      } catch (error) {
        // An invalid tap changes nothing, as in the running widget.
        reject?.(error);
      }
    }
    early.save();
    // The widget may render into the element of a previous one.
    const stage = handle.show(this.#base);
    if (stage !== this.#base) this.#base.replaceWith(stage);
    this.#base = stage;
    this.#updateFormValue();
    if (focused) {
      handle.drawn().then(() => {
        if (this.ownerDocument.activeElement === this.ownerDocument.body) {
          this.#root.querySelector("[part~=floor], [data-act=start]")?.focus({ preventScroll: true });
        }
      });
    }
  }

  #close() {
    widgets.delete(this);
    this.#loadNow?.();
    if (this.#stopped || !this.#handle) return;
    // The next widget reuses the rendered element.
    const stage = this.#base;
    stage.replaceWith(this.#createBase());
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

  #showState(state) {
    if (this.#state) this.#setCustomState(this.#state, false);
    this.#state = state;
    if (state) this.#setCustomState(state, true);
    this.#updateFormValue();
  }

  // The form value is the id of the meeting, and contains nothing that was said.
  // There is no `form` property, because frameworks would set it instead of the attribute.
  #updateFormValue() { if (this.#internals?.form) this.#internals.setFormValue(this.#handle?.meeting() ?? null); }

  #setCustomState(state, on) {
    try { this.#internals?.states[on ? "add" : "delete"](state); } catch { /* Older browsers have no custom states. */ }
  }

  // Shows the error card after a failed start or a panic. After a panic nothing calls the wasm any more.
  #fail(code, message) {
    // Running timers may panic again; one report is enough.
    if (this.#stopped) return;
    const panic = code === "panic" || code === "element-patched";
    this.#stopped = panic;
    const retry = panic ? () => this.ownerDocument.defaultView?.location.reload() : () => this.#retry();
    const old = this.#base;
    old.replaceWith(this.#createBase());
    this.#base.append(card(this.ownerDocument, {
      code, message,
      retry: code === "panic" || RETRIED.has(code) ? retry : null,
      inMemory: this.#mode === "memory",
    }));
    this.#placeholder.hidden = false;
    if (!this.#root) this.prepend(this.#base);
    this.#setCustomState("error", true);
    this.#rejectReady(createError(code, message));
    for (const { reject } of this.#early?.removeCalls() ?? []) reject(createError(code, message));
    this.#emit("heard-error", JSON.stringify({ v: 1, code, message, recoverable: !panic }));
  }

  #retry() {
    this.#loadError = null;
    this.#setCustomState("error", false);
    this.#createReady();
    this.#base.replaceChildren();
    if (this.#early) this.#early.button = null;
    this.#opening = this.#open();
  }

  async #openHandle() {
    this.#loadNow?.();
    await this.ready;
    await this.#opening;
    if (this.#stopped) throw createError("panic", "Heard has stopped. Reload the page.");
    if (!this.#handle) throw createError("not-connected", "The element is not in a document.");
    return this.#handle;
  }

  // A call before the widget is ready is queued with the current time.
  async #call(name, args) {
    const json = toJson(args.length ? args : [null]);
    if (this.#stopped || this.#loadError) throw this.#loadError ?? createError("panic", "Heard has stopped. Reload the page.");
    if (this.#handle) {
      const answer = this.#handle.call(name, json);
      await this.#handle.drawn();
      return answer;
    }
    const answer = new Promise((resolve, reject) => {
      const waiting = { resolve, reject };
      if (this.#early) this.#early.record(name, json, performance.now(), waiting);
      else if (this.#opening) reject(createError("not-connected", "The element is not in a document."));
      else this.#pendingCalls.push({ name, json, mono: performance.now(), waiting });
    });
    this.#loadNow?.();
    await answer;
    await this.#handle?.drawn();
    return answer;
  }

  // The content of an export: a string, or bytes for a workbook.
  async #content(format, options) {
    const handle = await this.#openHandle();
    if (!this.#emit("heard-before-export", JSON.stringify({ v: 1, format }))) {
      throw createError("cancelled", "The page took over the export.");
    }
    await handle.loaded();
    return handle.export(format, toJson([options ?? null]));
  }

  async exportText(format, options) {
    if (format === "xlsx") throw createError("bad-argument", "A workbook has no text form: call export.");
    return this.#content(format, options);
  }

  async export(format, options) {
    return new Blob([await this.#content(format, options)], { type: MIME_TYPES[format] ?? "text/plain" });
  }

  async import(fileOrText) {
    const handle = await this.#openHandle();
    if (fileOrText instanceof Blob && fileOrText.size > MAX_IMPORT_BYTES) {
      throw createError("import-invalid", "The file is larger than 64 MB. Nothing has changed.");
    }
    await handle.loaded();
    const report = await handle.import(fileOrText instanceof Blob ? await fileOrText.text() : String(fileOrText));
    await handle.drawn();
    return report;
  }

  async flush() {
    const handle = await this.#openHandle();
    await handle.kept();
    await handle.drawn();
  }
}

reflectAttributes(HeardWidget.prototype);

export { HeardWidget };
