// Sets properties before the element is defined, and calls a method before its wasm has loaded.
const widget = document.querySelector('heard-widget');
Object.assign(widget, { layout: 'compact', storageKey: 'early', client: 'Harbour Trust', haptics: true });
window.e2eBegun = customElements.whenDefined('heard-widget').then(() => widget.start({ kind: 'demo' }));
