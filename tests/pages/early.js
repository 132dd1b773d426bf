// Properties set while the element is still unknown, and a method called while its wasm is still on its way.
const widget = document.querySelector('heard-widget');
Object.assign(widget, { layout: 'compact', storageKey: 'early', client: 'Harbour Trust', haptics: true });
window.e2eBegun = customElements.whenDefined('heard-widget').then(() => widget.start({ kind: 'demo' }));
