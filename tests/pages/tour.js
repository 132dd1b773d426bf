// A page of frames, each a kind of ground: what they tell is passed on to the server, for browsers that no driver speaks to.
addEventListener('message', ({ data }) => {
  if (data?.framed) fetch('/report', { method: 'POST', body: JSON.stringify({ guest: data.framed }) });
});
