// The card that stands in the widget's place when it can not go on: what happened, what helps, and the host's own words.
// Built from nodes: a strict policy knows no innerHTML.

// What each error says. Written by the build, from contract.json.
const ERRORS = "HEARD_ERRORS";

function card(owner, { code, message, again, lost }) {
  const make = (name, attributes, ...children) => {
    const node = owner.createElement(name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const { title, text, todo } = ERRORS[code];
  const panel = make("div", { part: "error", class: "stopped", role: "alert", "data-code": code }, make("h2", {}, title), make("p", {}, text));
  if (code === "panic") {
    panel.append(make("p", {}, lost
      ? "This page isn’t allowed to store anything, so whatever you hadn’t exported is gone."
      : "Nothing is lost: everything you noted is saved, and will be back after a reload."));
  }
  panel.append(make("p", {}, todo));
  if (again) {
    const button = make("button", { part: "button", class: "ghost", type: "button" }, code === "panic" ? "Reload the page" : "Try again");
    button.addEventListener("click", again);
    panel.append(button);
  }
  panel.append(make("slot", { name: "failure" }), make("slot", {}));
  if (message) panel.append(make("p", { class: "sub" }, `${code}: ${message}`));
  return panel;
}

export { card };
