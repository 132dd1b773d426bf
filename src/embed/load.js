// Loads the wasm once for all widgets of a page.
import { onPanic } from "./heard-glue.js";
import { startWasm } from "./wasm_beside.js";

let loading = null;
let loaded = false;

const isLoaded = () => loaded;

// Rejects if the wasm can't be loaded; the next call then retries.
function load(url, reportPanic) {
  loading ??= startWasm(url).then(() => {
    loaded = true;
    onPanic(reportPanic);
  });
  loading.catch(() => { loading = null; });
  return loading;
}

export { isLoaded, load };
