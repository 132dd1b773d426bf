// The script of the app's own page: once everything has loaded, it forbids all further connections.
const widget = document.querySelector("heard-widget");
await widget.ready;
const policy = document.createElement("meta");
policy.httpEquiv = "Content-Security-Policy";
policy.content = "connect-src 'none'";
document.head.append(policy);
