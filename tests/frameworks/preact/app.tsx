/** @jsxImportSource preact */
// The app in Preact. A prop that the element knows is a property, any other is an attribute.
import "heard-widget/define";
import type { HeardWidget } from "heard-widget";
import { type HTMLAttributes, render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { INITIAL_STATE, host, listen, recordAs } from "../host";

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "heard-widget": HTMLAttributes<HeardWidget> & { [name: string]: unknown };
    }
  }
}

function App() {
  const [state, setState] = useState(INITIAL_STATE);
  const section = useRef<HTMLElement>(null);
  const main = useRef<HeardWidget>(null);
  useEffect(() => host((changes) => setState((now) => ({ ...now, ...changes })), () => main.current), []);
  // A handler whose name ends with "capture" would listen for `heard-` in the capture phase.
  useEffect(() => listen(section.current!, "heard-capture", "ancestor"), []);
  useEffect(() => (main.current ? listen(main.current, "heard-meeting-start", "ref") : undefined), [state.shown]);
  return (
    <>
      <section ref={section}>
        {state.shown && (
          <ul>
            {state.order.map((key) => (
              <li key={key}>
                {key !== "widget" ? key : (
                  <heard-widget
                    id="main"
                    ref={main}
                    storageKey={state.storageKey}
                    targetTalk={state.targetTalk}
                    haptics={state.haptics}
                    hidden={state.hidden}
                    onheard-floor-change={recordAs("declared")}
                    onheard-before-export={(event: Event) => { if (state.takesExports) event.preventDefault(); }}
                  >
                    <p id="note">{state.note}</p>
                  </heard-widget>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      <heard-widget id="plain" storage-key={state.plainKey} target-talk="40" />
    </>
  );
}

render(<App />, document.querySelector("#app")!);
