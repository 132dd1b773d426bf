// The page within the frame: one widget, its options from the address, and a conversation with the page around it.
//
// Who may speak here. Only the window that frames this page, and only from the origin that its first `config` came from.
// Until then nothing is said but `ready` and `resize`, which carry nothing of anybody's. Which pages may frame this one is the
// deployer's to say, by `frame-ancestors`; which of them may have the words that the notebook holds, by the list in frame.html.
// A page without an origin (sandboxed, or a file) says "null", as all of its like do: that is no name, and nothing can be
// addressed to it. It is taken all the same, since its window is known, and answered by "*": that window can show no other
// page while this one lives.
(() => {
  "use strict";
  // The names of the contract. Written by the build.
  const { attributes: ATTRIBUTES, events: EVENTS, methods: METHODS } = "HEARD_NAMES";
  // What reads or writes the notebook as a whole.
  const WORDS = ["export", "exportText", "import"];
  // What is noted for a page that has not spoken yet; most never do.
  const MOST_HELD = 100;
  // A dialog lies over the frame and asks for no room by itself.
  const DIALOG_PX = 560;

  const framed = window.parent !== window;
  const page = document.documentElement;
  const options = new Map();
  const held = [];
  let host = null;
  let widget = null;
  let height = 0;
  let made;
  const there = new Promise((resolve) => { made = resolve; });

  const named = (code, message) => Object.assign(new Error(message), { code });

  function say(message) {
    if (framed) window.parent.postMessage({ heard: 1, ...message }, host === null || host === "null" ? "*" : host);
  }

  function tell(name, detail) {
    const event = { type: "event", name, detail };
    if (host !== null) say(event);
    else if (held.length < MOST_HELD) held.push(event);
  }

  function set(name, value) {
    if (!ATTRIBUTES.includes(name)) return;
    options.set(name, value === true ? "" : value);
    if (name === "theme") dress(value);
    if (widget) put(name);
  }

  function put(name) {
    const value = options.get(name) ?? false;
    if (value === false) widget.removeAttribute(name);
    else widget.setAttribute(name, String(value));
  }

  // A frame is seen through only where its scheme is that of the element around it.
  function dress(theme) {
    const scheme = theme === "light" || theme === "dark" ? theme : "light dark";
    document.querySelector("meta[name=color-scheme]").content = scheme;
  }

  // Whole pixels, and one to spare: a change of one is not worth telling, and must not bring a scroll bar.
  function measure() {
    if (!widget || widget.getAttribute("layout") === "page") return;
    const drawn = widget.getBoundingClientRect().height;
    const dialog = widget.shadowRoot?.querySelector("dialog[open]") ? DIALOG_PX : 0;
    const wanted = Math.max(Math.ceil(drawn) + 1, dialog);
    if (drawn === 0 || Math.abs(wanted - height) <= 1) return;
    height = wanted;
    say({ type: "resize", height });
  }

  function configure({ options: given, follow }) {
    for (const [name, value] of Object.entries(given ?? {})) set(name, value);
    // The widget measures a few things by the height of its window. A frame that is as high as its content must not be that
    // window, or each would grow with the other. Nor may a scroll bar narrow it, since what is wider may be higher.
    if (follow === true) {
      page.style.setProperty("--_window", `${window.screen.availHeight}px`);
      page.style.setProperty("scrollbar-width", "none");
    }
    height = 0;
    measure();
  }

  async function answer({ id, method, args }) {
    try {
      const element = await there;
      if (!element.ready) throw named("frame-broken", "heard.js could not be loaded beside frame.html.");
      if (!METHODS.includes(method) || typeof element[method] !== "function") {
        throw named("unknown-method", `There is no method called “${method}”.`);
      }
      if (WORDS.includes(method) && !trusted(host)) {
        throw named("host-unknown", `${host} may not have the notebook; whoever serves frame.html can name it there, under heard-hosts.`);
      }
      say({ type: "result", id, value: await element[method](...(Array.isArray(args) ? args : [])) });
    } catch (error) {
      const code = typeof error?.code === "string" ? error.code : String(error?.name ?? "error");
      say({ type: "result", id, error: { code, message: String(error?.message ?? error) } });
    }
  }

  function trusted(origin) {
    const hosts = document.querySelector("meta[name=heard-hosts]").content.split(/\s+/);
    return hosts.includes("*") || hosts.includes(origin) || (origin !== "null" && origin === location.origin);
  }

  window.addEventListener("message", ({ source, origin, data }) => {
    if (!framed || source !== window.parent || data?.heard !== 1) return;
    if (host === null && data.type === "config") {
      host = origin;
      held.splice(0).forEach(say);
    }
    if (origin !== host) return;
    if (data.type === "config") configure(data);
    if (data.type === "call") answer(data);
  });

  function make() {
    widget = document.createElement("heard-widget");
    for (const name of options.keys()) put(name);
    for (const name of EVENTS) widget.addEventListener(name, ({ detail }) => tell(name, detail));
    widget.addEventListener("heard-error", ({ detail }) => { if (/^(wasm-|panic)/.test(detail.code)) instead(); });
    document.body.style.setProperty("margin", "0");
    document.body.append(widget);
    new ResizeObserver(measure).observe(widget);
    if (widget.shadowRoot) {
      const watched = { subtree: true, childList: true, attributes: true, attributeFilter: ["open"] };
      new MutationObserver(measure).observe(widget.shadowRoot, watched);
    } else {
      instead();
      const message = "heard.js could not be loaded beside frame.html.";
      tell("heard-error", { v: 1, code: "frame-broken", message, recoverable: true });
    }
    made(widget);
  }

  // What is seen where the widget is not.
  function instead() {
    if (widget.firstChild) return;
    const link = document.createElement("a");
    link.href = "./index.html";
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = "Open Heard in a tab";
    widget.append(link);
  }

  // After `#` they are for this page alone: what stands after `?` its server sees.
  const given = [...new URLSearchParams(location.search), ...new URLSearchParams(location.hash.slice(1))];
  for (const [name, value] of given) {
    if (name === "lang" || name === "dir") page.setAttribute(name, value);
    else set(name, value);
  }
  document.addEventListener("DOMContentLoaded", make);
  say({ type: "ready" });
})();
