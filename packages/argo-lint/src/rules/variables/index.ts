import type { Rule } from "../../rule.js";
import { missingDependency } from "./missing-dependency.js";
import { missingInput } from "./missing-input.js";
import { unclosedTagRule } from "./unclosed-tag.js";
import { unresolvedVariable } from "./unresolved-variable.js";

/** About the values that are passed from one template to another. */
export const variablesRules: readonly Rule[] = [
  missingDependency,
  missingInput,
  unclosedTagRule,
  unresolvedVariable,
];
