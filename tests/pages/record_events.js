// Records all events of the widgets, since `heard-ready` is emitted before a test can listen.
window.e2eHeard = [];
for (const name of ['heard-ready', 'heard-error', 'heard-storage-change']) {
  addEventListener(name, ({ type, detail }) => window.e2eHeard.push({ type, detail }));
}
