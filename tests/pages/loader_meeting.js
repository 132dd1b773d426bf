// Holds a short meeting through the methods of the loader's element, and reports the result.
const report = { name: window.name, errors: [], events: [] };
addEventListener('error', ({ message }) => report.errors.push(message));
const box = document.querySelector('.heard-frame');
for (const name of ['heard-meeting-start', 'heard-floor-change', 'heard-capture', 'heard-meeting-end']) {
  box.addEventListener(name, () => report.events.push(name));
}
const play = async () => {
  await box.ready;
  await box.start({ client: 'Harbour Trust' });
  await box.passFloor();
  await box.capture({ kind: 'issue', words: 'nobody calls back' });
  await box.end();
  await box.flush();
  await box.export('json').catch(({ code }) => { report.refused = code; });
  report.height = box.querySelector('iframe').offsetHeight;
};
play().catch((error) => report.errors.push(String(error))).finally(() => parent.postMessage({ framed: report }, '*'));
