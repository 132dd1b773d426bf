// The script that trunk would inject into the page. It is a file, because the page's content security policy allows no
// inline script.
import init from "./intranet.js";

await init();
