// Opens frames one after the other and posts the report of each to the server, for browsers without a driver.
const nextReport = (frame) => new Promise((resolve) => {
  addEventListener('message', ({ source, data }) => {
    if (source === frame.contentWindow && data?.framed) resolve(data);
  });
});
for (const { name, src, sandbox } of JSON.parse(document.querySelector('[type="application/json"]').textContent)) {
  const frame = document.createElement('iframe');
  Object.assign(frame, { name, src });
  if (sandbox) frame.sandbox = sandbox;
  const report = nextReport(frame);
  document.body.append(frame);
  await fetch('/report', { method: 'POST', body: JSON.stringify(await report) });
  frame.remove();
}
