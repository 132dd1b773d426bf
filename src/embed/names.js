// The names of the contract, and the properties that mirror attributes.

// Written by the build, from contract.json.
const CONTRACT = "HEARD_CONTRACT";
const ATTRIBUTES = CONTRACT.attributes;
const AT_REST = CONTRACT.rest;
const METHODS = CONTRACT.methods;
// Lists are walked, and asked nothing: hosts have patched their methods.
const BOOLEANS = new Set(CONTRACT.booleans);
const CANCELABLE = new Set(CONTRACT.cancelable);
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

// What a host sets by a property stands in the attribute; nothing, null and false take it away.
function mirror(prototype) {
  for (const name of ATTRIBUTES) {
    const boolean = BOOLEANS.has(name);
    Object.defineProperty(prototype, camel(name), {
      configurable: true,
      enumerable: true,
      get() { return boolean ? this.hasAttribute(name) : this.getAttribute(name); },
      set(value) {
        if (value === null || value === undefined || value === false) this.removeAttribute(name);
        else this.setAttribute(name, value === true ? "" : String(value));
      },
    });
  }
}

export { AT_REST, ATTRIBUTES, CANCELABLE, METHODS, camel, mirror };
