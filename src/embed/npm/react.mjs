"use client";
// <HeardWidget> for React 18 and 19. It renders the plain tag, on a server too, and knows what React does not: which
// prop is which attribute, and which event belongs to which handler.
import { createElement, forwardRef, useImperativeHandle, useInsertionEffect, useState } from "react";
import "./define.mjs";

// The names of the contract. Written by the build.
const { attributes: ATTRIBUTES, events: EVENTS } = "HEARD_NAMES";

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const ATTRIBUTE_OF = new Map(ATTRIBUTES.map((name) => [camel(name), name]));
// "heard-floor-change" is told to onHeardFloorChange.
const EVENT_OF = new Map(EVENTS.map((name) => [camel(`on-${name}`), name]));

const orNothing = (value) => (value === false ? undefined : value);

function divided(props) {
  const given = {};
  const handlers = {};
  for (const [name, value] of Object.entries(props)) {
    if (EVENT_OF.has(name)) handlers[EVENT_OF.get(name)] = value;
    // React 18 would write class names and `false` onto a custom element as it finds them, and `hidden="false"` hides.
    else if (name === "className") given.class = value;
    else if (ATTRIBUTE_OF.has(name)) given[ATTRIBUTE_OF.get(name)] = orNothing(value);
    else given[name] = name === "hidden" || name === "inert" ? orNothing(value) : value;
  }
  return { given, handlers };
}

// Listens to one element for one component, and hands each event to the handler of the latest render.
class Ear {
  element = null;
  handlers = {};

  // React calls it while it puts the element into the page, so that no event is missed, and with null when it takes
  // the element out again.
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
  const [ear] = useState(() => new Ear());
  const { given, handlers } = divided(props);
  useInsertionEffect(() => { ear.handlers = handlers; });
  useImperativeHandle(ref, () => ear.element, [ear]);
  return createElement("heard-widget", { ...given, ref: ear.attach });
});
