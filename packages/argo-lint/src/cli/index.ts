/** What a command line for the linter needs besides its options: the rules by name, the files to lint, the report. */
export { chosenRules } from "./chosen-rules.js";
export { formatReport } from "./format-report.js";
export { InputError } from "./input-error.js";
export { type ReadSources, readSources } from "./read-sources.js";
