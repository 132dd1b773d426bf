// The style sheet that all widgets of a document share. Documents can't share one. The build inserts its text.
const sheetOfDocument = new WeakMap();
function adoptStyleSheet(root, owner) {
  const Sheet = owner.defaultView?.CSSStyleSheet;
  if (!sheetOfDocument.has(owner) && Sheet) {
    const sheet = new Sheet();
    sheet.replaceSync("HEARD_STYLES");
    sheetOfDocument.set(owner, sheet);
  }
  if (sheetOfDocument.has(owner)) root.adoptedStyleSheets = [sheetOfDocument.get(owner)];
}

export { adoptStyleSheet };
