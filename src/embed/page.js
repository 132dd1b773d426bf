// The app's own page, and no host's: once everything is loaded, it forbids itself every connection.
const widget = document.querySelector("heard-widget");
await widget.ready;
const lock = document.createElement("meta");
lock.httpEquiv = "Content-Security-Policy";
lock.content = "connect-src 'none'";
document.head.append(lock);
