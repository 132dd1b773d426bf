// The error card that replaces the widget: the problem, its remedy and the host's fallback content. It is built from
// nodes, since a strict policy forbids innerHTML.

// The texts of each error. The build inserts them from contract.json.
const ERRORS = "HEARD_ERRORS";

function card(owner, { code, message, retry, inMemory }) {
  const make = (name, attributes, ...children) => {
    const node = owner.createElement(name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const { title, text, todo } = ERRORS[code];
  const panel = make("div", { part: "error", class: "stopped", role: "alert", "data-code": code }, make("h2", {}, title), make("p", {}, text));
  if (code === "panic") {
    panel.append(make("p", {}, inMemory
      ? "This page isn’t allowed to store anything, so whatever you hadn’t exported is gone."
      : "Nothing is lost: everything you noted is saved, and will be back after a reload."));
  }
  panel.append(make("p", {}, todo));
  if (retry) {
    const button = make("button", { part: "button", class: "ghost", type: "button" }, code === "panic" ? "Reload the page" : "Try again");
    button.addEventListener("click", retry);
    panel.append(button);
  }
  panel.append(make("slot", { name: "failure" }), make("slot", {}));
  if (message) panel.append(make("p", { class: "sub" }, `${code}: ${message}`));
  return panel;
}

export { card };
