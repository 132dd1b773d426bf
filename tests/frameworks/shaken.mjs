// Tree shaking: a bundler drops what is not used of the package, and keeps modules with side effects.
import assert from "node:assert/strict";
import { build } from "esbuild";

async function kept(contents) {
  const stdin = { contents, resolveDir: import.meta.dirname };
  const { outputFiles } = await build({ stdin, bundle: true, format: "esm", write: false, external: ["react"] });
  return outputFiles[0].text;
}

const element = /observedAttributes/;

for (const unused of ["heard-widget", "heard-widget/react"]) {
  assert.ok((await kept(`import { HeardWidget } from "${unused}";`)).length < 200, `${unused} is dropped`);
}
for (const used of ["heard-widget/define", "heard-widget/script", "heard-widget/module/heard.mjs"]) {
  assert.ok(element.test(await kept(`import "${used}";`)), `${used} is kept`);
}
const wrapper = 'import { HeardWidget } from "heard-widget/react"; console.log(HeardWidget);';
assert.ok(element.test(await kept(wrapper)), "the wrapper imports the element");
