// One sheet for all widgets of a document; a document takes no sheet of another. Its text is written by the build.
const sheets = new WeakMap();
function adopt(root, owner) {
  const Sheet = owner.defaultView?.CSSStyleSheet;
  if (!sheets.has(owner) && Sheet) {
    const sheet = new Sheet();
    sheet.replaceSync("HEARD_STYLES");
    sheets.set(owner, sheet);
  }
  if (sheets.has(owner)) root.adoptedStyleSheets = [sheets.get(owner)];
}

export { adopt };
