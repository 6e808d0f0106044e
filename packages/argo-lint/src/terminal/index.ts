/** What a program prints on: colours for a terminal, and output that nobody reads any more. */
export { isInteractive, type Paint, paintFor, visibleWidth } from "./paint.js";
export { surviveLostOutput } from "./survive-lost-output.js";
