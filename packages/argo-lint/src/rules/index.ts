import type { Rule } from "../rule.js";
import { practiceRules } from "./best-practices/index.js";
import { expressionsRules } from "./expressions/index.js";
import { namesRules } from "./names/index.js";
import { sourceRules } from "./source/index.js";
import { structureRules } from "./structure/index.js";
import { mistakesRules } from "./suspicious/index.js";
import { variablesRules } from "./variables/index.js";

/** All rules, which the linter checks by default. */
export const rules: readonly Rule[] = [
  ...sourceRules,
  ...namesRules,
  ...structureRules,
  ...variablesRules,
  ...expressionsRules,
  ...mistakesRules,
  ...practiceRules,
];
