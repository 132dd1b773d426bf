// Sets the widget's attributes from the query, for example `?storage-key=x&layout=compact`. It runs before the module
// that defines the element, since modules are deferred. It is a separate file because a strict policy forbids inline
// scripts.
for (const [name, value] of new URLSearchParams(location.search)) {
  document.querySelector('heard-widget').setAttribute(name, value);
}
