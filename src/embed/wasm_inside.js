// Where the wasm is, in the single file: in this very text, packed. No request, and no address that a policy could forbid.
import init from "./heard-glue.js";

// Written by the build: gzip, in base64.
const PACKED = "HEARD_PACKED";

async function begin() {
  if (typeof DecompressionStream !== "function") {
    throw Object.assign(new Error("This browser can not unpack the widget."), { code: "wasm-unsupported" });
  }
  const letters = atob(PACKED);
  const packed = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) packed[at] = letters.charCodeAt(at);
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  await init({ module_or_path: await new Response(unpacked).arrayBuffer() });
}

export { begin };
