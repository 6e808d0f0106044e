import type { Rule } from "../rule.js";
import { expressionsRules } from "./expressions/index.js";
import { mistakesRules } from "./mistakes/index.js";
import { namesRules } from "./names/index.js";
import { practiceRules } from "./practice/index.js";
import { sourceRules } from "./source/index.js";
import { structureRules } from "./structure/index.js";
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
