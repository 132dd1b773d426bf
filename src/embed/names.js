// The names of the contract, and the properties that reflect attributes.

// The build inserts it from contract.json.
const CONTRACT = "HEARD_CONTRACT";
const ATTRIBUTES = CONTRACT.attributes;
const DEFAULTS = CONTRACT.rest;
const METHODS = CONTRACT.methods;
// Sets instead of arrays, since hosts may have patched the methods of arrays.
const BOOLEANS = new Set(CONTRACT.booleans);
const CANCELABLE = new Set(CONTRACT.cancelable);
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

// Defines a property for each attribute. Setting it to undefined, null or false removes the attribute.
function reflectAttributes(prototype) {
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

export { ATTRIBUTES, CANCELABLE, DEFAULTS, METHODS, camel, reflectAttributes };
