// Defines the element's class, once for each name in a page.

let nameUsed = false;

// Two versions on one page are a mistake of the host, so they are reported in the console and by an event.
function reportOtherVersion(name, version, other) {
  console.info(`<${name}> is already defined by Heard ${version}; ${other} is ignored.`);
  globalThis.document?.dispatchEvent(new CustomEvent("heard-version", { detail: { v: 1, version, other } }));
}

// Returns the class that the name refers to: `widget`, a subclass of it, or the class of an earlier definition.
function defineElement(widget, name, registry) {
  const known = registry?.get(name);
  if (!registry || known === widget) return widget;
  if (known) {
    if (known.version !== widget.version) reportOtherVersion(name, known.version, widget.version);
    return known;
  }
  // A class can be defined under one name only.
  const defined = nameUsed ? class extends widget {} : widget;
  nameUsed = true;
  registry.define(name, defined);
  return defined;
}

export { defineElement };
