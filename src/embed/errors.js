// Errors with the codes of the contract.

function createError(code, message) {
  return Object.assign(new Error(message), { code });
}

function loadError(error) {
  if (typeof WebAssembly !== "object") return createError("wasm-unsupported", "This browser doesn’t run WebAssembly.");
  if (error?.code) return error;
  const text = String(error?.message ?? error);
  if (/content security policy|unsafe-eval/i.test(text)) {
    return createError("wasm-csp", "This page’s policy blocks WebAssembly: its script-src needs 'wasm-unsafe-eval'.");
  }
  if (/mime|magic/i.test(text)) {
    return createError("wasm-mime", `The response for heard_bg.wasm isn’t WebAssembly. The server has to send it as application/wasm: ${text}`);
  }
  return createError("wasm-network", `heard_bg.wasm couldn’t be loaded: ${text}`);
}

export { createError, loadError };
