import type { Rule } from "../../lint/rule.js";
import { rules } from "../../lint/rules/index.js";

/**
 * The rules that the project's own workflows are held to. A step that names a template of the cluster says that the
 * cluster has it, so that nobody has to show its file.
 */
export const projectRules: readonly Rule[] = rules.filter(({ name }) => name !== "template-elsewhere");
