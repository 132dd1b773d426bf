// Bundles each app with the installed package, into the folder named by the first argument.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { compile } from "svelte/compiler";
import { compileScript, parse } from "vue/compiler-sfc";

const APPS = [
  { name: "react", title: "React VERSION", of: "react", entry: "react/tag.tsx" },
  { name: "react-wrapper", title: "React VERSION, by the wrapper", of: "react", entry: "react/wrapper.tsx" },
  { name: "vue", title: "Vue VERSION", of: "vue", entry: "vue/main.js" },
  { name: "angular", title: "Angular VERSION", of: "@angular/core", entry: "angular/main.ts" },
  { name: "svelte", title: "Svelte VERSION", of: "svelte", entry: "svelte/main.js" },
  { name: "preact", title: "Preact VERSION", of: "preact", entry: "preact/app.tsx" },
];

const vue = {
  name: "vue",
  setup(bundler) {
    bundler.onLoad({ filter: /\.vue$/ }, ({ path }) => {
      const { descriptor, errors } = parse(readFileSync(path, "utf8"), { filename: path });
      if (errors.length) throw errors[0];
      const compilerOptions = { isCustomElement: (tag) => tag === "heard-widget" };
      const options = { id: "app", inlineTemplate: true, templateOptions: { compilerOptions } };
      return { contents: compileScript(descriptor, options).content };
    });
  },
};

const svelte = {
  name: "svelte",
  setup(bundler) {
    bundler.onLoad({ filter: /\.svelte$/ }, ({ path }) => {
      const { js, warnings } = compile(readFileSync(path, "utf8"), { filename: path });
      return { contents: js.code, warnings: warnings.map(({ message }) => ({ text: message })) };
    });
  },
};

const out = process.argv[2];
const here = import.meta.dirname;
const page = readFileSync(join(here, "page.html"), "utf8");

for (const { name, title, of, entry } of APPS) {
  await build({
    entryPoints: [join(here, entry)],
    outfile: join(out, `${name}.js`),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    jsx: "automatic",
    conditions: ["production"],
    define: {
      "process.env.NODE_ENV": '"production"',
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
      // The same values as in Angular's own builder.
      ngDevMode: "false",
      ngJitMode: "true",
      ngServerMode: "false",
    },
    plugins: [vue, svelte],
    logLevel: "warning",
  });
  const { version } = JSON.parse(readFileSync(join(here, "node_modules", of, "package.json"), "utf8"));
  const html = page.replace("TITLE", title.replace("VERSION", version)).replace("APP", name);
  writeFileSync(join(out, `${name}.html`), html);
}
