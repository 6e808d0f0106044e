import type { ApproveTask } from "../definition/graph.js";

/** A question to a person. */
export interface ApprovalRequest {
  /** The task's id in the run: `review`, or `rounds/0/review`. */
  readonly id: string;
  readonly task: ApproveTask;
  /** Values to show to the person: paths of artifacts, values of parameters. */
  readonly shows: Readonly<Record<string, string>>;
}

/** Asks a person. Returns the texts of all fields, or undefined if nobody can be asked. */
export type Approver = (
  request: ApprovalRequest,
  signal: AbortSignal,
) => Promise<Readonly<Record<string, string>> | undefined>;

/** An approver for runs without a person to ask. */
export const noApprover: Approver = async () => undefined;
