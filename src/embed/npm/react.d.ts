import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from "react";
import type { HeardEventMap, HeardOptions, HeardWidget as Element } from "heard-widget";

type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;
type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Uppercase<First> ? `-${Lowercase<First>}` : First}${Kebab<Rest>}`
  : Name;

/** `onHeardFloorChange` and its like, one for each event. */
export type HeardHandlers = {
  [Name in keyof HeardEventMap as `on${Pascal<Name>}`]?: (event: HeardEventMap[Name]) => void;
};

/** What the component takes: settings, handlers, and whatever any HTML element takes. */
export type HeardWidgetProps = HTMLAttributes<Element> & Partial<HeardOptions> & HeardHandlers;

/** `<heard-widget>` as a component. Its ref is the element; its children are shown until the widget is. */
export const HeardWidget: ForwardRefExoticComponent<HeardWidgetProps & RefAttributes<Element>>;

/** `onheard-floor-change` and its like, as React 19 spells them on the plain tag. */
export type HeardTagHandlers = {
  [Name in keyof HeardEventMap as `on${Name}`]?: (event: HeardEventMap[Name]) => void;
};

/** The settings as attributes: `storage-key` beside `storageKey`. */
export type HeardTagAttributes = {
  [Name in keyof HeardOptions as Kebab<Name>]?: HeardOptions[Name];
};

/** What the plain tag takes in JSX. */
export type HeardTagProps = HTMLAttributes<Element> & RefAttributes<Element> & Partial<HeardOptions>
  & HeardTagAttributes & HeardTagHandlers & { class?: string };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "heard-widget": HeardTagProps;
    }
  }
}
