// Stores the content of the capture line under a key of the host's own, in the task of each letter and before the widget
// handles the event. Leaves the page on request.
addEventListener('input', (event) => {
  const [line] = event.composedPath();
  if (!line.matches('.capture .say')) return;
  localStorage.setItem('host:typed', line.value);
  localStorage.setItem('host:letters', Number(localStorage.getItem('host:letters')) + 1);
}, true);

const WAYS_TO_LEAVE = {
  reload: () => location.reload(),
  navigate: () => location.assign('/pages/without_widget.html'),
  close: () => window.close(),
};
window.faultsLeave = (way, ms) => setTimeout(() => {
  localStorage.setItem('host:left', way);
  WAYS_TO_LEAVE[way]();
}, ms);

// The simulated keyboard continues after a navigation. The next page accepts no letter until the test has checked the
// line, since another letter could hide a lost one.
window.faultsLooked = () => localStorage.removeItem('host:left');
addEventListener('keydown', (event) => {
  if (localStorage.getItem('host:left')) event.preventDefault();
}, true);
