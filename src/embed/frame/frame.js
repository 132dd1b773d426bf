// The document in the frame: one widget, its options from the URL, and messages to and from the host page.
//
// Messages are accepted only from the parent window and only from the origin of its first `config` message. Before that,
// only `ready` and `resize` are sent, which contain no user data. The server decides by `frame-ancestors` which pages may
// frame this one; the list in frame.html decides which of them may read the notebook's words.
// The origin of a page without one (sandboxed, or a file) is "null", which identifies nobody and can't be a target origin.
// Such a page is accepted, since its window is known, and answered with the target "*": while this document exists, that
// window can show no other page.
(() => {
  "use strict";
  // The names of the contract, inserted by the build.
  const { attributes: ATTRIBUTES, events: EVENTS, methods: METHODS } = "HEARD_NAMES";
  // The methods that read or write the whole notebook.
  const DATA_METHODS = ["export", "exportText", "import"];
  // The number of events that are queued until the host sends `config`. Many hosts never do.
  const MAX_QUEUED = 100;
  // The height that an open dialog needs. A dialog does not add to the height of the content.
  const DIALOG_HEIGHT_PX = 560;

  const isFramed = window.parent !== window;
  const page = document.documentElement;
  const options = new Map();
  const queued = [];
  let host = null;
  let widget = null;
  let height = 0;
  let resolveCreated;
  const created = new Promise((resolve) => { resolveCreated = resolve; });

  const createError = (code, message) => Object.assign(new Error(message), { code });

  function send(message) {
    if (isFramed) window.parent.postMessage({ heard: 1, ...message }, host === null || host === "null" ? "*" : host);
  }

  function sendEvent(name, detail) {
    const event = { type: "event", name, detail };
    if (host !== null) send(event);
    else if (queued.length < MAX_QUEUED) queued.push(event);
  }

  function setOption(name, value) {
    if (!ATTRIBUTES.includes(name)) return;
    options.set(name, value === true ? "" : value);
    if (name === "theme") setColorScheme(value);
    if (widget) applyOption(name);
  }

  function applyOption(name) {
    const value = options.get(name) ?? false;
    if (value === false) widget.removeAttribute(name);
    else widget.setAttribute(name, String(value));
  }

  // A frame is transparent only if its colour scheme is that of the frame element.
  function setColorScheme(theme) {
    const scheme = theme === "light" || theme === "dark" ? theme : "light dark";
    document.querySelector("meta[name=color-scheme]").content = scheme;
  }

  // Whole pixels plus a spare one, so that ignored changes of one pixel cause no scroll bar.
  function updateHeight() {
    if (!widget || widget.getAttribute("layout") === "page") return;
    const contentHeight = widget.getBoundingClientRect().height;
    const dialog = widget.shadowRoot?.querySelector("dialog[open]") ? DIALOG_HEIGHT_PX : 0;
    const newHeight = Math.max(Math.ceil(contentHeight) + 1, dialog);
    if (contentHeight === 0 || Math.abs(newHeight - height) <= 1) return;
    height = newHeight;
    send({ type: "resize", height });
  }

  function configure({ options: given, follow }) {
    for (const [name, value] of Object.entries(given ?? {})) setOption(name, value);
    // Some sizes of the widget depend on the window's height. If the frame follows the height of its content, it must not
    // be that window, or both would grow without end. A scroll bar would change the width, and with it the height.
    if (follow === true) {
      page.style.setProperty("--_window", `${window.screen.availHeight}px`);
      page.style.setProperty("scrollbar-width", "none");
    }
    height = 0;
    updateHeight();
  }

  async function handleCall({ id, method, args }) {
    try {
      const element = await created;
      if (!element.ready) throw createError("frame-broken", "heard.js could not be loaded beside frame.html.");
      if (!METHODS.includes(method) || typeof element[method] !== "function") {
        throw createError("unknown-method", `There is no method called “${method}”.`);
      }
      if (DATA_METHODS.includes(method) && !isTrusted(host)) {
        throw createError("host-unknown", `${host} may not access the notebook. The operator of frame.html can list it there, in heard-hosts.`);
      }
      send({ type: "result", id, value: await element[method](...(Array.isArray(args) ? args : [])) });
    } catch (error) {
      const code = typeof error?.code === "string" ? error.code : String(error?.name ?? "error");
      send({ type: "result", id, error: { code, message: String(error?.message ?? error) } });
    }
  }

  function isTrusted(origin) {
    const hosts = document.querySelector("meta[name=heard-hosts]").content.split(/\s+/);
    return hosts.includes("*") || hosts.includes(origin) || (origin !== "null" && origin === location.origin);
  }

  window.addEventListener("message", ({ source, origin, data }) => {
    if (!isFramed || source !== window.parent || data?.heard !== 1) return;
    if (host === null && data.type === "config") {
      host = origin;
      queued.splice(0).forEach(send);
    }
    if (origin !== host) return;
    if (data.type === "config") configure(data);
    if (data.type === "call") handleCall(data);
  });

  function createWidget() {
    widget = document.createElement("heard-widget");
    for (const name of options.keys()) applyOption(name);
    for (const name of EVENTS) widget.addEventListener(name, ({ detail }) => sendEvent(name, detail));
    widget.addEventListener("heard-error", ({ detail }) => { if (/^(wasm-|panic)/.test(detail.code)) showLink(); });
    document.body.style.setProperty("margin", "0");
    document.body.append(widget);
    new ResizeObserver(updateHeight).observe(widget);
    if (widget.shadowRoot) {
      const watched = { subtree: true, childList: true, attributes: true, attributeFilter: ["open"] };
      new MutationObserver(updateHeight).observe(widget.shadowRoot, watched);
    } else {
      showLink();
      const message = "heard.js could not be loaded beside frame.html.";
      sendEvent("heard-error", { v: 1, code: "frame-broken", message, recoverable: true });
    }
    resolveCreated(widget);
  }

  // What is seen where the widget is not.
  function showLink() {
    if (widget.firstChild) return;
    const link = document.createElement("a");
    link.href = "./index.html";
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = "Open Heard in a tab";
    widget.append(link);
  }

  // Options after `#` are not sent to the server, unlike those after `?`.
  const given = [...new URLSearchParams(location.search), ...new URLSearchParams(location.hash.slice(1))];
  for (const [name, value] of given) {
    if (name === "lang" || name === "dir") page.setAttribute(name, value);
    else setOption(name, value);
  }
  document.addEventListener("DOMContentLoaded", createWidget);
  send({ type: "ready" });
})();
