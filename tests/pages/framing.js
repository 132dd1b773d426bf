// Keeps what frames tell.
window.e2eFramed = [];
addEventListener('message', ({ data }) => { if (data?.framed) window.e2eFramed.push(data.framed); });
