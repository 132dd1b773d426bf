// What the five apps have in common: what they begin with, what they were told, and how a test speaks to them.
import type { HeardWidget } from "heard-widget";

/** What the app of each framework shows. A test changes parts of it. */
export interface State {
  /** The keys of a list, one of which stands for the widget. */
  order: string[];
  shown: boolean;
  hidden: boolean;
  /** The words of the child that the framework puts into the widget. */
  note: string;
  storageKey: string;
  plainKey: string;
  targetTalk: number;
  haptics: boolean;
  /** Whether the app takes an export over. */
  takesExports: boolean;
}

export const BEGINNING: State = {
  order: ["widget", "ledger", "minutes"],
  shown: true,
  hidden: false,
  note: "Heard is on its way.",
  storageKey: "frameworks-main",
  plainKey: "frameworks-plain",
  targetTalk: 30,
  haptics: true,
  takesExports: false,
};

interface Told {
  how: string;
  type: string;
  detail: unknown;
}

const heard: Told[] = [];

/** A listener that remembers how it was attached. */
export function told(how: string): (event: Event) => void {
  return (event) => heard.push({ how, type: event.type, detail: (event as CustomEvent).detail });
}

/** Listens on behalf of a framework that has no words for it, and gives what ends it. */
export function listen(element: Element, type: string, how: string): () => void {
  const listener = told(how);
  element.addEventListener(type, listener);
  return () => element.removeEventListener(type, listener);
}

/** Lets a test speak to the app: by its state, and by the reference to the element that the framework gave it. */
export function host(set: (changes: Partial<State>) => void, element: () => HeardWidget | null | undefined): void {
  const call = (method: string, ...args: unknown[]): unknown => {
    const widget = element() as unknown as Record<string, (...args: unknown[]) => unknown>;
    return widget[method](...args);
  };
  Object.assign(window, { e2eHost: { set, element, call, heard } });
}
