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
window.faultsLeave = (way, ms) => setTimeout(() => {
  localStorage.setItem('host:left', way);
  WAYS[way]();
}, ms);

// The keyboard does not know that the page was left and goes on: a page that was come back to takes no letter until
// the line has been looked at, or the next letter would cover up what is missing.
window.faultsLooked = () => localStorage.removeItem('host:left');
addEventListener('keydown', (event) => {
  if (localStorage.getItem('host:left')) event.preventDefault();
}, true);
