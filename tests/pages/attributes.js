// `?storage-key=x&layout=compact` becomes attributes of the widget. This runs before the module
// that upgrades the element, since modules wait for the document; and it is a file of its own,
// since a strict policy allows no other.
for (const [name, value] of new URLSearchParams(location.search)) {
  document.querySelector('heard-widget').setAttribute(name, value);
}
