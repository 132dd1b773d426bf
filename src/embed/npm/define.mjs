// Importing this file defines <heard-widget>. On a server, which has no elements, it does nothing.
import { HeardWidget } from "./heard.mjs";

HeardWidget.define();

export { HeardWidget };
