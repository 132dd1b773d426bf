// What the five apps have in common: their initial state, a record of events, and an interface for the tests.
import type { HeardWidget } from "heard-widget";

/** What the app of each framework shows. A test changes parts of it. */
export interface State {
  /** The keys of a list; the item with the key "widget" contains the widget. */
  order: string[];
  shown: boolean;
  hidden: boolean;
  /** The text of the child that the framework puts into the widget. */
  note: string;
  storageKey: string;
  plainKey: string;
  targetTalk: number;
  haptics: boolean;
  /** Whether the app cancels `heard-before-export`. */
  takesExports: boolean;
}

export const INITIAL_STATE: State = {
  order: ["widget", "ledger", "minutes"],
  shown: true,
  hidden: false,
  note: "Heard is loading.",
  storageKey: "frameworks-main",
  plainKey: "frameworks-plain",
  targetTalk: 30,
  haptics: true,
  takesExports: false,
};

interface RecordedEvent {
  how: string;
  type: string;
  detail: unknown;
}

const events: RecordedEvent[] = [];

/** A listener that records the events it gets, with the way in which it was attached. */
export function recordAs(how: string): (event: Event) => void {
  return (event) => events.push({ how, type: event.type, detail: (event as CustomEvent).detail });
}

/** Attaches a listener where a framework has no syntax for it; returns a function that removes it. */
export function listen(element: Element, type: string, how: string): () => void {
  const listener = recordAs(how);
  element.addEventListener(type, listener);
  return () => element.removeEventListener(type, listener);
}

/** Gives the tests access to the state of the app, and to the element by the framework's reference to it. */
export function host(set: (changes: Partial<State>) => void, element: () => HeardWidget | null | undefined): void {
  const call = (method: string, ...args: unknown[]): unknown => {
    const widget = element() as unknown as Record<string, (...args: unknown[]) => unknown>;
    return widget[method](...args);
  };
  Object.assign(window, { e2eHost: { set, element, call, events } });
}
