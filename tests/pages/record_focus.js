// Records the options of each call of focus() on an element inside of a shadow root.
window.e2eFocus = [];
const { focus } = HTMLElement.prototype;
HTMLElement.prototype.focus = function (options) {
  if (this.getRootNode() !== document) window.e2eFocus.push(options ?? null);
  return focus.call(this, options);
};
