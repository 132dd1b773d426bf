// What each platform takes, and what its administrator must allow. The build joins platforms.js, snippets.js and page.js, in
// this order, into builder.js: one plain script, since a page that is opened from a folder may load no modules.
"use strict";

const FORMS = [
  { id: "script-integrity", name: "A script, checked", text: "heard.js with its sum: the browser runs this very file, or none." },
  { id: "script", name: "A script", text: "heard.js with the wasm inside. Nothing else is fetched." },
  { id: "module", name: "A module", text: "heard.mjs, which fetches heard_bg.wasm from beside it." },
  { id: "package", name: "A package", text: "Built into your own code by its bundler." },
  { id: "frame", name: "A frame", text: "frame.html in a frame: apart from the page, with a storage of its own." },
  { id: "loader", name: "A frame, by a script", text: "loader.js makes the frame, gives it its height and passes its events on." },
];

const NO_BUNDLER = "Nothing here is built by a bundler that could take it in.";
const NO_PLACE = "The script puts its frame where it stands itself, and a component’s template has no such place. Take the frame.";
const NO_TAIL = "Write the folder alone, without what follows a ? or a #.";
const MACRO = "The HTML macro is off until a system administrator enables it.";
const FRAMEWORK = { loader: NO_PLACE };

function onlyFrame(why) {
  return { "script-integrity": why, script: why, module: why, package: why, loader: why };
}

// `cannot` says why a form can not be here; `whole` asks for an address that begins with https.
const PLATFORMS = [
  { id: "plain", name: "Plain page", docs: "html.md", best: "script-integrity", cannot: { package: NO_BUNDLER } },
  {
    id: "sharepoint", name: "SharePoint", docs: "sharepoint.md", best: "frame", whole: true,
    cannot: {
      ...onlyFrame("SharePoint Online runs no script that an author puts into a page. Take the frame, or a web part of your own."),
      package: undefined,
    },
  },
  {
    id: "confluence-cloud", name: "Confluence Cloud", docs: "confluence.md", best: "frame", whole: true,
    cannot: onlyFrame("A page of Confluence Cloud runs no script of its author’s. Take the frame."),
  },
  { id: "confluence", name: "Confluence Data Center", docs: "confluence.md", best: "script", cannot: { package: NO_BUNDLER } },
  { id: "wordpress", name: "WordPress", docs: "wordpress.md", best: "script", cannot: { package: NO_BUNDLER } },
  {
    id: "notion", name: "Notion", docs: "notion.md", best: "frame", whole: true,
    cannot: onlyFrame("Notion runs no script in a page; it takes the address of a frame."),
  },
  {
    id: "google-sites", name: "Google Sites", docs: "google-sites.md", best: "frame", whole: true,
    cannot: onlyFrame("Code embedded in Google Sites finds its storage empty each time, so nothing would be kept. Take the frame, by URL."),
  },
  { id: "mediawiki", name: "MediaWiki", docs: "mediawiki.md", best: "script-integrity", cannot: { package: NO_BUNDLER } },
  { id: "react", name: "React", docs: "react.md", best: "package", cannot: FRAMEWORK },
  { id: "vue", name: "Vue", docs: "vue.md", best: "package", cannot: FRAMEWORK },
  { id: "angular", name: "Angular", docs: "angular.md", best: "package", cannot: FRAMEWORK },
  { id: "svelte", name: "Svelte", docs: "svelte.md", best: "package", cannot: FRAMEWORK },
  { id: "yew", name: "Yew", docs: "yew.md", best: "package", cannot: FRAMEWORK },
];

// Why this form can not be chosen, in words; nothing where it can.
function whyNot(platform, form, place, sums) {
  const why = platform.cannot[form];
  if (why) return why;
  if (form === "script-integrity" && !sums["heard.js"]) return "The build’s list of sums is not beside this page.";
  if (place.file && form === "script-integrity") return "A browser checks no sum of a file that it opens from a folder.";
  if (place.file && form === "module") return "A browser runs no module that it opens from a folder.";
  return "";
}

// Reads the address of the folder: where it leads, what a policy calls its host, and what is wrong with it.
function readPlace(written, platform) {
  const text = written.trim();
  if (!text) return { error: "Write where the files lie, for instance https://intranet.example/heard/." };
  if (/^\.{0,2}\/(?!\/)/.test(text)) return readPath(text, platform);
  let url;
  try {
    url = new URL(text);
  } catch {
    return { error: "This is no address. It begins with https:// or, on the same server, with a /." };
  }
  if (!["https:", "http:", "file:"].includes(url.protocol)) {
    return { error: `A page can load nothing from an address that begins with ${url.protocol} It must begin with https://.` };
  }
  if (url.username || url.password) return { error: "Leave name and password out: whoever opens the page could read them." };
  if (url.search || url.hash) return { error: NO_TAIL };
  const file = url.protocol === "file:";
  if (file && platform.whole) return { error: `${platform.name} can not show what lies in a folder of a computer.` };
  const origin = file ? `file://${url.host}` : url.origin;
  return { base: origin + folder(url.pathname), source: url.origin, host: url.host, file, note: noteOn(url, platform) };
}

// A path on the server of the page itself.
function readPath(text, platform) {
  if (platform.whole) {
    return { error: `${platform.name} is another site than yours: write the whole address, beginning with https://.` };
  }
  if (/[?#]/.test(text)) return { error: NO_TAIL };
  const path = text.replace(/[\s"<>\\^`{|}]/g, encodeURIComponent);
  return { base: folder(path), source: "'self'", host: "this server", file: false, note: "" };
}

// The folder of what may be the address of a file in it.
function folder(path) {
  return path.replace(/[^/]*\.\w+$/, "").replace(/\/*$/, "/");
}

function noteOn(url, platform) {
  if (!platform.whole || url.protocol === "https:") return "";
  return `${platform.name} is served by https, and a browser shows no http in it: the files must lie on an https server.`;
}

const FRAME_RULES = {
  sharepoint: "Paste it into the Embed web part. An administrator of the site must allow the host under Site settings, HTML Field Security.",
  "confluence-cloud": "Paste it as the address of the Iframe macro.",
  notion: "Type /embed and paste it. Notion needs no permission of an administrator; it can ask no wake lock and no clipboard for a frame.",
  "google-sites": "Choose Embed, By URL, and paste it. Not the box for code: that one loses what is kept.",
  confluence: MACRO,
  wordpress: "Only who has the right unfiltered_html can save a frame.",
  mediawiki: "The extension Widgets must be installed, and only who may edit the namespace Widget can save the page.",
};

const SCRIPT_RULES = {
  confluence: MACRO,
  wordpress: "Only who has the right unfiltered_html can save a script; in a network of sites that is the super admin.",
  mediawiki: "Only an interface administrator can save this page.",
};

// Two or three sentences for who runs the site.
function whatToAllow(platform, form, place) {
  const policy = `'wasm-unsafe-eval'`;
  const cross = place.source === "'self'" ? "" : " From another host it also needs the header Access-Control-Allow-Origin.";
  const said = [];
  if (form === "package") {
    if (platform.id === "yew") return `A Content-Security-Policy, if there is one, needs what your app’s own wasm needs: script-src ${policy}. Nothing is added to it.`;
    if (platform.id === "sharepoint") {
      return "An administrator adds the package to the app catalog. Its scripts come from SharePoint itself, and by Microsoft’s documentation its policy lets WebAssembly run; no tenant was tried.";
    }
    return `A Content-Security-Policy, if there is one, needs script-src 'self' ${policy}. No other source is needed.`;
  }
  if (place.file) said.push("A folder has no policy and no administrator: whoever can open the page can use it.");
  else if (form === "frame" || form === "loader") {
    const script = form === "loader" ? `script-src ${place.source} and ` : "";
    if (!platform.whole) said.push(`A policy of the page, if there is one, needs ${script}frame-src ${place.source}.`);
    said.push(`From ${place.host}, frame.html must come without X-Frame-Options. Let its frame-ancestors name the page’s host: a page that may frame Heard can also have what is kept there.`);
  } else if (form === "module") {
    said.push(`A policy of the page, if there is one, needs script-src ${place.source} ${policy} and connect-src ${place.source}. The server must send heard_bg.wasm as application/wasm.${cross}`);
  } else {
    said.push(`A policy of the page, if there is one, needs script-src ${place.source} ${policy}, and nothing else.`);
    if (form === "script-integrity" && cross) said.push(`To be checked, the script must come with the header Access-Control-Allow-Origin from ${place.host}.`);
  }
  // The wiki's page takes no frame and no script element; a page of the extension takes both.
  const framed = form === "frame" || (form === "loader" && platform.id === "mediawiki");
  const own = (framed ? FRAME_RULES : SCRIPT_RULES)[platform.id];
  if (own) said.unshift(own);
  return said.join(" ");
}
