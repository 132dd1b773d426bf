// Where the wasm is, in the module form: a file beside this one.
import init from "./heard-glue.js";

// The address may be another one: a bundler or a host with a store of its own for such files says so beforehand.
function begin(address) {
  return init(address ? { module_or_path: address } : undefined);
}

export { begin };
