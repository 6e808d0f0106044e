import * as z from "zod";

/** The outcome of a manifest. */
export type ClusterVerdict =
  | { readonly by: "API server"; readonly code: number; readonly message: string }
  | { readonly by: "controller"; readonly phase: string; readonly message: string }
  | { readonly by: "nobody"; readonly phase: string };

const node = z.looseObject({ phase: z.string().optional(), message: z.string().optional() });

const status = z.looseObject({
  phase: z.string().optional(),
  message: z.string().optional(),
  nodes: z.record(z.string(), node).optional(),
  conditions: z
    .array(z.looseObject({ type: z.string(), status: z.string(), message: z.string().optional() }))
    .nullish(),
});

/** Messages of a pod's own failure, and those that its parents repeat: these are not refusals. */
const ownFailure = /\(exit code \d+\)|^child '.*' failed$|^No more retries left$|^retry attempts exceeded$/;

/** Seconds after which a workflow without a phase never gets one, a cron workflow has been due, and nothing is running. */
export const timeouts = { phase: 60, cron: 70, end: 200 } as const;

/**
 * The controller's verdict on a workflow that was created some seconds ago.
 *
 * @returns undefined if it is not known yet
 */
export function verdictOfWorkflow(object: unknown, seconds: number): ClusterVerdict | undefined {
  const { phase = "", message = "", nodes = {} } = statusOf(object);
  if (["Failed", "Error"].includes(phase)) {
    const ofNodes = Object.values(nodes)
      .filter((each) => ["Failed", "Error"].includes(each.phase ?? ""))
      .map((each) => each.message ?? "");
    const why = [message, ...ofNodes]
      .filter((text) => text !== "" && !ownFailure.test(text))
      .sort((a, b) => b.length - a.length)[0];
    return why === undefined ? { by: "nobody", phase } : { by: "controller", phase, message: why };
  }
  if (phase === "Succeeded") return { by: "nobody", phase };
  if (phase === "" && seconds > timeouts.phase) return { by: "controller", phase: "none", message: "" };
  return seconds > timeouts.end ? { by: "nobody", phase } : undefined;
}

/** The controller's verdict on a cron workflow that is due every minute, from its conditions. */
export function verdictOfCronWorkflow(object: unknown, seconds: number): ClusterVerdict | undefined {
  const fault = statusOf(object).conditions?.find((condition) => condition.status === "True");
  if (fault !== undefined) return { by: "controller", phase: fault.type, message: fault.message ?? "" };
  return seconds > timeouts.cron ? { by: "nobody", phase: "Active" } : undefined;
}

function statusOf(object: unknown): z.infer<typeof status> {
  return z.looseObject({ status: status.default({}) }).parse(object).status;
}
