// Writes down what stands in the capture line, in the task of each letter and before the widget hears of it, under a
// key of the host's own; and leaves the page when told to.
addEventListener('input', (event) => {
  const [line] = event.composedPath();
  if (!line.matches('.capture .say')) return;
  localStorage.setItem('host:typed', line.value);
  localStorage.setItem('host:letters', Number(localStorage.getItem('host:letters')) + 1);
}, true);

const WAYS = {
  reload: () => location.reload(),
  navigate: () => location.assign('/pages/elsewhere.html'),
  close: () => window.close(),
};
window.faultsLeave = (way, ms) => setTimeout(WAYS[way], ms);
