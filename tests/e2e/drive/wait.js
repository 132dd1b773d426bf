// Evaluates the condition at each frame and at each change of the widget, since a hidden page renders no frames.
const PREDICATE = (w, s) => CONDITION;
const [css, deadlineMs] = arguments;
// The page's clock may be a controlled one; this deadline needs the real one.
const { setTimeout, clearTimeout } = globalThis.e2eClock?.real ?? globalThis;
return new Promise((resolve, reject) => {
  let complaint = '';
  const holds = () => {
    const w = document.querySelector(css);
    try {
      return Boolean(PREDICATE(w, w && (w.shadowRoot ?? w)));
    } catch (error) {
      complaint = ` (it last threw ${error})`;
      return false;
    }
  };
  const observer = new MutationObserver(() => look());
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(document, all);
  const root = document.querySelector(css)?.shadowRoot;
  if (root) observer.observe(root, all);

  let frame = 0;
  let deadline = 0;
  const settle = (how, value) => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    clearTimeout.call(globalThis, deadline);
    how(value);
  };
  const look = () => { if (holds()) settle(resolve, true); };
  const eachFrame = () => { frame = requestAnimationFrame(eachFrame); look(); };
  deadline = setTimeout.call(globalThis, () => {
    if (holds()) return settle(resolve, true);
    const there = document.querySelector(css)?.shadowRoot?.innerHTML.slice(0, 600);
    const late = `still not so after ${deadlineMs} ms${complaint}`;
    settle(reject, new Error(`${late}; the widget holds: ${there ?? 'no shadow root'}`));
  }, deadlineMs);
  eachFrame();
});
