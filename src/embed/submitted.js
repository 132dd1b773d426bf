// A sandboxed frame without allow-forms drops a form before anybody hears of it. None is ever sent here, so the widget
// can as well hear of it from us.
function submitted(event) {
  const button = event.target.closest?.("button");
  const form = button?.form;
  if (event.defaultPrevented || !form || button.type !== "submit") return;
  event.preventDefault();
  if (!form.noValidate && !form.reportValidity()) return;
  const goes = form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: button }));
  if (goes && form.method === "dialog") form.closest("dialog")?.close(button.value);
}

export { submitted };
