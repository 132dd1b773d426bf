// Runs in a frame that the test can't access: holds a short meeting and reports the result to the parent page.
const report = { name: window.name, errors: [], violations: [] };
addEventListener('error', ({ message }) => report.errors.push(message));
addEventListener('unhandledrejection', ({ reason }) => report.errors.push(String(reason)));
document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => report.violations.push(violatedDirective));
const widget = document.querySelector('heard-widget');
widget.ready.then(async (w) => {
  await w.start({ client: 'Harbour Trust' });
  w.shadowRoot.querySelector('[part=floor]').click();
  const id = await w.capture({ kind: 'issue', words: 'nobody calls back' });
  await w.amend(id, 'nobody ever calls back');
  await w.undo();
  await w.end();
  await w.flush();
  const [meeting] = JSON.parse(await w.exportText('json')).meetings;
  Object.assign(report, { mode: w.storageMode, state: w.state, turns: meeting.turns.length, words: meeting.captures[0].words });
}).catch((error) => report.errors.push(String(error))).finally(() => parent.postMessage({ framed: report }, '*'));
