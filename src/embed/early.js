// The floor button that is shown until the wasm has loaded. Each tap is recorded with its time, also across a reload,
// and passed on in order together with the method calls of the host.
import { toJson } from "./json.js";

const LABELS = {
  idle: ["Start listening", "the rest is still loading"],
  client: ["Listening", "tap when you speak"],
  consultant: ["You are talking", "tap when they speak"],
  open: ["Nobody talking", "tap when you speak"],
  break: ["Break", "tap to resume"],
  unknown: ["Meeting in progress", "tap to pass the floor"],
};
const STATES = { client: "listening", consultant: "talking" };
const LONG_PRESS_MS = 500;
// The longest delay between a release and its click, in milliseconds.
const CLICK_MS = 350;
// Identifies this document in stored taps, which another document may read after a reload.
const DOCUMENT_ID = Math.floor(Math.random() * 2 ** 48).toString(16);

// The storage key of a widget contains its index in the page.
let widgetCount = 0;

// Without storage, taps are lost with the page.
function tabStorage() {
  try { return globalThis.sessionStorage; } catch { return null; }
}

// Whether localStorage contains a meeting that has not ended.
function hasRunningMeeting(key) {
  let open = 0;
  try {
    for (let at = 0; at < localStorage.length; at += 1) {
      const name = localStorage.key(at);
      if (!name.startsWith(`heard:${key}:t:`)) continue;
      const line = localStorage.getItem(name);
      if (line.includes('"act":{"meeting-opened"')) open += 1;
      if (line.includes('"act":"meeting-ended"')) open -= 1;
    }
  } catch { /* Storage is blocked. */ }
  return open > 0;
}

class Early {
  // Taps and calls in order: { name, json, wall, mono, boot?, resolve?, reject? }.
  queue = [];
  floor = "idle";
  pressed = null;
  #releasedAt = null;
  button = null;
  #key;
  #persists;
  #element;
  #update = null;
  #isPressed = false;
  #releaseTimer = 0;
  #onReleased = () => {};

  constructor(element, key, persists) {
    this.#element = element;
    this.#key = `heard:${key}:early:${widgetCount}`;
    widgetCount += 1;
    this.#persists = persists;
    if (persists && hasRunningMeeting(key)) this.floor = "unknown";
    this.#restore();
  }

  // Restores the taps of a document that was unloaded before its wasm had loaded.
  #restore() {
    try {
      for (const entry of JSON.parse((this.#persists && tabStorage()?.getItem(this.#key)) || "[]")) this.#add(entry);
    } catch { /* The value is not ours. */ }
  }

  // Records a tap, or a call of a host that waits for the result.
  record(name, json, mono = performance.now(), waiting = {}) {
    const wall = Math.round(Date.now() - (performance.now() - mono));
    this.#add({ name, json, wall, mono: Math.floor(mono), ...waiting });
    this.#saveTaps();
  }

  #add(entry) {
    this.queue.push(entry);
    this.floor = floorAfter(this.floor, entry);
    this.update();
  }

  // Saves the taps. A host repeats its calls after a reload.
  #saveTaps() {
    if (!this.#persists) return;
    const taps = [];
    for (const { name, json, wall, mono, boot, resolve } of this.queue) {
      if (!resolve) taps.push({ name, json, wall, mono, boot: boot ?? DOCUMENT_ID });
    }
    try {
      if (taps.length) tabStorage()?.setItem(this.#key, toJson(taps));
      else tabStorage()?.removeItem(this.#key);
    } catch { /* Storage is full; the queue is still in memory. */ }
  }

  // Takes the whole queue. Later input goes to the widget itself.
  take() {
    const queue = this.queue;
    this.queue = [];
    return queue;
  }

  // Removes and returns the calls, which are to be rejected. Taps stay in the queue for a retry.
  removeCalls() {
    const waiting = [];
    const taps = [];
    for (const entry of this.queue) (entry.reject ? waiting : taps).push(entry);
    this.queue = taps;
    return waiting;
  }

  // Saves what is left in the queue.
  save() { this.#saveTaps(); }

  // Resolves when no pointer is pressed: a press belongs to the button on which it started.
  async released() {
    while (this.#isPressed) await new Promise((resolve) => { this.#onReleased = resolve; });
  }

  #press(event) {
    this.pressed = event.timeStamp;
    this.#releasedAt = null;
    this.#isPressed = true;
  }

  #release(afterMs) {
    if (!this.#isPressed) return;
    clearTimeout(this.#releaseTimer);
    this.#releaseTimer = setTimeout(() => {
      this.#isPressed = false;
      this.#onReleased();
    }, afterMs);
  }

  render(options) {
    const make = (name, attributes, ...children) => {
      const node = this.#element.ownerDocument.createElement(name);
      for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
      node.append(...children);
      return node;
    };
    const who = make("span", { class: "who" });
    const hint = make("span", { class: "hint" });
    const button = make("button", { part: "floor", class: "floor", type: "button" },
      make("span", { class: "ring" }), make("span", { class: "face" }, who, hint));
    const status = make("p", { part: "status", class: "visually-hidden", role: "status" });
    const stage = make("div", { class: "screen live early" }, button);
    const root = make("div", {
      class: "heard", "data-layout": options.layout, "data-theme": options.theme, "data-early": "",
    }, stage, status);
    this.#update = () => {
      const [label, action] = LABELS[this.floor];
      who.textContent = label;
      hint.textContent = action;
      const state = STATES[this.floor] ?? this.floor;
      stage.dataset.state = state;
      button.dataset.state = state;
      root.dataset.running = String(this.floor !== "idle");
      if (this.floor in STATES || this.floor === "open") button.dataset.floor = this.floor;
      else delete button.dataset.floor;
      if (this.queue.length) status.textContent = label;
    };
    button.addEventListener("click", (event) => this.#handleClick(event));
    button.addEventListener("pointerdown", (event) => this.#press(event));
    button.addEventListener("pointerup", (event) => {
      // A touch that slides off still belongs to the button, but is followed by no click.
      const { left, right, top, bottom } = button.getBoundingClientRect();
      const isOver = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
      this.#releasedAt = isOver ? event.timeStamp : null;
    });
    for (const end of ["pointerup", "pointercancel", "pointerleave", "keyup", "blur"]) {
      button.addEventListener(end, () => this.#release(CLICK_MS));
    }
    button.addEventListener("keydown", (event) => {
      if (event.repeat) event.preventDefault();
      else if (event.key === " ") this.#press(event);
    });
    button.addEventListener("contextmenu", (event) => event.preventDefault());
    this.button = button;
    this.#update();
    return root;
  }

  update() { this.#update?.(); }

  // The timestamp of the event is exact even if the event is handled late.
  #handleClick(event) {
    const now = performance.now();
    const mono = event.timeStamp > 0 && event.timeStamp <= now ? event.timeStamp : now;
    // A press that ended elsewhere is followed by no click, so a later click is a press of its own.
    const isOfPress = this.#releasedAt !== null && event.timeStamp - this.#releasedAt <= CLICK_MS;
    const long = this.pressed !== null && isOfPress && event.detail > 0 && mono - this.pressed >= LONG_PRESS_MS;
    const name = this.floor === "idle" ? "begin" : long ? "mark" : "touch";
    this.record(name, "[]", name === "mark" ? this.pressed + LONG_PRESS_MS : mono);
    this.pressed = null;
    this.#release(0);
  }
}

// The floor after an entry, as far as it can be known without the notebook.
function floorAfter(floor, { name, json }) {
  switch (name) {
    case "begin": case "start": return floor === "idle" ? "client" : floor;
    case "touch": case "passFloor": return { idle: "idle", client: "consultant", unknown: "unknown" }[floor] ?? "client";
    case "setFloor": return floor !== "idle" && json.slice(2, -2) in LABELS ? json.slice(2, -2) : floor;
    case "takeBreak": return floor === "idle" ? floor : "break";
    case "resume": return floor === "break" ? "client" : floor;
    case "end": return "idle";
    default: return floor;
  }
}

export { Early };
