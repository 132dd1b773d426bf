// The shadow root and the internals of an element. A script of the page may have replaced what makes them.

// A root of a polyfill is a fragment, whose content is not separated from the page.
function isShadowRoot(root, element) {
  return root?.host === element && "adoptedStyleSheets" in root;
}

// Returns both, and the error if one can't be made. A root that the parser has made, from a template in a saved page, is
// emptied.
function attach(element) {
  let internals;
  let error = null;
  try { internals = element.attachInternals?.(); } catch (thrown) { error = thrown; }
  try {
    const root = element.shadowRoot ?? internals?.shadowRoot ?? element.attachShadow({ mode: "open" });
    if (isShadowRoot(root, element)) {
      root.replaceChildren();
      return { root, internals, error };
    }
    error = new TypeError("attachShadow doesn’t return a shadow root.");
    // A polyfill shows the children of the element, and with them the card, only where its root has a slot.
    root.append(element.ownerDocument.createElement("slot"));
  } catch (thrown) {
    error ??= thrown;
  }
  return { root: null, internals, error };
}

export { attach };
