// Starts the wasm in the module form, where it is a separate file.
import init from "./heard-glue.js";
import { createError } from "./errors.js";

// `address` replaces the default URL next to this module, for bundlers and hosts that serve the wasm elsewhere.
async function startWasm(address) {
  try {
    return await init(address ? { module_or_path: address } : undefined);
  } catch (error) {
    throw (await isUnreadable(address)) ? createError("wasm-cors", String(error?.message ?? error)) : error;
  }
}

// Whether the file is on another server, which answers but does not allow this page to read the answer.
async function isUnreadable(address = "heard_bg.wasm") {
  if (typeof address !== "string" && !(address instanceof URL)) return false;
  try {
    const url = new URL(address, import.meta.url);
    if (url.origin === globalThis.location?.origin) return false;
    const answer = await fetch(url, { mode: "cors" }).catch(() => null);
    return answer === null && (await fetch(url, { mode: "no-cors" })).type === "opaque";
  } catch {
    return false;
  }
}

export { startWasm };
