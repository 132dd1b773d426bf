// <heard-widget> as React 19 handles it: camelCase props are properties, others are attributes.
import "heard-widget/define";
import type {} from "heard-widget/react";
import { recordAs } from "../host";
import { begin, type Main } from "./app";

begin({
  Main: ({ state, main }: Main) => (
    <heard-widget
      id="main"
      ref={main}
      storageKey={state.storageKey}
      targetTalk={state.targetTalk}
      haptics={state.haptics}
      hidden={state.hidden}
      onheard-floor-change={recordAs("declared")}
      onheard-before-export={(event) => { if (state.takesExports) event.preventDefault(); }}
    >
      <p id="note">{state.note}</p>
    </heard-widget>
  ),
  Plain: ({ state }) => <heard-widget id="plain" storage-key={state.plainKey} target-talk="40" />,
});
