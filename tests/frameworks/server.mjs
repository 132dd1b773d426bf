// On a server: importing the package does nothing, and the component is the plain tag.
import assert from "node:assert/strict";
import { createElement } from "react";
import { renderToString } from "react-dom/server";

const before = Object.keys(globalThis);
const { HeardWidget } = await import("heard-widget");
await import("heard-widget/define");
const react = await import("heard-widget/react");
assert.equal(typeof HeardWidget.define, "function");
assert.deepEqual(Object.keys(globalThis), before);

const props = { storageKey: "acme", targetTalk: 30, haptics: true, wakeLock: false, hidden: false, className: "wide", onHeardReady() {} };
const html = renderToString(createElement(react.HeardWidget, props, "Heard is loading."));
assert.equal(
  html,
  '<heard-widget storage-key="acme" target-talk="30" haptics="" class="wide">Heard is loading.</heard-widget>',
);
