// Dispatches submit events itself, since a sandboxed frame without allow-forms suppresses them. No form of the widget
// is ever sent.
function dispatchSubmit(event) {
  const button = event.target.closest?.("button");
  const form = button?.form;
  if (event.defaultPrevented || !form || button.type !== "submit") return;
  event.preventDefault();
  if (!form.noValidate && !form.reportValidity()) return;
  const allowed = form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: button }));
  if (allowed && form.method === "dialog") form.closest("dialog")?.close(button.value);
}

export { dispatchSubmit };
