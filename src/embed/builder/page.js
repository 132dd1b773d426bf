// The page of the builder: shows what can be chosen, keeps the choices in the address, and shows what follows from them.

const CONTRACT = window.HEARD_CONTRACT ?? { version: "", integrity: {}, attributes: [] };
// Numbers that mean something, from the least to the most.
const WITHIN = { "target-talk": [1, 99] };
const DOCS = "docs/embed/";
const HERE = new URL(".", location.href).href.replace(/[?#].*$/, "");

const byId = (id) => document.getElementById(id);
const widget = document.querySelector("heard-widget");

function make(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// ---- What can be chosen.

function radio(group, { id, name, text }) {
  const input = make("input", { type: "radio", name: group, id: `${group}-${id}`, value: id });
  const label = make("label", { htmlFor: input.id }, name);
  if (text === undefined) return make("div", { className: "chip" }, input, label);
  const hint = make("p", { id: `${input.id}-text`, className: "hint", textContent: text });
  input.setAttribute("aria-describedby", hint.id);
  return make("div", { className: "choice" }, input, label, hint);
}

function control({ name, type, values, default: usual, text }) {
  const id = `attribute-${name}`;
  const input = type === "choice" ? make("select", { id }) : make("input", { id, type: type === "boolean" ? "checkbox" : type });
  for (const value of type === "choice" ? values : []) {
    input.append(new Option(value === usual ? `${value} (default)` : value, value));
  }
  if (type === "text" || type === "number") input.placeholder = usual ?? "";
  if (WITHIN[name]) [input.min, input.max] = WITHIN[name];
  input.autocomplete = "off";
  input.dataset.attribute = name;
  input.setAttribute("aria-describedby", `${id}-text`);
  const hint = make("p", { id: `${id}-text`, className: "hint" }, ...words(text));
  const label = make("label", { htmlFor: id }, make("code", { textContent: name }));
  const row = type === "boolean" ? make("div", { className: "choice" }, input, label, hint) : make("div", { className: "field" }, label, input, hint);
  if (WITHIN[name]) {
    const error = make("p", { id: `${id}-error`, className: "error", role: "alert" });
    input.setAttribute("aria-describedby", `${id}-text ${error.id}`);
    row.append(error);
  }
  return row;
}

// The contract's words: what stands between backticks is code, and a box that is ticked is present.
function words(text) {
  const said = text.replace(/^Present: (.)/, (_, letter) => letter.toUpperCase());
  return said.split("`").map((part, at) => (at % 2 ? make("code", { textContent: part }) : part));
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

// An attribute as it is set: nothing for the default, `true` for one that is only present.
function settingOf(input) {
  if (input.type === "checkbox") return input.checked ? true : null;
  const value = input.value.trim();
  const usual = CONTRACT.attributes.find(({ name }) => name === input.dataset.attribute).default;
  return value === "" || value === usual || !fits(input) ? null : value;
}

function fits(input) {
  const [least, most] = WITHIN[input.dataset.attribute] ?? [];
  if (least === undefined || (input.value === "" && !input.validity.badInput)) return true;
  const number = Number(input.value);
  return Number.isInteger(number) && number >= least && number <= most;
}

function pairs() {
  return controls.map((input) => [input.dataset.attribute, settingOf(input)]).filter(([, value]) => value !== null);
}

// ---- The address: only what differs from the beginning stands in it.

function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const platform = platformOf(asked.get("platform"));
  choose("platform", platform.id);
  choose("form", FORMS.some(({ id }) => id === asked.get("form")) ? asked.get("form") : platform.best);
  byId("at").value = asked.get("at") ?? HERE;
  for (const input of controls) {
    const value = asked.get(input.dataset.attribute);
    if (input.type === "checkbox") input.checked = value !== null;
    else if (input.localName === "select") input.value = [...input.options].some((option) => option.value === value) ? value : input.options[0].value;
    else input.value = value ?? "";
  }
}

function writeAddress() {
  const said = new URLSearchParams();
  const platform = platformOf(chosen("platform"));
  if (platform !== PLATFORMS[0]) said.set("platform", platform.id);
  if (chosen("form") !== platform.best) said.set("form", chosen("form"));
  if (byId("at").value !== HERE) said.set("at", byId("at").value);
  for (const [name, value] of pairs()) said.set(name, value === true ? "" : value);
  const hash = said.size ? `#${said}` : "";
  if (location.hash !== hash) history.replaceState(null, "", hash || location.pathname + location.search);
}

// ---- What follows.

// Whoever goes from one platform to another takes the form along, unless it was only the best there, or can not be here. A
// word says what became of it.
let best = "";

function offerForms(platform, place) {
  const before = chosen("form");
  const whys = new Map(FORMS.map(({ id }) => [id, whyNot(platform, id, place, CONTRACT.integrity)]));
  for (const { id, text } of FORMS) {
    byId(`form-${id}`).disabled = Boolean(whys.get(id));
    byId(`form-${id}-text`).textContent = whys.get(id) || text;
  }
  const wanted = before === best ? platform.best : before;
  const now = [wanted, platform.best, ...whys.keys()].find((id) => !whys.get(id));
  // Before anybody has chosen there is nothing to tell.
  byId("changed").textContent = now === before || !best ? "" : `Switched to “${nameOf(now)}”: ${whys.get(before) ? "the other option isn’t available here" : `it works best with ${platform.name}`}.`;
  best = platform.best;
  choose("form", now);
}

const nameOf = (id) => FORMS.find((form) => form.id === id).name;

function showErrors(place) {
  tell(byId("at"), byId("at-error"), place.error);
  byId("at-note").textContent = place.note || "";
  for (const input of controls.filter(({ dataset }) => WITHIN[dataset.attribute])) {
    const [least, most] = WITHIN[input.dataset.attribute];
    tell(input, byId(`${input.id}-error`), fits(input) ? "" : `Enter a whole number from ${least} to ${most}.`);
  }
}

function tell(input, error, words = "") {
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

// The widget shown here keeps nothing, whatever is chosen for the page.
function showLive(list) {
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
  offerForms(platform, place);
  showErrors(place);
  const form = chosen("form");
  const list = pairs();
  showLive(list);
  const docs = byId("docs");
  docs.href = DOCS + platform.docs;
  docs.textContent = `${platform.name}: what works, what doesn’t, and where data is saved`;
  if (place.error && form !== "package") {
    byId("blocks").replaceChildren(make("p", { className: "hint", textContent: "The code appears once the address of the files is right." }));
    byId("allow").textContent = "This depends on the address of the files.";
  } else {
    showBlocks(writeSnippet(platform, { form, base: place.base, sums: CONTRACT.integrity, pairs: list }));
    byId("allow").textContent = whatToAllow(platform, form, place) + named(form, place, list);
  }
}

// What stands in a frame's address, its server reads.
function named(form, place, list) {
  const client = list.some(([name]) => name === "client");
  const framed = (form === "frame" || form === "loader") && !place.file;
  return client && framed ? ` The client’s name is part of the frame’s address, so ${place.host} sees it and may log it.` : "";
}

// ---- Copying. An intranet without https has no clipboard for scripts; then the old command is tried, and then the user is asked.

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
