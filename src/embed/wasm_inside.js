// Starts the wasm in the single file, which contains it compressed: no request, and no URL that a policy could forbid.
import init from "./heard-glue.js";

// The build inserts it: gzip in base64.
const PACKED = "HEARD_PACKED";

async function startWasm() {
  if (typeof DecompressionStream !== "function") {
    throw Object.assign(new Error("This browser can’t decompress the widget."), { code: "wasm-unsupported" });
  }
  const binary = atob(PACKED);
  const packed = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) packed[at] = binary.charCodeAt(at);
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  await init({ module_or_path: await new Response(unpacked).arrayBuffer() });
}

export { startWasm };
