// What trunk would inject into the page, as a file: the page's policy allows no inline script.
import init from "./intranet.js";

await init();
