// What each platform supports, and what its administrator must allow. The build joins platforms.js, snippets.js and
// page.js in this order into one classic script, since a page opened as a file can't load modules.
"use strict";

const FORMS = [
  { id: "script-integrity", name: "Script with integrity check", text: "heard.js with its hash: the browser runs exactly this file, or nothing." },
  { id: "script", name: "Script", text: "heard.js with the WebAssembly inside. Nothing else is loaded." },
  { id: "module", name: "Module", text: "heard.mjs, which loads heard_bg.wasm from the same folder." },
  { id: "package", name: "Package", text: "Bundled with your own code." },
  { id: "frame", name: "Frame", text: "frame.html in a frame: separate from the page, with its own storage." },
  { id: "loader", name: "Frame added by a script", text: "loader.js creates the frame, sizes it, and passes its events on." },
];

const NO_BUNDLER = "There’s no bundler here to build it in.";
const NO_PLACE = "The script puts the frame where the script is, and a component template can’t hold a script. Use the frame.";
const NO_TAIL = "Enter only the folder, without anything after a ? or a #.";
const MACRO = "The HTML macro is off until a system administrator enables it.";
const FRAMEWORK = { loader: NO_PLACE };

function onlyFrame(why) {
  return { "script-integrity": why, script: why, module: why, package: why, loader: why };
}

// `unavailable` has the reasons why forms can't be used; `needsFullUrl` is set if the files must be on an https server.
const PLATFORMS = [
  { id: "plain", name: "Plain page", docs: "html.md", best: "script-integrity", unavailable: { package: NO_BUNDLER } },
  {
    id: "sharepoint", name: "SharePoint", docs: "sharepoint.md", best: "frame", needsFullUrl: true,
    unavailable: {
      ...onlyFrame("SharePoint Online doesn’t run scripts that an author adds to a page. Use the frame, or your own web part."),
      package: undefined,
    },
  },
  {
    id: "confluence-cloud", name: "Confluence Cloud", docs: "confluence.md", best: "frame", needsFullUrl: true,
    unavailable: onlyFrame("Confluence Cloud doesn’t run scripts that an author adds to a page. Use the frame."),
  },
  { id: "confluence", name: "Confluence Data Center", docs: "confluence.md", best: "script", unavailable: { package: NO_BUNDLER } },
  { id: "wordpress", name: "WordPress", docs: "wordpress.md", best: "script", unavailable: { package: NO_BUNDLER } },
  {
    id: "notion", name: "Notion", docs: "notion.md", best: "frame", needsFullUrl: true,
    unavailable: onlyFrame("Notion doesn’t run scripts in a page. Give it the address of the frame."),
  },
  {
    id: "google-sites", name: "Google Sites", docs: "google-sites.md", best: "frame", needsFullUrl: true,
    unavailable: onlyFrame("Code embedded in Google Sites starts with empty storage every time, so nothing would be saved. Use the frame, by URL."),
  },
  { id: "mediawiki", name: "MediaWiki", docs: "mediawiki.md", best: "script-integrity", unavailable: { package: NO_BUNDLER } },
  { id: "react", name: "React", docs: "react.md", best: "package", unavailable: FRAMEWORK },
  { id: "vue", name: "Vue", docs: "vue.md", best: "package", unavailable: FRAMEWORK },
  { id: "angular", name: "Angular", docs: "angular.md", best: "package", unavailable: FRAMEWORK },
  { id: "svelte", name: "Svelte", docs: "svelte.md", best: "package", unavailable: FRAMEWORK },
  { id: "yew", name: "Yew", docs: "yew.md", best: "package", unavailable: FRAMEWORK },
];

// The reason why this form is unavailable, or an empty string.
function whyNot(platform, form, place, sums) {
  const why = platform.unavailable[form];
  if (why) return why;
  if (form === "script-integrity" && !sums["heard.js"]) return "The build’s list of hashes isn’t next to this page.";
  if (place.file && form === "script-integrity") return "Browsers don’t check the hash of a file opened from a folder.";
  if (place.file && form === "module") return "Browsers don’t run modules opened from a folder.";
  return "";
}

// Parses the folder's URL: base URL, source for a policy, host, or an error message.
function readPlace(input, platform) {
  const text = input.trim();
  if (!text) return { error: "Enter where the files are, for example https://intranet.example/heard/." };
  if (/^\.{0,2}\/(?!\/)/.test(text)) return readPath(text, platform);
  let url;
  try {
    url = new URL(text);
  } catch {
    return { error: "That isn’t an address. It starts with https:// or, on the same server, with a /." };
  }
  if (!["https:", "http:", "file:"].includes(url.protocol)) {
    return { error: `A page can’t load anything from an address that starts with ${url.protocol} Use one that starts with https://.` };
  }
  if (url.username || url.password) return { error: "Leave out the name and password: anyone who opens the page could read them." };
  if (url.search || url.hash) return { error: NO_TAIL };
  const file = url.protocol === "file:";
  if (file && platform.needsFullUrl) return { error: `${platform.name} can’t show files from a folder on a computer.` };
  const origin = file ? `file://${url.host}` : url.origin;
  return { base: origin + folder(url.pathname), source: url.origin, host: url.host, file, note: noteOn(url, platform) };
}

// Parses a path on the page's own server.
function readPath(text, platform) {
  if (platform.needsFullUrl) {
    return { error: `${platform.name} is a different site from yours: enter the full address, starting with https://.` };
  }
  if (/[?#]/.test(text)) return { error: NO_TAIL };
  const path = text.replace(/[\s"<>\\^`{|}]/g, encodeURIComponent);
  return { base: folder(path), source: "'self'", host: "this server", file: false, note: "" };
}

// The folder of a path, which may be that of a file in it.
function folder(path) {
  return path.replace(/[^/]*\.\w+$/, "").replace(/\/*$/, "/");
}

function noteOn(url, platform) {
  if (!platform.needsFullUrl || url.protocol === "https:") return "";
  return `${platform.name} uses https, and browsers block http inside it: the files have to be on an https server.`;
}

const FRAME_RULES = {
  sharepoint: "Paste it into the Embed web part. A site administrator has to allow the host under Site settings, HTML Field Security.",
  "confluence-cloud": "Paste it as the address of the Iframe macro.",
  notion: "Type /embed and paste it. No administrator is needed. In Notion, a frame can’t keep the screen on or use the clipboard.",
  "google-sites": "Choose Embed, By URL, and paste it. Don’t use the code box: it loses saved data.",
  confluence: MACRO,
  wordpress: "Only users with the unfiltered_html capability can save a frame.",
  mediawiki: "The Widgets extension has to be installed, and only users who can edit the Widget namespace can save the page.",
};

const SCRIPT_RULES = {
  confluence: MACRO,
  wordpress: "Only users with the unfiltered_html capability can save a script; in a multisite network, that’s the super admin.",
  mediawiki: "Only an interface administrator can save this page.",
};

// Two or three sentences for the site's administrator.
function whatToAllow(platform, form, place) {
  const policy = `'wasm-unsafe-eval'`;
  const cross = place.source === "'self'" ? "" : " From another host, it also needs an Access-Control-Allow-Origin header.";
  const sentences = [];
  if (form === "package") {
    if (platform.id === "yew") return `If there’s a Content-Security-Policy, it needs what your app’s own WebAssembly needs: script-src ${policy}. Heard adds nothing to it.`;
    if (platform.id === "sharepoint") {
      return "An administrator adds the package to the app catalog. Its scripts come from SharePoint itself, and according to Microsoft’s documentation its policy allows WebAssembly. We haven’t tried it on a tenant.";
    }
    return `If there’s a Content-Security-Policy, it needs script-src 'self' ${policy}. No other source is needed.`;
  }
  if (place.file) sentences.push("A folder has no policy and no administrator: anyone who can open the page can use it.");
  else if (form === "frame" || form === "loader") {
    const script = form === "loader" ? `script-src ${place.source} and ` : "";
    if (!platform.needsFullUrl) sentences.push(`If the page has a Content-Security-Policy, it needs ${script}frame-src ${place.source}.`);
    sentences.push(`${place.host} has to send frame.html without X-Frame-Options. List the page’s host in its frame-ancestors: any page that may frame Heard can also read the data saved there.`);
  } else if (form === "module") {
    sentences.push(`If the page has a Content-Security-Policy, it needs script-src ${place.source} ${policy} and connect-src ${place.source}. The server has to send heard_bg.wasm as application/wasm.${cross}`);
  } else {
    sentences.push(`If the page has a Content-Security-Policy, it needs script-src ${place.source} ${policy}, and nothing else.`);
    if (form === "script-integrity" && cross) sentences.push(`For the integrity check, ${place.host} has to send the script with an Access-Control-Allow-Origin header.`);
  }
  // Wiki pages support neither frames nor scripts; pages of the Widgets extension support both.
  const framed = form === "frame" || (form === "loader" && platform.id === "mediawiki");
  const own = (framed ? FRAME_RULES : SCRIPT_RULES)[platform.id];
  if (own) sentences.unshift(own);
  return sentences.join(" ");
}
