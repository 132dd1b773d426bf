// Runs in a frame that nobody can look into: holds a short meeting and tells the page around it how that went.
const told = { name: window.name, errors: [], violations: [] };
addEventListener('error', ({ message }) => told.errors.push(message));
addEventListener('unhandledrejection', ({ reason }) => told.errors.push(String(reason)));
document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => told.violations.push(violatedDirective));
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
  Object.assign(told, { mode: w.storageMode, state: w.state, turns: meeting.turns.length, words: meeting.captures[0].words });
}).catch((error) => told.errors.push(String(error))).finally(() => parent.postMessage({ framed: told }, '*'));
