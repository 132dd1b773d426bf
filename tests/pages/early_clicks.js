// Clicks at random times before the wasm has loaded, and reports the deviation of each turn's start in milliseconds.
const report = { name: window.name, errors: [] };
addEventListener('error', ({ message }) => report.errors.push(message));
const widget = document.querySelector('heard-widget');
const at = [];
let ready = false;
const clickEarly = async () => {
  await customElements.whenDefined('heard-widget');
  widget.addEventListener('click', ({ timeStamp }) => at.push(timeStamp), { capture: true });
  widget.ready.then(() => { ready = true; });
  while (at.length < 15) {
    await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 400));
    if (ready) break;
    widget.shadowRoot.querySelector('[part~=floor]').click();
  }
  await widget.ready;
  const [meeting] = JSON.parse(await widget.exportText('json')).meetings;
  report.touches = at.length;
  report.off = meeting.turns.map((turn, nth) => Math.abs(turn.start_ms - (at[nth] - at[0])));
};
clickEarly().catch((error) => report.errors.push(String(error))).finally(() => parent.postMessage({ framed: report }, '*'));
