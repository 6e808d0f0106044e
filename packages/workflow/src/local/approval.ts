import type { ApproveTask } from "../definition/graph.js";

/** What a person is asked. */
export interface ApprovalRequest {
  /** The task's id in the run: `review`, or `rounds/0/review`. */
  readonly id: string;
  readonly task: ApproveTask;
  /** What to look at first: paths of artifacts, values of parameters. */
  readonly shows: Readonly<Record<string, string>>;
}

/** Asks a person; gives the texts of all fields, or undefined where nobody can be asked. */
export type Approver = (
  request: ApprovalRequest,
  signal: AbortSignal,
) => Promise<Readonly<Record<string, string>> | undefined>;

/** Asks nobody. */
export const noApprover: Approver = async () => undefined;
