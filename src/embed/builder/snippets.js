// Generates the snippets: a list of code blocks, each with a description of where it belongs. Values may contain any
// character and are escaped for the syntax.

const NAMED_ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const numericEntity = (letter) => `&#${letter.codePointAt(0)};`;
const inHtml = (text) => text.replace(/[&<>"]/g, (letter) => NAMED_ENTITIES[letter]);
// Braces are special in MediaWiki and its Widgets extension.
const inWidget = (text) => inHtml(text).replace(/[{}]/g, numericEntity);
const inScript = (text) => JSON.stringify(text).replace(/[<\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
const inRust = (text) => `"${text.replace(/["\\]/g, "\\$&")}"`;
// Whether a text needs no escaping in any syntax.
const isPlain = (text) => /^[^&<>"'`{}$@\\\u2028\u2029]*$/.test(text);
const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

// The syntax of an attribute. The value of a boolean attribute is `true`.
const SYNTAX = {
  html: (name, value) => (value === true ? name : `${name}="${inHtml(value)}"`),
  widget: (name, value) => (value === true ? name : `${name}="${inWidget(value)}"`),
  braces: (name, value) => (value === true ? name : isPlain(value) ? `${name}="${value}"` : `${name}={${inScript(value)}}`),
  angular: (name, value) => (value === true || isPlain(value) ? SYNTAX.html(name, value) : `[attr.${name}]="${camelCase(name)}"`),
  rust: (name, value) => `${name}=${value === true ? '""' : inRust(value)}`,
};

// An element, on one line if that is short, otherwise with one attribute per line.
function element(name, attributes, syntax, { indent = "", empty = false } = {}) {
  const parts = attributes.map(([attribute, value]) => SYNTAX[syntax](attribute, value));
  const end = empty ? " />" : `></${name}>`;
  const line = `${indent}<${[name, ...parts].join(" ")}${end}`;
  if (line.length <= 90 || parts.length < 2) return line;
  return `${indent}<${name}\n${parts.map((one) => `${indent}  ${one}`).join("\n")}${empty ? `\n${indent}/>` : `\n${indent}></${name}>`}`;
}

function scriptAttributes({ form, base, sums }) {
  if (form === "module") return [["type", "module"], ["src", `${base}heard.mjs`]];
  const script = [["src", `${base}heard.js`], ["defer", true]];
  return form === "script-integrity" ? [...script, ["integrity", sums["heard.js"]], ["crossorigin", "anonymous"]] : script;
}

function frameAddress({ base, pairs }) {
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, value === true ? "" : value]));
  return `${base}frame.html${pairs.length ? `?${query}` : ""}`;
}

const FRAME_HEIGHTS = { compact: "480", mini: "240" };

function frameAttributes(choice, border = "frameborder") {
  const layout = choice.pairs.find(([name]) => name === "layout")?.[1];
  return [
    ["src", frameAddress(choice)],
    ["title", "Heard"],
    ["width", "100%"],
    ["height", FRAME_HEIGHTS[layout] ?? "720"],
    [border, "0"],
    ["loading", "lazy"],
    ["allow", "screen-wake-lock; clipboard-write; web-share"],
    ["sandbox", "allow-scripts allow-same-origin allow-downloads allow-popups allow-forms allow-modals"],
  ];
}

function loaderElement({ base, pairs }, syntax) {
  const data = pairs.map(([name, value]) => [`data-${name}`, value]);
  return element("script", [["src", `${base}loader.js`], ...data, ["async", true]], syntax);
}

const FOLDER = "path/to/dist/npm";
const install = { where: "Once, in a terminal", code: `npm install ${FOLDER}` };
const inIndex = (choice) => ({ where: "Once, in index.html", code: element("script", scriptAttributes(choice), "html") });
const importLine = 'import "heard-widget/define";';

// The element or the frame in a component.
function elementOrFrame(choice, syntax, { border, ...options } = {}) {
  return choice.form === "frame"
    ? element("iframe", frameAttributes(choice, border), syntax, options)
    : element("heard-widget", choice.pairs, syntax, options);
}

// The steps setupSteps the component. A frame needs none.
function setupSteps(choice, ...more) {
  if (choice.form === "frame") return [];
  return [choice.form === "package" ? install : inIndex(choice), ...more];
}

const imports = (choice) => (choice.form === "package" ? `${importLine}\n\n` : "");

function inPage(choice) {
  if (choice.form === "frame") return element("iframe", frameAttributes(choice), "html");
  if (choice.form === "loader") return loaderElement(choice, "html");
  return `${element("script", scriptAttributes(choice), "html")}\n${element("heard-widget", choice.pairs, "html")}`;
}

const WRITERS = {
  plain: (choice) => [{ where: "In the page, where Heard should appear", code: inPage(choice) }],
  confluence: (choice) => [{ where: "In the body of the HTML macro", code: inPage(choice) }],
  wordpress: (choice) => [{ where: "In a Custom HTML block", code: inPage(choice) }],
  notion: (choice) => [{ where: "In Notion, after /embed: this address", code: frameAddress(choice) }],
  "google-sites": (choice) => [{ where: "In Google Sites: Embed, By URL", code: frameAddress(choice) }],
  "confluence-cloud": (choice) => [{ where: "In the Iframe macro: this address", code: frameAddress(choice) }],
  sharepoint(choice) {
    if (choice.form === "frame") return [{ where: "In the Embed web part", code: inPage(choice) }];
    const sets = settings(choice.pairs, "    ");
    const code = `import { BaseClientSideWebPart } from "@microsoft/sp-webpart-base";
${importLine}

export default class HeardWebPart extends BaseClientSideWebPart<object> {
  public render(): void {
    if (this.domElement.firstChild) return;
    const heard = document.createElement("heard-widget");
${sets}    this.domElement.append(heard);
  }
}`;
    return [install, { where: "HeardWebPart.ts, a SharePoint Framework web part", code }];
  },
  mediawiki(choice) {
    if (choice.form === "frame" || choice.form === "loader") {
      const code = choice.form === "frame" ? element("iframe", frameAttributes(choice), "widget") : loaderElement(choice, "widget");
      return [
        { where: "The page Widget:Heard", code: `<includeonly>${code}</includeonly>` },
        { where: "In the wiki page", code: "{{#widget:Heard}}" },
      ];
    }
    const script = scriptAttributes(choice).filter(([name]) => name !== "defer");
    const code = `mw.hook("wikipage.content").add(function ($content) {
  var places = $content.find(".heard-here:empty");
  if (!places.length) return;
  places.each(function () {
    var heard = document.createElement("heard-widget");
${settings(choice.pairs, "    ")}    this.append(heard);
  });
  if (document.getElementById("heard-script")) return;
  var script = document.createElement("script");
  script.id = "heard-script";
${script.map(([name, value]) => `  script.setAttribute(${inScript(name)}, ${inScript(value)});`).join("\n")}
  document.head.append(script);
});`;
    return [
      { where: "MediaWiki:Common.js, or a gadget", code },
      { where: "In the wiki page", code: '<div class="heard-here"></div>' },
    ];
  },
  react(choice) {
    const code = `${imports(choice)}export function Meeting() {\n  return (\n${elementOrFrame(choice, "braces", { indent: "    ", empty: true, border: "frameBorder" })}\n  );\n}`;
    return [...setupSteps(choice), { where: "Meeting.jsx", code }];
  },
  vue(choice) {
    const setup = choice.form === "package" ? `<script setup>\n${importLine}\n</script>\n\n` : "";
    const code = `${setup}<template>\n${elementOrFrame(choice, "html", { indent: "  " })}\n</template>`;
    const config = `import { defineConfig } from "vite";
import vue from "@vitejs/plugin-vue";

const isCustomElement = (tag) => tag === "heard-widget";

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
});`;
    return [...setupSteps(choice, { where: "vite.config.js", code: config }), { where: "Meeting.vue", code }];
  },
  angular(choice) {
    const framed = choice.form === "frame";
    const bound = framed ? [] : choice.pairs.filter(([, value]) => value !== true && !isPlain(value));
    const fields = bound.map(([name, value]) => `  ${camelCase(name)} = ${inScript(value)};\n`).join("");
    const code = `import { Component${framed ? "" : ", CUSTOM_ELEMENTS_SCHEMA"} } from "@angular/core";
${choice.form === "package" ? `${importLine}\n` : ""}
@Component({
  selector: "app-meeting",
${framed ? "" : "  schemas: [CUSTOM_ELEMENTS_SCHEMA],\n"}  template: \`
${elementOrFrame(choice, framed ? "html" : "angular", { indent: "    " })}
  \`,
})
export class Meeting {${fields ? `\n${fields}` : ""}}`;
    return [...setupSteps(choice), { where: "meeting.ts", code }];
  },
  svelte(choice) {
    const script = choice.form === "package" ? `<script>\n  ${importLine}\n</script>\n\n` : "";
    return [...setupSteps(choice), { where: "Meeting.svelte", code: script + elementOrFrame(choice, "braces") }];
  },
  yew(choice) {
    if (choice.form === "package") return yewCrate(choice.pairs);
    const code = `use yew::prelude::*;\n\n#[component]\npub fn Meeting() -> Html {\n    html! {\n${elementOrFrame(choice, "rust", { indent: "        " })}\n    }\n}`;
    return [...setupSteps(choice), { where: "meeting.rs", code }];
  },
};

// The Yew component takes the attributes as fields of `Options`. It is compiled into the app, so it has no `loading`.
const OPTIONS = { storage: "Storage", layout: "Layout", theme: "Theme", hotkeys: "Hotkeys", announce: "Announce" };
const FIELDS = { "target-talk": (value) => `Some(${value})`, client: (value) => `Some(${inRust(value)}.into())` };

function yewCrate(pairs) {
  const used = pairs.filter(([name]) => name !== "loading");
  const fields = used.map(([name, value]) => {
    const enumeration = OPTIONS[name] && `${OPTIONS[name]}::${value.charAt(0).toUpperCase()}${value.slice(1)}`;
    const rustValue = enumeration ?? FIELDS[name]?.(value) ?? (value === true ? "true" : `${inRust(value)}.into()`);
    return `        ${name.replaceAll("-", "_")}: ${rustValue},\n`;
  });
  const names = ["Heard", "Options", ...used.map(([name]) => OPTIONS[name]).filter(Boolean)].sort();
  const options = fields.length ? `    let options = Options {\n${fields.join("")}        ..Options::default()\n    };\n` : "";
  const code = `use heard::{${(options ? names : ["Heard"]).join(", ")}};
use yew::prelude::*;

#[component]
pub fn Meeting() -> Html {
${options}    html! { <Heard${options ? " {options}" : ""} /> }
}`.replace("{Heard}", "Heard");
  return [
    { where: "Cargo.toml, under [dependencies]", code: 'heard = { path = "path/to/heard" }' },
    { where: "meeting.rs", code },
  ];
}

// Lines that set the attributes of `heard`.
function settings(pairs, indent) {
  return pairs.map(([name, value]) => `${indent}heard.setAttribute(${inScript(name)}, ${inScript(value === true ? "" : value)});\n`).join("");
}

// The code blocks for a platform. `choice` has the form, the base URL, the hashes and the attributes that differ from
// the default.
function writeSnippet(platform, choice) {
  return WRITERS[platform.id](choice);
}
