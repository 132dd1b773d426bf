// Errors by their names.

function named(code, message) {
  return Object.assign(new Error(message), { code });
}

function whyNotLoaded(error) {
  if (typeof WebAssembly !== "object") return named("wasm-unsupported", "This browser does not run WebAssembly.");
  if (error?.code) return error;
  const text = String(error?.message ?? error);
  if (/content security policy|unsafe-eval/i.test(text)) {
    return named("wasm-csp", "This page's policy forbids WebAssembly; its script-src needs 'wasm-unsafe-eval'.");
  }
  if (/mime|magic/i.test(text)) {
    return named("wasm-mime", `What came in place of heard_bg.wasm is no WebAssembly; the server must send it as application/wasm: ${text}`);
  }
  return named("wasm-network", `heard_bg.wasm could not be loaded: ${text}`);
}

export { named, whyNotLoaded };
