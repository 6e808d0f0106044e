import type { Rule } from "../../lint/rule.js";
import { rules } from "../../lint/rules/index.js";

/**
 * The rules for the project's own workflows. They may refer to templates that exist only in the cluster, so
 * `template-elsewhere` is not among them.
 */
export const projectRules: readonly Rule[] = rules.filter(({ name }) => name !== "template-elsewhere");
