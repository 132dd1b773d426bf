// The app in React, around the widget in one of its two forms: the plain tag, or the component of the package.
import { type ComponentType, type Ref, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import type { HeardWidget } from "heard-widget";
import { INITIAL_STATE, host, listen, type State } from "../host";

export interface Main {
  state: State;
  main: Ref<HeardWidget>;
}

interface Props {
  Main: ComponentType<Main>;
  Plain: ComponentType<{ state: State }>;
}

// React supports custom events on custom elements only; on any other element a ref attaches the listener.
function ancestor(section: HTMLElement) {
  return listen(section, "heard-capture", "ancestor");
}

function App({ Main, Plain }: Props) {
  const [state, setState] = useState(INITIAL_STATE);
  const main = useRef<HeardWidget>(null);
  useEffect(() => host((changes) => setState((now) => ({ ...now, ...changes })), () => main.current), []);
  useEffect(() => (main.current ? listen(main.current, "heard-meeting-start", "ref") : undefined), [state.shown]);
  return (
    <>
      <section ref={ancestor}>
        {state.shown && (
          <ul>
            {state.order.map((key) => (
              <li key={key}>{key === "widget" ? <Main state={state} main={main} /> : key}</li>
            ))}
          </ul>
        )}
      </section>
      <Plain state={state} />
    </>
  );
}

export function begin(forms: Props) {
  createRoot(document.querySelector("#app")!).render(<App {...forms} />);
}
