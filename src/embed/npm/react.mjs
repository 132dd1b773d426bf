"use client";
// <HeardWidget> for React 18 and 19. It renders the plain tag, also on a server, and maps props to attributes and
// handlers to events, which React does not do.
import { createElement, forwardRef, useImperativeHandle, useInsertionEffect, useState } from "react";
import "./define.mjs";

// The names of the contract, inserted by the build.
const { attributes: ATTRIBUTES, events: EVENTS } = "HEARD_NAMES";

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const ATTRIBUTE_OF = new Map(ATTRIBUTES.map((name) => [camel(name), name]));
// "heard-floor-change" calls onHeardFloorChange.
const EVENT_OF = new Map(EVENTS.map((name) => [camel(`on-${name}`), name]));

const falseToUndefined = (value) => (value === false ? undefined : value);

function splitProps(props) {
  const attributes = {};
  const handlers = {};
  for (const [name, value] of Object.entries(props)) {
    if (EVENT_OF.has(name)) handlers[EVENT_OF.get(name)] = value;
    // React 18 sets `className` and `false` literally on custom elements, and `hidden="false"` would hide the element.
    else if (name === "className") attributes.class = value;
    else if (ATTRIBUTE_OF.has(name)) attributes[ATTRIBUTE_OF.get(name)] = falseToUndefined(value);
    else attributes[name] = name === "hidden" || name === "inert" ? falseToUndefined(value) : value;
  }
  return { attributes, handlers };
}

// Listens to one element, and passes each event to the handler of the latest render.
class EventForwarder {
  element = null;
  handlers = {};

  // The ref callback. React calls it when it inserts the element, so that no event is missed, and with null when it
  // removes the element.
  attach = (element) => {
    for (const name of EVENTS) {
      this.element?.removeEventListener(name, this);
      element?.addEventListener(name, this);
    }
    this.element = element;
  };

  handleEvent(event) { this.handlers[event.type]?.(event); }
}

export const HeardWidget = forwardRef(function HeardWidget(props, ref) {
  const [forwarder] = useState(() => new EventForwarder());
  const { attributes, handlers } = splitProps(props);
  useInsertionEffect(() => { forwarder.handlers = handlers; });
  useImperativeHandle(ref, () => forwarder.element, [forwarder]);
  return createElement("heard-widget", { ...attributes, ref: forwarder.attach });
});
