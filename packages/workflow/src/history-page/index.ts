/** The pages that show a project's runs in a browser. */
export { defaultSelection } from "./default-selection.js";
export { maxComparedRuns } from "./line-styles.js";
export { writePages } from "./write-pages.js";
