// Holds a short meeting in the frame that the loader made, by what the element around it offers; then tells how that went.
const told = { name: window.name, errors: [], events: [] };
addEventListener('error', ({ message }) => told.errors.push(message));
const box = document.querySelector('.heard-frame');
for (const name of ['heard-meeting-start', 'heard-floor-change', 'heard-capture', 'heard-meeting-end']) {
  box.addEventListener(name, () => told.events.push(name));
}
const play = async () => {
  await box.ready;
  await box.start({ client: 'Harbour Trust' });
  await box.passFloor();
  await box.capture({ kind: 'issue', words: 'nobody calls back' });
  await box.end();
  await box.flush();
  await box.export('json').catch(({ code }) => { told.refused = code; });
  told.height = box.querySelector('iframe').offsetHeight;
};
play().catch((error) => told.errors.push(String(error))).finally(() => parent.postMessage({ framed: told }, '*'));
