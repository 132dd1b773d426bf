// What stands in the widget's place until the wasm is there: the floor button. Every touch is kept with its own time,
// also over a reload, and handed over in order together with the methods that a host has called meanwhile.
import { written } from "./written.js";

const SAYS = {
  idle: ["Start listening", "the rest is still loading"],
  client: ["Listening", "tap when you speak"],
  consultant: ["You are talking", "tap when they speak"],
  open: ["Nobody talking", "tap when you speak"],
  break: ["Break", "tap to resume"],
  unknown: ["Meeting in progress", "tap to pass the floor"],
};
const FACES = { client: "listening", consultant: "talking" };
const LONG_PRESS_MS = 500;
// How long a click may come after the finger was lifted, in milliseconds.
const CLICK_MS = 350;
// The name of this document, should another one have to tell of its touches.
const DOCUMENT = Math.floor(Math.random() * 2 ** 48).toString(16);

// Widgets are told apart by the order in which they come.
let widgetsSoFar = 0;

// A host may forbid storage; then what is touched lives as long as the page.
function tab() {
  try { return globalThis.sessionStorage; } catch { return null; }
}

// Whether localStorage knows of a meeting that has begun and not ended.
function runs(key) {
  let open = 0;
  try {
    for (let at = 0; at < localStorage.length; at += 1) {
      const name = localStorage.key(at);
      if (!name.startsWith(`heard:${key}:t:`)) continue;
      const line = localStorage.getItem(name);
      if (line.includes('"act":{"meeting-opened"')) open += 1;
      if (line.includes('"act":"meeting-ended"')) open -= 1;
    }
  } catch { /* Then nothing is known yet. */ }
  return open > 0;
}

class Early {
  // What was said, in order: { name, json, wall, mono, boot?, resolve?, reject? }.
  queue = [];
  floor = "idle";
  pressed = null;
  button = null;
  #key;
  #keeps;
  #element;
  #draws = null;
  #pressing = false;
  #ending = 0;
  #lifted = () => {};

  constructor(element, key, keeps) {
    this.#element = element;
    this.#key = `heard:${key}:early:${widgetsSoFar}`;
    widgetsSoFar += 1;
    this.#keeps = keeps;
    if (keeps && runs(key)) this.floor = "unknown";
    this.#remember();
  }

  // Touches of a document that went away before its wasm came.
  #remember() {
    try {
      for (const said of JSON.parse((this.#keeps && tab()?.getItem(this.#key)) || "[]")) this.#add(said);
    } catch { /* Whatever lies there is not ours. */ }
  }

  // Something is said: by a touch, or by a host that waits for the answer.
  say(name, json, mono = performance.now(), waiting = {}) {
    const wall = Math.round(Date.now() - (performance.now() - mono));
    this.#add({ name, json, wall, mono: Math.floor(mono), ...waiting });
    this.#keep();
  }

  #add(said) {
    this.queue.push(said);
    this.floor = after(this.floor, said);
    this.show();
  }

  // A host calls again after a reload; only what a finger did is kept.
  #keep() {
    if (!this.#keeps) return;
    const touches = [];
    for (const { name, json, wall, mono, boot, resolve } of this.queue) {
      if (!resolve) touches.push({ name, json, wall, mono, boot: boot ?? DOCUMENT });
    }
    try {
      if (touches.length) tab()?.setItem(this.#key, written(touches));
      else tab()?.removeItem(this.#key);
    } catch { /* No room: it is in the page's memory all the same. */ }
  }

  // All of it, once; from now on the widget itself is spoken to.
  take() {
    const queue = this.queue;
    this.queue = [];
    return queue;
  }

  // It can not be had: those who wait for an answer get none. Touches stay, for another try.
  refuse() {
    const waiting = [];
    const touches = [];
    for (const said of this.queue) (said.reject ? waiting : touches).push(said);
    this.queue = touches;
    return waiting;
  }

  // Everything was taken over and is kept.
  done() { this.#keep(); }

  // Resolves when no finger is down: a touch under way belongs to where it began.
  async lifted() {
    while (this.#pressing) await new Promise((resolve) => { this.#lifted = resolve; });
  }

  #press(event) {
    this.pressed = event.timeStamp;
    this.#pressing = true;
  }

  #lift(afterMs) {
    if (!this.#pressing) return;
    clearTimeout(this.#ending);
    this.#ending = setTimeout(() => {
      this.#pressing = false;
      this.#lifted();
    }, afterMs);
  }

  draw(options) {
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
    const status = make("p", { part: "status", class: "unseen", role: "status" });
    const stage = make("div", { class: "screen live early" }, button);
    const root = make("div", {
      class: "heard", "data-layout": options.layout, "data-theme": options.theme, "data-early": "",
    }, stage, status);
    this.#draws = () => {
      const [says, does] = SAYS[this.floor];
      who.textContent = says;
      hint.textContent = does;
      const state = FACES[this.floor] ?? this.floor;
      stage.dataset.state = state;
      button.dataset.state = state;
      root.dataset.running = String(this.floor !== "idle");
      if (this.floor in FACES || this.floor === "open") button.dataset.floor = this.floor;
      else delete button.dataset.floor;
      if (this.queue.length) status.textContent = says;
    };
    button.addEventListener("click", (event) => this.#touched(event));
    button.addEventListener("pointerdown", (event) => this.#press(event));
    for (const end of ["pointerup", "pointercancel", "pointerleave", "keyup", "blur"]) {
      button.addEventListener(end, () => this.#lift(CLICK_MS));
    }
    button.addEventListener("keydown", (event) => {
      if (event.repeat) event.preventDefault();
      else if (event.key === " ") this.#press(event);
    });
    button.addEventListener("contextmenu", (event) => event.preventDefault());
    this.button = button;
    this.#draws();
    return root;
  }

  show() { this.#draws?.(); }

  // The event knows when the finger was lifted, however late we hear of it.
  #touched(event) {
    const now = performance.now();
    const mono = event.timeStamp > 0 && event.timeStamp <= now ? event.timeStamp : now;
    const long = this.pressed !== null && event.detail > 0 && mono - this.pressed >= LONG_PRESS_MS;
    const name = this.floor === "idle" ? "begin" : long ? "mark" : "touch";
    this.say(name, "[]", name === "mark" ? this.pressed + LONG_PRESS_MS : mono);
    this.pressed = null;
    this.#lift(0);
  }
}

// Who has the floor, as far as that can be told without the widget.
function after(floor, { name, json }) {
  switch (name) {
    case "begin": case "start": return floor === "idle" ? "client" : floor;
    case "touch": case "passFloor": return { idle: "idle", client: "consultant", unknown: "unknown" }[floor] ?? "client";
    case "setFloor": return floor !== "idle" && json.slice(2, -2) in SAYS ? json.slice(2, -2) : floor;
    case "takeBreak": return floor === "idle" ? floor : "break";
    case "resume": return floor === "break" ? "client" : floor;
    case "end": return "idle";
    default: return floor;
  }
}

export { Early };
