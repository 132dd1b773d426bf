// The builder's page: renders the options, stores the choices in the URL, and shows the snippet and a preview.

const CONTRACT = window.HEARD_CONTRACT ?? { version: "", integrity: {}, attributes: [] };
// The smallest and the largest value of numeric attributes.
const RANGES = { "target-talk": [1, 99] };
const DOCS = "docs/embed/";
const HERE = new URL(".", location.href).href.replace(/[?#].*$/, "");

const byId = (id) => document.getElementById(id);
const widget = document.querySelector("heard-widget");

function make(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// ---- Options.

function radio(group, { id, name, text }) {
  const input = make("input", { type: "radio", name: group, id: `${group}-${id}`, value: id });
  const label = make("label", { htmlFor: input.id }, name);
  if (text === undefined) return make("div", { className: "chip" }, input, label);
  const hint = make("p", { id: `${input.id}-text`, className: "hint", textContent: text });
  input.setAttribute("aria-describedby", hint.id);
  return make("div", { className: "choice" }, input, label, hint);
}

function control({ name, type, values, default: defaultValue, text }) {
  const id = `attribute-${name}`;
  const input = type === "choice" ? make("select", { id }) : make("input", { id, type: type === "boolean" ? "checkbox" : type });
  for (const value of type === "choice" ? values : []) {
    input.append(new Option(value === defaultValue ? `${value} (default)` : value, value));
  }
  if (type === "text" || type === "number") input.placeholder = defaultValue ?? "";
  if (RANGES[name]) [input.min, input.max] = RANGES[name];
  input.autocomplete = "off";
  input.dataset.attribute = name;
  input.setAttribute("aria-describedby", `${id}-text`);
  const hint = make("p", { id: `${id}-text`, className: "hint" }, ...formatted(text));
  const label = make("label", { htmlFor: id }, make("code", { textContent: name }));
  const row = type === "boolean" ? make("div", { className: "choice" }, input, label, hint) : make("div", { className: "field" }, label, input, hint);
  if (RANGES[name]) {
    const error = make("p", { id: `${id}-error`, className: "error", role: "alert" });
    input.setAttribute("aria-describedby", `${id}-text ${error.id}`);
    row.append(error);
  }
  return row;
}

// A description from the contract, with text between backticks as code. The prefix of boolean attributes is removed.
function formatted(text) {
  const description = text.replace(/^Present: (.)/, (_, letter) => letter.toUpperCase());
  return description.split("`").map((part, at) => (at % 2 ? make("code", { textContent: part }) : part));
}

byId("platforms").append(...PLATFORMS.map(({ id, name }) => radio("platform", { id, name })));
byId("forms").append(...FORMS.map((form) => radio("form", form)));
byId("attributes").append(...CONTRACT.attributes.map(control));
byId("version").textContent = CONTRACT.version;
if (!CONTRACT.attributes.length) {
  byId("attributes").append(make("p", { className: "error", textContent: "builder-data.js from the build isn’t next to this page, so the options can’t be shown." }));
}
const controls = [...document.querySelectorAll("[data-attribute]")];

const chosen = (group) => document.querySelector(`input[name=${group}]:checked`)?.value;
const choose = (group, id) => { byId(`${group}-${id}`).checked = true; };
const platformOf = (id) => PLATFORMS.find((platform) => platform.id === id) ?? PLATFORMS[0];

// The value of an attribute: null for the default, `true` for a boolean attribute.
function settingOf(input) {
  if (input.type === "checkbox") return input.checked ? true : null;
  const value = input.value.trim();
  const defaultValue = CONTRACT.attributes.find(({ name }) => name === input.dataset.attribute).default;
  return value === "" || value === defaultValue || !isInRange(input) ? null : value;
}

function isInRange(input) {
  const [min, max] = RANGES[input.dataset.attribute] ?? [];
  if (min === undefined || (input.value === "" && !input.validity.badInput)) return true;
  const number = Number(input.value);
  return Number.isInteger(number) && number >= min && number <= max;
}

function pairs() {
  return controls.map((input) => [input.dataset.attribute, settingOf(input)]).filter(([, value]) => value !== null);
}

// ---- The URL, which contains only the choices that differ from the defaults.

function readAddress() {
  const params = new URLSearchParams(location.hash.slice(1));
  const platform = platformOf(params.get("platform"));
  choose("platform", platform.id);
  choose("form", FORMS.some(({ id }) => id === params.get("form")) ? params.get("form") : platform.best);
  byId("at").value = params.get("at") ?? HERE;
  for (const input of controls) {
    const value = params.get(input.dataset.attribute);
    if (input.type === "checkbox") input.checked = value !== null;
    else if (input.localName === "select") input.value = [...input.options].some((option) => option.value === value) ? value : input.options[0].value;
    else input.value = value ?? "";
  }
}

function writeAddress() {
  const state = new URLSearchParams();
  const platform = platformOf(chosen("platform"));
  if (platform !== PLATFORMS[0]) state.set("platform", platform.id);
  if (chosen("form") !== platform.best) state.set("form", chosen("form"));
  if (byId("at").value !== HERE) state.set("at", byId("at").value);
  for (const [name, value] of pairs()) state.set(name, value === true ? "" : value);
  const hash = state.size ? `#${state}` : "";
  if (location.hash !== hash) history.replaceState(null, "", hash || location.pathname + location.search);
}

// ---- Results.

// Enables the forms that the platform supports. A change of the platform keeps the chosen form, unless it was only the
// recommended one or is not supported; a message explains the change.
let best = "";

function updateForms(platform, place) {
  const before = chosen("form");
  const reasons = new Map(FORMS.map(({ id }) => [id, whyNot(platform, id, place, CONTRACT.integrity)]));
  for (const { id, text } of FORMS) {
    byId(`form-${id}`).disabled = Boolean(reasons.get(id));
    byId(`form-${id}-text`).textContent = reasons.get(id) || text;
  }
  const wanted = before === best ? platform.best : before;
  const now = [wanted, platform.best, ...reasons.keys()].find((id) => !reasons.get(id));
  // There is no message before the first choice.
  byId("changed").textContent = now === before || !best ? "" : `Switched to “${nameOf(now)}”: ${reasons.get(before) ? "the other option isn’t available here" : `it works best with ${platform.name}`}.`;
  best = platform.best;
  choose("form", now);
}

const nameOf = (id) => FORMS.find((form) => form.id === id).name;

function showErrors(place) {
  showError(byId("at"), byId("at-error"), place.error);
  byId("at-note").textContent = place.note || "";
  for (const input of controls.filter(({ dataset }) => RANGES[dataset.attribute])) {
    const [min, max] = RANGES[input.dataset.attribute];
    showError(input, byId(`${input.id}-error`), isInRange(input) ? "" : `Enter a whole number from ${min} to ${max}.`);
  }
}

function showError(input, error, words = "") {
  if (error.textContent !== words) error.textContent = words;
  if (words) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

function showBlocks(blocks) {
  byId("blocks").replaceChildren(...blocks.map(({ where, code }) => {
    const text = make("code", { textContent: code });
    const copy = make("button", { type: "button", textContent: "Copy" });
    copy.setAttribute("aria-label", `Copy: ${where}`);
    copy.addEventListener("click", () => copyCode(text));
    return make("figure", {}, make("figcaption", { textContent: where }), make("pre", {}, text), copy);
  }));
  byId("copied").textContent = "";
}

// The preview never saves anything, so it ignores the storage option.
function updatePreview(list) {
  const set = new Map(list);
  for (const name of controls.map(({ dataset }) => dataset.attribute).filter((name) => name !== "storage")) {
    const value = set.get(name);
    if (value === undefined) widget.removeAttribute(name);
    else if (widget.getAttribute(name) !== value) widget.setAttribute(name, value === true ? "" : value);
  }
}

function show() {
  const platform = platformOf(chosen("platform"));
  const place = readPlace(byId("at").value, platform);
  updateForms(platform, place);
  showErrors(place);
  const form = chosen("form");
  const list = pairs();
  updatePreview(list);
  const docs = byId("docs");
  docs.href = DOCS + platform.docs;
  docs.textContent = `${platform.name}: what works, what doesn’t, and where data is saved`;
  if (place.error && form !== "package") {
    byId("blocks").replaceChildren(make("p", { className: "hint", textContent: "The code appears once the address of the files is right." }));
    byId("allow").textContent = "This depends on the address of the files.";
  } else {
    showBlocks(writeSnippet(platform, { form, base: place.base, sums: CONTRACT.integrity, pairs: list }));
    byId("allow").textContent = whatToAllow(platform, form, place) + clientNameWarning(form, place, list);
  }
}

// The frame's server sees the options in the frame's URL.
function clientNameWarning(form, place, list) {
  const client = list.some(([name]) => name === "client");
  const framed = (form === "frame" || form === "loader") && !place.file;
  return client && framed ? ` The client’s name is part of the frame’s address, so ${place.host} sees it and may log it.` : "";
}

// ---- Copying. Without https there is no clipboard API; then execCommand is tried, and if that fails the user copies the
// selected text.

async function copyCode(text) {
  const where = byId("copied");
  where.textContent = "";
  try {
    await navigator.clipboard.writeText(text.textContent);
    where.textContent = "Copied.";
  } catch {
    getSelection().selectAllChildren(text);
    where.textContent = document.execCommand("copy") ? "Copied." : "It’s selected: press Ctrl+C, or ⌘C on a Mac, to copy it.";
  }
}

byId("choices").addEventListener("input", () => { show(); writeAddress(); });
byId("choices").addEventListener("submit", (event) => event.preventDefault());
byId("anew").addEventListener("click", () => {
  for (const input of controls) {
    if (input.type === "checkbox") input.checked = false;
    else if (input.localName === "select") input.selectedIndex = 0;
    else input.value = "";
  }
  show();
  writeAddress();
});
addEventListener("hashchange", () => {
  best = "";
  readAddress();
  show();
});

if (!window.customElements?.get("heard-widget")) {
  byId("live-note").textContent = "heard.js isn’t next to this page, so there’s no preview. The code is right all the same.";
  widget.hidden = true;
}
readAddress();
show();
