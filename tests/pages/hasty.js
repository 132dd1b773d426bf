// Touches at random moments while the wasm is on its way; then tells how far off each turn begins, in milliseconds.
const told = { name: window.name, errors: [] };
addEventListener('error', ({ message }) => told.errors.push(message));
const widget = document.querySelector('heard-widget');
const at = [];
let there = false;
const hurry = async () => {
  await customElements.whenDefined('heard-widget');
  widget.addEventListener('click', ({ timeStamp }) => at.push(timeStamp), { capture: true });
  widget.ready.then(() => { there = true; });
  while (at.length < 15) {
    await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 400));
    if (there) break;
    widget.shadowRoot.querySelector('[part~=floor]').click();
  }
  await widget.ready;
  const [meeting] = JSON.parse(await widget.exportText('json')).meetings;
  told.touches = at.length;
  told.off = meeting.turns.map((turn, nth) => Math.abs(turn.start_ms - (at[nth] - at[0])));
};
hurry().catch((error) => told.errors.push(String(error))).finally(() => parent.postMessage({ framed: told }, '*'));
