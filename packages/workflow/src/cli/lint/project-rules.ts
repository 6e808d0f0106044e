import type { Rule } from "@tiphys/argo-lint";
import { rules } from "@tiphys/argo-lint";

/**
 * The rules for the project's own workflows. They may refer to templates that exist only in the cluster, so
 * `template-elsewhere` is not among them.
 */
export const projectRules: readonly Rule[] = rules.filter(({ name }) => name !== "template-elsewhere");
