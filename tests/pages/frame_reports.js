// Records the reports of frames.
window.e2eFramed = [];
addEventListener('message', ({ data }) => { if (data?.framed) window.e2eFramed.push(data.framed); });
