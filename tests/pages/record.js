// Keeps every event of the widgets from the very first one on: `heard-ready` comes before a test can listen.
window.e2eHeard = [];
for (const name of ['heard-ready', 'heard-error', 'heard-storage-change']) {
  addEventListener(name, ({ type, detail }) => window.e2eHeard.push({ type, detail }));
}
