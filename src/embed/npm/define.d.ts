/** Importing this defines `<heard-widget>`; on a server it does nothing. */
export { HeardWidget } from "heard-widget";
