// The component of the package.
import { HeardWidget } from "heard-widget/react";
import { recordAs } from "../host";
import { begin, type Main } from "./app";

begin({
  Main: ({ state, main }: Main) => (
    <HeardWidget
      id="main"
      ref={main}
      storageKey={state.storageKey}
      targetTalk={state.targetTalk}
      haptics={state.haptics}
      hidden={state.hidden}
      onHeardFloorChange={recordAs("declared")}
      onHeardBeforeExport={(event) => { if (state.takesExports) event.preventDefault(); }}
    >
      <p id="note">{state.note}</p>
    </HeardWidget>
  ),
  Plain: ({ state }) => <HeardWidget id="plain" storageKey={state.plainKey} targetTalk={40} />,
});
