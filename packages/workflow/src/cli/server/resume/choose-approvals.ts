import { didYouMean } from "@tiphys/argo-lint/text";
import type { ServerWorkflow } from "../../../argo/client/index.js";
import { UsageError, UserError } from "../../../definition/errors.js";
import { canAskPerson } from "../../approve/ask-person.js";
import { nodeFilterOf } from "../node-selector.js";
import type { PendingApproval } from "./pending-approvals.js";

export interface ResumeFlags {
  readonly set?: readonly [string, string][];
  readonly task?: string;
  readonly nodeFieldSelector?: string;
}

/**
 * The approvals that the flags select; none if the workflow is only suspended as a whole.
 * @throws {UserError} if nothing waits for a person
 * @throws {UsageError} if no waiting task is selected, or several are and not all of them can be asked about
 */
export function chooseApprovals(
  waiting: readonly PendingApproval[],
  found: ServerWorkflow,
  flags: ResumeFlags,
): readonly PendingApproval[] {
  const { task, nodeFieldSelector, set = [] } = flags;
  const isSelected = nodeFilterOf(flags);
  const { name } = found.metadata;
  const ids = waiting.map(({ id }) => id);
  const chosen = waiting.filter(
    ({ id, node }) => (task === undefined || id === task || node.displayName === task) && isSelected(node),
  );
  if (waiting.length === 0) {
    if (found.spec.suspend === true && set.length === 0) return [];
    const phase = found.status?.phase || "Pending";
    throw new UserError(
      `Nothing in ${name} waits for a person: its phase is ${phase}. See it with: get ${name}`,
    );
  }
  if (chosen.length === 0) {
    throw new UsageError(
      `No task ${task ?? nodeFieldSelector} of ${name} waits.${didYouMean(task ?? "", ids)} Available: ${ids.join(", ")}.`,
    );
  }
  const asks = chosen.some(({ task: { fields } }) => Object.keys(fields).length > 0);
  if (chosen.length > 1 && asks && (set.length > 0 || !canAskPerson())) {
    throw new UsageError(`Several tasks of ${name} wait. Choose one with --task: ${ids.join(", ")}.`);
  }
  return chosen;
}
