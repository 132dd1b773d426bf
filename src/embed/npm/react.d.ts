import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from "react";
import type { HeardEventMap, HeardOptions, HeardWidget as Element } from "heard-widget";

type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;
type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Uppercase<First> ? `-${Lowercase<First>}` : First}${Kebab<Rest>}`
  : Name;

/** One handler for each event, for example `onHeardFloorChange`. */
export type HeardHandlers = {
  [Name in keyof HeardEventMap as `on${Pascal<Name>}`]?: (event: HeardEventMap[Name]) => void;
};

/** The component's props: settings, handlers, and the attributes of any HTML element. */
export type HeardWidgetProps = HTMLAttributes<Element> & Partial<HeardOptions> & HeardHandlers;

/** `<heard-widget>` as a component. Its ref is the element. Its children are shown until the widget is ready. */
export const HeardWidget: ForwardRefExoticComponent<HeardWidgetProps & RefAttributes<Element>>;

/** One handler for each event as React 19 names it on the plain tag, for example `onheard-floor-change`. */
export type HeardTagHandlers = {
  [Name in keyof HeardEventMap as `on${Name}`]?: (event: HeardEventMap[Name]) => void;
};

/** The settings by the names of their attributes, for example `storage-key`. */
export type HeardTagAttributes = {
  [Name in keyof HeardOptions as Kebab<Name>]?: HeardOptions[Name];
};

/** The props of the plain tag in JSX. */
export type HeardTagProps = HTMLAttributes<Element> & RefAttributes<Element> & Partial<HeardOptions>
  & HeardTagAttributes & HeardTagHandlers & { class?: string };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "heard-widget": HeardTagProps;
    }
  }
}
