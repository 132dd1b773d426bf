// Starts the wasm in the module form, where it is a separate file.
import init from "./heard-glue.js";

// `address` replaces the default URL next to this module, for bundlers and hosts that serve the wasm elsewhere.
function startWasm(address) {
  return init(address ? { module_or_path: address } : undefined);
}

export { startWasm };
