// A strict consumer of the package's types. Lines that must not compile are marked, and it is an error if one does.
import type { ReactNode } from "react";
import { HeardWidget } from "heard-widget";
import { HeardWidget as Same } from "heard-widget/define";
import { HeardWidget as Component, type HeardWidgetProps } from "heard-widget/react";
import "heard-widget/script";

HeardWidget.define();
Same.define("my-heard");

const found = document.querySelector("heard-widget")!;
found.targetTalk = 30;
found.haptics = true;
found.addEventListener("heard-floor-change", (event) => { const ms: number = event.detail.turnMs; return ms; });
export const words: Promise<string> = found.start({ client: "Harbour Trust" }).then(() => found.exportText("md"));
export const self: Promise<HeardWidget> = found.ready;

const props: HeardWidgetProps = { storageKey: "acme", layout: "compact", className: "wide", lang: "en" };

export const fine: ReactNode[] = [
  <Component {...props} onHeardCapture={(event) => { const id: string = event.detail.id; return id; }}>On its way.</Component>,
  <heard-widget storage-key="acme" targetTalk={30} onheard-floor-change={(event) => event.detail.listenMs} />,
];

export const wrong: ReactNode[] = [
  // @ts-expect-error There is no such layout.
  <Component layout="huge" />,
  // @ts-expect-error It is a boolean.
  <Component haptics="yes" />,
  // @ts-expect-error There is no such event.
  <Component onHeardNothing={() => {}} />,
  // @ts-expect-error There is no such theme.
  <heard-widget theme="pink" />,
];
